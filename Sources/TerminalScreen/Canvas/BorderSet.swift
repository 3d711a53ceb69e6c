/// The characters for lines between panes.
package enum BorderSet: Hashable, Sendable {
  /// `│ ─ ┌ ┐ └ ┘ ├ ┤ ┬ ┴ ┼`
  case unicode
  /// `| - +`, for terminals whose encoding is not UTF-8.
  case ascii
  /// Blanks.
  case none

  /// The directions into which a border character reaches.
  struct Arms: OptionSet {
    let rawValue: Int
    static let up = Arms(rawValue: 1)
    static let down = Arms(rawValue: 2)
    static let left = Arms(rawValue: 4)
    static let right = Arms(rawValue: 8)
  }

  /// Returns the character with the given arms.
  func character(_ arms: Arms) -> Unicode.Scalar {
    characters[arms.rawValue & 15]
  }

  /// Returns the arms of a character; none if it is not a border.
  func arms(of character: Unicode.Scalar) -> Arms {
    // From the back, because a line with one arm is drawn like one with two, and `+` is all.
    guard character != " ", let index = characters.lastIndex(of: character) else { return [] }
    switch Arms(rawValue: index) {
    case .up, .down: return [.up, .down]
    case .left, .right: return [.left, .right]
    case let arms: return arms
    }
  }

  /// One for each set of arms, numbered by its raw value.
  private var characters: [Unicode.Scalar] {
    switch self {
    case .unicode: Self.unicodeCharacters
    case .ascii: Self.asciiCharacters
    case .none: Self.blanks
    }
  }

  private static let unicodeCharacters: [Unicode.Scalar] = [
    " ", "│", "│", "│", "─", "┘", "┐", "┤", "─", "└", "┌", "├", "─", "┴", "┬", "┼",
  ]
  private static let blanks = [Unicode.Scalar](repeating: " ", count: 16)
  private static let asciiCharacters: [Unicode.Scalar] = [
    " ", "|", "|", "|", "-", "+", "+", "+", "-", "+", "+", "+", "-", "+", "+", "+",
  ]
}
