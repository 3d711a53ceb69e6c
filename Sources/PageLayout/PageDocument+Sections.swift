package import ListMarkdown

extension PageDocument {
  /// Returns a heading's section, including its subsections: by the heading's text or its anchor,
  /// ignoring case, or the first whose text contains the words.
  package func section(named name: String) -> PageDocument? {
    var headings: [LaidOutHeading] = []
    for index in 0..<pieceCount {
      headings += PieceLayout.lay(piece(index), LayoutOptions(columns: 200)).headings
    }
    let slug = HeadingSlug.slug(of: name)
    let wanted = name.lowercased()
    let found =
      headings.firstIndex { $0.text.lowercased() == wanted }
      ?? headings.firstIndex { $0.slug.utf8.elementsEqual(slug.utf8) }
      ?? headings.firstIndex {
        HeadingSlug.letters(of: $0.text) == HeadingSlug.letters(of: name) && !slug.isEmpty
      }
      ?? headings.firstIndex { !wanted.isEmpty && $0.text.lowercased().contains(wanted) }
    guard let found else { return nil }
    let heading = headings[found]
    let next = headings[(found + 1)...].first { $0.level <= heading.level }
    return part(Int(heading.source)..<(next.map { Int($0.source) } ?? .max))
  }
}
