/// Names of emoji, by the character.
public enum EmojiNames {
  /// Returns the shortest of the names of one character, without colons; nil if it has none.
  ///
  /// The first call costs a pass over the table.
  public static func name(of scalar: Unicode.Scalar) -> String? { names[scalar] }

  private static let names: [Unicode.Scalar: String] = {
    var names: [Unicode.Scalar: String] = [:]
    for part in ShortcodeTable.parts {
      part.forEach { name, emoji in
        let scalars = String(decoding: emoji, as: UTF8.self).unicodeScalars
        // A variation selector after a character only requests colour.
        guard let first = scalars.first, scalars.dropFirst().allSatisfy({ $0 == "\u{FE0F}" })
        else { return }
        if let known = names[first], known.utf8.count <= name.count { return }
        names[first] = String(decoding: name, as: UTF8.self)
      }
    }
    return names
  }()
}
