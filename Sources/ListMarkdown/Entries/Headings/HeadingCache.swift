/// The parts of the headings of a page: a page by days has the same ones below each day.
struct HeadingCache {
  private var known: [Key: [String]] = [:]

  /// Returns the parts of a heading, in the same array for the same text.
  mutating func parts(of heading: HeadingText) -> [String] {
    // A ` / ` inside a link does not separate a path, so the text alone does not determine the
    // parts.
    guard heading.text.links.isEmpty else { return heading.parts }
    let key = Key(text: heading.text.text)
    if let parts = known[key] { return parts }
    let parts = heading.parts
    known[key] = parts
    return parts
  }

  /// A text that is hashed as a whole, not byte by byte like an array.
  private struct Key: Hashable {
    let text: [UInt8]

    func hash(into hasher: inout Hasher) { text.withUnsafeBytes { hasher.combine(bytes: $0) } }
  }
}
