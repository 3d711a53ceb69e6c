import TerminalEvents

extension KeyEvent {
  /// The key in the same position on a US keyboard, for a letter of a Cyrillic or Greek layout; nil
  /// for any other key.
  ///
  /// It makes commands work without switching the layout.
  var latinEquivalent: KeyEvent? {
    guard case .character(let scalar) = key, let latin = Self.latinEquivalents[scalar] else {
      return nil
    }
    return KeyEvent(.character(latin), control: control, alt: alt)
  }

  private static let latinEquivalents: [Unicode.Scalar: Unicode.Scalar] = {
    let rows: [(String, String)] = [
      ("йцукенгшщзхъфывапролджэячсмитьбюё", "qwertyuiop[]asdfghjkl;'zxcvbnm,.`"),
      ("ЙЦУКЕНГШЩЗХЪФЫВАПРОЛДЖЭЯЧСМИТЬБЮЁ", "QWERTYUIOP{}ASDFGHJKL:\"ZXCVBNM<>~"),
      ("іїє", "s]'"), ("ІЇЄ", "S}\""),
      ("ςερτυθιοπασδφγηξκλζχψωβνμ", "wertyuiopasdfghjklzxcvbnm"),
      ("ΕΡΤΥΘΙΟΠΑΣΔΦΓΗΞΚΛΖΧΨΩΒΝΜ", "ERTYUIOPASDFGHJKLZXCVBNM"),
    ]
    var places: [Unicode.Scalar: Unicode.Scalar] = [:]
    for (letters, latin) in rows {
      for (letter, key) in zip(letters.unicodeScalars, latin.unicodeScalars) {
        places[letter] = key
      }
    }
    return places
  }()
}
