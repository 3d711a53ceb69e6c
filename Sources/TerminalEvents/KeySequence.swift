/// Keys pressed one after another for one command.
///
/// `gg` and `g g` are the same two keys; `C-x Enter` is written with a space. A word of two
/// characters that is not the name of a key is two keys; longer words must be names, so that a
/// misspelt name (`Entr`) is refused rather than parsed as four keys.
package struct KeySequence: Hashable, Sendable {
  /// The keys in the order in which they are pressed; never empty when parsed.
  package let keys: [KeyEvent]

  /// Creates a sequence of the keys.
  package init(_ keys: [KeyEvent]) {
    self.keys = keys
  }

  /// Parses `j`, `gg`, `g g`, `, d`, `C-x C-c`; nil if a word is not a key or there is none.
  package init?(parsing text: String) {
    var keys: [KeyEvent] = []
    for word in text.unicodeScalars.split(separator: " ") {
      if let key = KeyEvent(parsing: Substring(word)) {
        keys.append(key)
      } else if word.count == 2 {
        for scalar in word {
          guard let key = KeyEvent(parsing: String(Character(scalar))) else { return nil }
          keys.append(key)
        }
      } else {
        return nil
      }
    }
    guard !keys.isEmpty else { return nil }
    self.keys = keys
  }
}

extension KeySequence: CustomStringConvertible {
  /// `gg` if two plain characters do not form the name of one key, else `C-x C-c`.
  package var description: String {
    let names = keys.map(\.description)
    let joined = names.joined()
    let isPair = names.count == 2 && joined.unicodeScalars.count == 2
    return isPair && KeyEvent(parsing: joined) == nil ? joined : names.joined(separator: " ")
  }
}
