/// A key with its modifiers.
///
/// Its text form is that of keymaps: `j`, `G`, `C-d`, `A-b`, `S-Tab`, `C-A-Left`, `F1`.
package struct KeyEvent: Hashable, Sendable {
  /// The key itself.
  package let key: Key
  /// Whether Control was held; letters are then lower-case, since terminals do not distinguish
  /// them.
  package let control: Bool
  /// Whether Alt (or Meta) was held.
  package let alt: Bool
  /// Whether Shift was held, if terminals report it: with arrows, Home, F1 and the like.
  ///
  /// Always false for characters (`G` implies it) and for `backTab`.
  package let shift: Bool

  /// Brings the key into the one form that each combination has.
  package init(_ key: Key, control: Bool = false, alt: Bool = false, shift: Bool = false) {
    self.control = control
    self.alt = alt
    switch key {
    case .character(let scalar):
      self.key = .character(control ? scalar.asciiLowercased : scalar)
      self.shift = false
    case .backTab, .tab:
      self.key = shift ? .backTab : key
      self.shift = false
    default:
      self.key = key
      self.shift = shift
    }
  }

  /// Creates a plain character, as in `KeyEvent("j")`.
  package init(_ character: Unicode.Scalar) {
    self.init(.character(character))
  }

  /// Reads `j`, `C-d`, `A-b`, `S-Tab`, `PgDn`, `Space`, `F1`; nil for anything else.
  package init?(parsing text: some StringProtocol) {
    var rest = Substring(text)
    var control = false
    var alt = false
    var shift = false
    while rest.utf8.count > 2, rest.utf8.dropFirst().first == UInt8(ascii: "-") {
      switch rest.utf8.first {
      case UInt8(ascii: "C") where !control: control = true
      case UInt8(ascii: "A") where !alt: alt = true
      case UInt8(ascii: "S") where !shift: shift = true
      default: return nil
      }
      rest = Substring(rest.unicodeScalars.dropFirst(2))
    }
    guard let key = Key(name: rest) else { return nil }
    if case .character = key, shift { return nil }
    self.init(key, control: control, alt: alt, shift: shift)
  }
}

extension KeyEvent: CustomStringConvertible {
  /// The form that `init(parsing:)` reads.
  package var description: String {
    (control ? "C-" : "") + (alt ? "A-" : "") + (shift ? "S-" : "") + key.name
  }
}

extension Unicode.Scalar {
  fileprivate var asciiLowercased: Unicode.Scalar {
    (UInt32(0x41)...0x5A).contains(value) ? Unicode.Scalar(UInt8(value + 0x20)) : self
  }
}
