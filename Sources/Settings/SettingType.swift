/// The type of a setting.
package enum SettingType: Equatable, Sendable {
  case flag
  case integer(ClosedRange<Int>)
  /// One of these words.
  case choice([String])
  /// One of these words, or a number.
  case wordOrInteger([String], ClosedRange<Int>)
  /// Columns or rows, a percentage of what there is (`25%`), or one of these words.
  case extent([String], ClosedRange<Int>)
  /// Any of these words, each at most once, in an order that matters.
  case selection([String])
  /// Any text; the associated value is its placeholder, as in `NAME`.
  case text(String)
}

/// A value that a setting has or is given.
package enum SettingValue: Equatable, Sendable {
  case flag(Bool)
  case integer(Int)
  /// Text, a word, a percentage, or several words separated by blanks.
  case text(String)
}

extension SettingValue: CustomStringConvertible {
  /// The value as `:set` takes it.
  package var description: String {
    switch self {
    case .flag(let value): value ? "on" : "off"
    case .integer(let value): String(value)
    case .text(let value): value
    }
  }
}

extension SettingType {
  /// Returns whether a value is one that the setting takes.
  package func accepts(_ value: SettingValue) -> Bool {
    switch (self, value) {
    case (.flag, .flag), (.text, .text): true
    case (.integer(let range), .integer(let value)),
      (.wordOrInteger(_, let range), .integer(let value)),
      (.extent(_, let range), .integer(let value)):
      range.contains(value)
    case (.choice(let words), .text(let word)), (.wordOrInteger(let words, _), .text(let word)):
      words.contains(word)
    case (.extent(let words, _), .text(let word)):
      words.contains(word) || Self.percentage(word) != nil
    case (.selection(let words), .text(let text)): Self.isSelection(text, of: words)
    default: false
    }
  }

  /// Returns the number of a percentage from `1%` to `100%`; nil for any other text.
  static func percentage(_ text: String) -> Int? {
    guard text.utf8.last == UInt8(ascii: "%"), text.utf8.count <= 4,
      text.utf8.dropLast().allSatisfy({ (0x30...0x39).contains($0) }),
      let number = Int(text.dropLast()), (1...100).contains(number)
    else { return nil }
    return number
  }

  /// Whether its values are lists of words.
  package var isSelection: Bool { if case .selection = self { true } else { false } }

  private static func isSelection(_ text: String, of words: [String]) -> Bool {
    let chosen = text.split(separator: " ").map(String.init)
    return chosen.allSatisfy(words.contains) && Set(chosen).count == chosen.count
  }

  /// Returns the value of a typed word; nil for one that the setting does not accept.
  package func value(typed word: String) -> SettingValue? {
    let value: SettingValue?
    switch self {
    case .flag:
      switch word {
      case "on", "true", "yes": value = .flag(true)
      case "off", "false", "no": value = .flag(false)
      default: value = nil
      }
    case .integer: value = Int(word).map { .integer($0) }
    case .wordOrInteger, .extent: value = Int(word).map { .integer($0) } ?? .text(word)
    case .selection:
      let words = word.split(whereSeparator: { $0 == " " || $0 == "," })
      value = .text(words.joined(separator: " "))
    case .choice, .text: value = .text(word)
    }
    return value.flatMap { accepts($0) ? $0 : nil }
  }

  /// The accepted values, in words: `a number from 0 to 20`.
  package var expectation: String {
    switch self {
    case .flag: "true or false"
    case .integer(let range): Self.number(range)
    case .choice(let words): Self.alternatives(words)
    case .wordOrInteger(let words, let range):
      Self.alternatives(words + [Self.number(range)])
    case .extent(let words, let range):
      Self.alternatives(words + [Self.number(range), "a percentage such as \"25%\""])
    case .selection(let words): "any of \(words.joined(separator: ", ")), in the order wanted"
    case .text(let name): name
    }
  }

  private static func number(_ range: ClosedRange<Int>) -> String {
    "a number from \(range.lowerBound) to \(range.upperBound)"
  }

  private static func alternatives(_ words: [String]) -> String {
    words.dropLast().joined(separator: ", ") + (words.count > 1 ? " or " : "") + (words.last ?? "")
  }

  /// The words to offer while a value is typed; empty if any text or number is accepted.
  package var words: [String] {
    switch self {
    case .flag: ["on", "off"]
    case .choice(let words), .wordOrInteger(let words, _), .extent(let words, _),
      .selection(let words):
      words
    case .integer, .text: []
    }
  }
}
