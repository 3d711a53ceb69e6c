/// Something that the reader can set; the raw value is its name in config.toml and after `:set`.
///
/// Type, default and help stand in `SettingTable`.
package enum Setting: String, CaseIterable, Sendable {
  case theme
  case borders
  case hints
  case dateFormat = "date-format"
  case wrapWidth = "wrap-width"
  case scrollOff = "scrolloff"

  case detail
  case facetWidth = "facet-width"
  case wideFrom = "wide-from"
  case narrowBelow = "narrow-below"

  case sort
  case categorySort = "category-sort"

  case askOpen = "ask-open"
  case keyPreset = "key-preset"
  case keyDelay = "key-delay"
}

/// What a setting takes.
package enum SettingType: Equatable, Sendable {
  case flag
  case integer(ClosedRange<Int>)
  /// One of these words.
  case choice([String])
  /// Any text; the associated value says what it stands for, as in `NAME`.
  case text(String)
}

/// A value that a setting has or is given.
package enum SettingValue: Equatable, Sendable {
  case flag(Bool)
  case integer(Int)
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
  /// Whether a value is one that the setting takes.
  package func accepts(_ value: SettingValue) -> Bool {
    switch (self, value) {
    case (.flag, .flag), (.text, .text): true
    case (.integer(let range), .integer(let value)): range.contains(value)
    case (.choice(let words), .text(let word)): words.contains(word)
    default: false
    }
  }

  /// The value that a typed word stands for; nil for one that the setting does not take.
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
    case .choice, .text: value = .text(word)
    }
    return value.flatMap { accepts($0) ? $0 : nil }
  }

  /// What the setting takes, in words: `a number from 0 to 20`.
  package var expectation: String {
    switch self {
    case .flag: "true or false"
    case .integer(let range): "a number from \(range.lowerBound) to \(range.upperBound)"
    case .choice(let words):
      words.dropLast().joined(separator: ", ") + (words.count > 1 ? " or " : "")
        + (words.last ?? "")
    case .text(let name): name
    }
  }

  /// The words to offer while a value is typed; none where any text or number does.
  package var words: [String] {
    switch self {
    case .flag: ["on", "off"]
    case .choice(let words): words
    case .integer, .text: []
    }
  }
}
