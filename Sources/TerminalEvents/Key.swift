/// A key of the keyboard, without its modifiers.
///
/// Terminals cannot distinguish all keys. Shift with a letter is the upper-case character; C-h is
/// `backspace`, C-i `tab`, C-j and C-m `enter`, C-[ `escape`.
package enum Key: Hashable, Sendable {
  /// A printing character, the space included.
  case character(Unicode.Scalar)
  case enter, tab, escape, backspace, delete, insert
  /// Tab with Shift, which terminals send as a key of its own.
  case backTab
  case up, down, left, right, home, end, pageUp, pageDown
  /// F1 and on.
  case function(Int)
}

extension Key {
  /// The name that keymaps, help and documentation use, as in `j`, `Space`, `PgDn`, `F1`.
  var name: String {
    switch self {
    case .character(" "): "Space"
    case .character(let scalar): String(Character(scalar))
    case .backTab: "S-Tab"
    case .function(let number): "F\(number)"
    default: Key.named.first { $0.key == self }?.name ?? ""
    }
  }

  /// Reads a name; nil for anything but the name of a key or a single character.
  init?(name: Substring) {
    if let named = Key.named.first(where: { $0.name.utf8.elementsEqual(name.utf8) }) {
      self = named.key
    } else if let scalar = name.unicodeScalars.first, name.unicodeScalars.count == 1,
      scalar.value > 0x20, !(0x7F...0x9F).contains(scalar.value)
    {
      self = .character(scalar)
    } else if name.utf8.first == UInt8(ascii: "F"), let number = Int(name.dropFirst()),
      (1...63).contains(number)
    {
      self = .function(number)
    } else {
      return nil
    }
  }

  /// The keys that have names; the first of several is the one that is printed.
  private static let named: [(name: String, key: Key)] = [
    ("Space", .character(" ")), ("Enter", .enter), ("Return", .enter), ("Tab", .tab),
    ("Esc", .escape), ("Escape", .escape), ("Backspace", .backspace), ("Del", .delete),
    ("Delete", .delete), ("Ins", .insert), ("Insert", .insert), ("Up", .up), ("Down", .down),
    ("Left", .left), ("Right", .right), ("Home", .home), ("End", .end), ("PgUp", .pageUp),
    ("PageUp", .pageUp), ("PgDn", .pageDown), ("PageDown", .pageDown),
    ("↑", .up), ("↓", .down), ("←", .left), ("→", .right),
  ]
}
