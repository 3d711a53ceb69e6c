import ListModel

/// Moments as other programs write them.
enum TimestampText {
  /// Converts seconds, milliseconds, microseconds or nanoseconds since 1970, distinguished by their
  /// size; nil for a time outside of 1970 to 2300.
  static func timestamp(ofNumber number: Int) -> Timestamp? {
    guard number > 0 else { return nil }
    var milliseconds = number
    if number < 100_000_000_000 {
      milliseconds = number * 1_000
    } else {
      while milliseconds >= 10_413_792_000_000 { milliseconds /= 1_000 }
    }
    return Timestamp(milliseconds: milliseconds)
  }

  /// Parses a number since 1970, ISO 8601 with or without a time, or the date of a mail (RFC 5322).
  static func timestamp(of text: String) -> Timestamp? {
    let bytes = Array(trimmed(text).utf8.prefix(64))
    if !bytes.isEmpty, bytes.allSatisfy(isDigit) {
      return Int(String(decoding: bytes, as: UTF8.self)).flatMap(timestamp(ofNumber:))
    }
    return isoTimestamp(bytes) ?? mailTimestamp(bytes)
  }

  /// Returns `2022-02-11T18:45:00Z`; nil for a time before 1970 or after 9999.
  static func iso(_ timestamp: Timestamp) -> String? {
    guard timestamp.milliseconds > 0, let day = timestamp.day else { return nil }
    let second = timestamp.milliseconds / 1_000 - day.number * 86_400
    return "\(day)T\(two(second / 3_600)):\(two(second / 60 % 60)):\(two(second % 60))Z"
  }

  /// Returns `Fri, 11 Feb 2022 18:45:00 GMT`; nil for a time before 1970 or after 9999.
  static func mail(_ timestamp: Timestamp) -> String? {
    guard let date = timestamp.day, let iso = iso(timestamp) else { return nil }
    let (year, month, day) = date.date
    let weekday = date.weekday.name.prefix(3)
    let clock = String(decoding: iso.utf8.dropFirst(11).dropLast(), as: UTF8.self)
    return "\(weekday), \(two(day)) \(months[month - 1]) \(year) \(clock) GMT"
  }
}

private let months = [
  "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
]

private func two(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }

private func isoTimestamp(_ bytes: [UInt8]) -> Timestamp? {
  guard bytes.count >= 10, let day = Day(iso: String(decoding: bytes[..<10], as: UTF8.self)) else {
    return nil
  }
  guard bytes.count > 10 else { return timestamp(day, seconds: 0) }
  guard [UInt8(ascii: "T"), UInt8(ascii: "t"), 0x20].contains(bytes[10]) else { return nil }
  return clock(bytes[11...]).flatMap { timestamp(day, seconds: $0) }
}

/// `Fri, 11 Feb 2022 18:45:00 +0100`, the day of the week being optional.
private func mailTimestamp(_ bytes: [UInt8]) -> Timestamp? {
  var parts = bytes.split { $0 == 0x20 || $0 == UInt8(ascii: ",") }[...]
  if let first = parts.first, !first.allSatisfy(isDigit) { parts.removeFirst() }
  guard parts.count >= 4, let day = number(parts[parts.startIndex]),
    let month = months.firstIndex(where: {
      $0.utf8.elementsEqual(parts[parts.startIndex + 1].prefix(3))
    }),
    let year = number(parts[parts.startIndex + 2]),
    let date = Day(year: year, month: month + 1, day: day)
  else { return nil }
  let time = parts.dropFirst(3).joined()
  return clock(Array(time)[...]).flatMap { timestamp(date, seconds: $0) }
}

/// Returns the seconds after midnight in UTC that a time with an optional zone is:
/// `18:45:00.5+01:00`.
private func clock(_ bytes: ArraySlice<UInt8>) -> Int? {
  let time = bytes.prefix { !isLetter($0) && $0 != UInt8(ascii: "+") && $0 != UInt8(ascii: "-") }
  let parts = time.split(separator: UInt8(ascii: ":")).map { part in
    number(part.prefix { isDigit($0) })
  }
  guard parts.count >= 2, let hour = parts[0], let minute = parts[1], hour < 25, minute < 60 else {
    return nil
  }
  let second = parts.count > 2 ? parts[2] ?? 0 : 0
  let zone = bytes.dropFirst(time.count)
  var offset = 0
  if let sign = zone.first, sign == UInt8(ascii: "+") || sign == UInt8(ascii: "-") {
    let digits = zone.filter(isDigit)
    guard digits.count == 4, let hours = number(digits[..<2]), let minutes = number(digits[2...])
    else { return nil }
    offset = (hours * 3_600 + minutes * 60) * (sign == UInt8(ascii: "+") ? 1 : -1)
  }
  return hour * 3_600 + minute * 60 + min(second, 60) - offset
}

private func number(_ digits: some Collection<UInt8>) -> Int? {
  guard !digits.isEmpty, digits.count <= 4, digits.allSatisfy(isDigit) else { return nil }
  return digits.reduce(0) { $0 * 10 + Int($1 - UInt8(ascii: "0")) }
}

private func timestamp(_ day: Day, seconds: Int) -> Timestamp? {
  let seconds = day.number * 86_400 + seconds
  return seconds > 0 ? Timestamp(milliseconds: seconds * 1_000) : nil
}
