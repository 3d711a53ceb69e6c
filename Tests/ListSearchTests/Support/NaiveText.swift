/// Folding, by a table of the letters that the random texts are made of.
enum NaiveFolding {
  static let letters: [(original: Unicode.Scalar, cased: String)] = [
    ("a", "a"), ("b", "b"), ("c", "c"), ("A", "A"), ("B", "B"), ("1", "1"), ("2", "2"),
    (" ", " "), (" ", " "), ("-", "-"), ("/", "/"), (".", "."), ("é", "e"), ("Á", "A"),
    ("ß", "ss"), ("Æ", "AE"), ("\u{301}", ""), ("\u{316}", ""), ("\u{200D}", ""), ("\u{FE0F}", ""),
    ("\u{3000}", " "), ("ａ", "a"), ("Ｂ", "B"), ("я", "я"), ("Я", "Я"), ("й", "и"), ("学", "学"),
    ("🎓", "🎓"), ("\u{202E}", ""), ("\u{AD}", ""), ("—", "-"), ("\u{10FFFF}", "\u{10FFFF}"),
  ]

  static func lowercased(_ text: String) -> String {
    String(
      String.UnicodeScalarView(
        text.unicodeScalars.map {
          switch $0 {
          case "A"..."Z": Unicode.Scalar($0.value + 32) ?? $0
          case "Я": "я"
          default: $0
          }
        }))
  }
}

/// A folded text as code points, with the places at which words begin.
struct NaiveText {
  var scalars: [UInt32] = []
  var wordStarts: [Bool] = []

  init(_ text: String, keepingCase: Bool, hasHumps: Bool = true) {
    var previous = " "
    for scalar in text.unicodeScalars {
      let cased = NaiveFolding.letters.first { $0.original == scalar }?.cased ?? String(scalar)
      guard let first = cased.unicodeScalars.first else { continue }
      let start = NaiveText.wordStarts(
        at: String(String.UnicodeScalarView([first])), after: previous)
      for (place, letter) in cased.unicodeScalars.enumerated() {
        let folded = keepingCase ? String(letter) : NaiveFolding.lowercased(String(letter))
        scalars += folded.unicodeScalars.map(\.value)
        wordStarts.append(hasHumps && place == 0 && start)
      }
      previous = String(String.UnicodeScalarView([first]))
    }
  }

  /// As bytes, the starts of words being at the first byte of a letter.
  var bytewise: NaiveText {
    var bytes = NaiveText("", keepingCase: false)
    for (scalar, isStart) in zip(scalars, wordStarts) {
      guard let scalar = Unicode.Scalar(scalar) else { continue }
      for (place, byte) in String(scalar).utf8.enumerated() {
        bytes.scalars.append(UInt32(byte))
        bytes.wordStarts.append(place == 0 && isStart)
      }
    }
    return bytes
  }

  /// Whether a word begins or ends at a place.
  func isEdge(_ place: Int) -> Bool {
    place == 0 || place == scalars.count || wordStarts[place]
      || !NaiveText.isWord(scalars[place]) || !NaiveText.isWord(scalars[place - 1])
  }

  static func isWord(_ scalar: UInt32) -> Bool {
    scalar >= 0x80
      || Unicode.Scalar(scalar).map { "a"..."z" ~= $0 || "A"..."Z" ~= $0 || "0"..."9" ~= $0 }
        ?? false
  }

  private static func wordStarts(at letter: String, after previous: String) -> Bool {
    func kind(_ text: String) -> Int {
      guard let scalar = text.unicodeScalars.first, isWord(scalar.value) else { return 0 }
      if "0"..."9" ~= scalar { return 3 }
      return NaiveFolding.lowercased(text).unicodeScalars.first == scalar ? 1 : 2
    }
    switch (kind(previous), kind(letter)) {
    case (0, 1...): return true
    case (1, 2), (1, 3), (2, 3): return true
    default: return false
    }
  }
}
