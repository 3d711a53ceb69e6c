/// Letters that take one column in most terminals and two in those set up for Chinese, Japanese or
/// Korean: East_Asian_Width=Ambiguous in Unicode, among them Greek, Cyrillic and accented Latin.
///
/// If the user sets them to two, those with an ASCII look-alike are replaced by it, which keeps
/// awl's own drawing aligned; the others take two.
package enum AmbiguousWidth {
  /// Returns whether terminals disagree on the columns of a letter.
  static func contains(_ scalar: Unicode.Scalar) -> Bool {
    guard scalar.value >= 0xA1 else { return false }
    // The number of boundaries at or before it: an odd number is inside a range.
    var low = 0
    var high = edges.count
    while low < high {
      let middle = (low + high) / 2
      if edges[middle] <= scalar.value { low = middle + 1 } else { high = middle }
    }
    return low % 2 == 1
  }

  /// Returns whether a letter takes two columns if ambiguous letters do.
  package static func isWide(_ scalar: Unicode.Scalar) -> Bool {
    contains(scalar) && scalar.asciiSubstitute == "?"
  }

  /// Returns the one-column replacement of a letter if ambiguous letters take two.
  package static func narrowed(_ scalar: Unicode.Scalar) -> Unicode.Scalar {
    contains(scalar) ? scalar.asciiSubstitute : scalar
  }
}

extension SafeText {
  /// Returns the text with its ambiguous letters 1 or 2 columns wide.
  package func measured(ambiguousColumns: Int) -> SafeText {
    guard ambiguousColumns == 2, case .cells(let cells) = storage,
      cells.contains(where: { $0.width == 1 && AmbiguousWidth.isWide($0.base) })
    else { return self }
    return SafeText(
      cells: cells.map { AmbiguousWidth.isWide($0.base) ? $0.widened : $0 }, source: source,
      hiddenCount: hiddenCount)
  }
}

extension Unicode.Scalar {
  /// The ASCII replacement of a character where nothing else can be shown; `?` if none is
  /// similar.
  package var asciiSubstitute: Unicode.Scalar {
    switch self {
    case " "..."~": self
    case "\u{A0}": " "
    case "…": "~"
    case "•", "·", "★", "☆", "⭐", "●", "■": "*"
    case "○", "◦": "o"
    case "×": "x"
    case "‘", "’", "´": "'"
    case "“", "”": "\""
    case "‐", "‑", "–", "—", "―", "─": "-"
    case "→", "▶", "▸", "›": ">"
    case "←": "<"
    case "▼", "▾": "v"
    case "█": "#"
    case "│": "|"
    default: "?"
    }
  }
}
