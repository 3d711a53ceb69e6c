import ListModel

/// Returns a number with thousands separators: `98,900`.
package func grouped(_ number: Int) -> String {
  let digits = String(abs(number))
  var text = ""
  for (index, digit) in digits.enumerated() {
    if index > 0, (digits.count - index) % 3 == 0 { text.append(",") }
    text.append(digit)
  }
  return number < 0 ? "-" + text : text
}

/// Returns a number with its noun: `1 entry`, `84 entries`.
func counted(_ number: Int, _ one: String, _ many: String) -> String {
  "\(grouped(number)) \(number == 1 ? one : many)"
}

/// Returns the age of a day in the largest unit that is at least one: `3 weeks ago`.
func age(of day: Day, today: Day) -> String {
  let days = today.number - day.number
  switch days {
  case ..<0: return days == -1 ? "tomorrow" : "in \(-days) days"
  case 0: return "today"
  case 1: return "yesterday"
  case 2..<14: return "\(days) days ago"
  case 14..<61: return "\(days / 7) weeks ago"
  case 61..<730: return "\(days * 100 / 3_044) months ago"
  default: return "\(days * 100 / 36_525) years ago"
  }
}

/// Returns the age of a day in at most five columns: `today`, `3d`, `2w`, `5mo`, `4y`.
func shortAge(of day: Day, today: Day) -> String {
  let days = today.number - day.number
  switch days {
  case ..<0: return "later"
  case 0: return "today"
  case 1..<14: return "\(days)d"
  case 14..<61: return "\(days / 7)w"
  case 61..<730: return "\(days * 100 / 3_044)mo"
  default: return "\(days * 100 / 36_525)y"
  }
}
