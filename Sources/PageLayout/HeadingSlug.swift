import ListMarkdown

/// The anchor of a heading, as GitHub derives it.
///
/// Letters become lower case; letters, marks, digits, `_` and `-` stay, spaces become hyphens,
/// everything else is dropped. An emoji is dropped, but the space after it stays: `## 📚 Learning &
/// Tools` is `-learning--tools`.
package enum HeadingSlug {
  /// Returns the name of a text.
  package static func slug(of text: String) -> String {
    var slug = ""
    for scalar in text.unicodeScalars {
      switch scalar {
      case " ": slug += "-"
      case "-", "_", "0"..."9", "a"..."z": slug.unicodeScalars.append(scalar)
      case "A"..."Z":
        if let lower = Unicode.Scalar(scalar.value | 0x20) { slug.unicodeScalars.append(lower) }
      default:
        if scalar.value >= 0x80, isWord(scalar) { slug += scalar.properties.lowercaseMapping }
      }
    }
    return slug
  }

  /// Returns the anchor of a heading: that of its text without pictures.
  static func slug(of block: DocumentBlock, in piece: DocumentPiece) -> String {
    var text: [UInt8] = []
    var start = piece.bytes(ofRuns: block.runs).lowerBound
    for run in piece.runs[block.runs] {
      if !run.style.contains(.image) {
        text += piece.text[start..<Int(run.end)].map { $0 < 0x20 ? 0x20 : $0 }
      }
      start = Int(run.end)
    }
    return slug(of: String(decoding: text, as: UTF8.self))
  }

  /// Returns only the letters and digits, to compare an anchor that matches no heading.
  package static func letters(of text: String) -> [Unicode.Scalar] {
    slug(of: text).unicodeScalars.filter { $0 != "-" && $0 != "_" && $0.value != 0xFE0F }
  }

  private static func isWord(_ scalar: Unicode.Scalar) -> Bool {
    let properties = scalar.properties
    switch properties.generalCategory {
    case .nonspacingMark, .spacingMark, .enclosingMark, .decimalNumber, .connectorPunctuation:
      return true
    default: return properties.isAlphabetic
    }
  }
}
