extension MarkupLimiter {
  /// Returns the text of a piece for cmark: edited, and with markup within the limits.
  mutating func text(of piece: MarkdownPiece, in bytes: [UInt8]) -> ArraySlice<UInt8> {
    guard !piece.edits.isEmpty || !piece.unlimited.isEmpty else { return bytes[piece.range] }
    var text: [UInt8] = []
    text.reserveCapacity(piece.range.count + 64)
    var edits = piece.edits[...]
    var place = piece.range.lowerBound
    for paragraph in piece.unlimited {
      place = MarkupLimiter.append(
        bytes, place..<paragraph.range.lowerBound, edits: &edits, to: &text)
      var paragraphText: [UInt8] = []
      place = MarkupLimiter.append(
        bytes, place..<max(place, paragraph.range.upperBound), edits: &edits, to: &paragraphText)
      text += limit(paragraphText, line: paragraph.line, range: paragraph.range)
    }
    let end = MarkupLimiter.append(
      bytes, place..<piece.range.upperBound, edits: &edits, to: &text)
    // A blank line after the last one.
    for edit in edits where edit.start == end { text += edit.text }
    return text[...]
  }

  /// Appends a range of the bytes with the edits that begin in it; returns the range's end
  /// including them.
  private static func append(
    _ bytes: [UInt8], _ range: Range<Int>, edits: inout ArraySlice<MarkdownEdit>,
    to text: inout [UInt8]
  ) -> Int {
    var place = range.lowerBound
    while let edit = edits.first, edit.start < range.upperBound {
      edits.removeFirst()
      text += bytes[place..<max(place, edit.start)]
      text += edit.text
      place = edit.range.upperBound
    }
    text += bytes[place..<max(place, range.upperBound)]
    return max(place, range.upperBound)
  }
}
