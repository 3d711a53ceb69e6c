/// Counts the entries of a README if it is read as a list of tips.
///
/// A heading without a link, with text below it and no entries, is a tip in a list of tips and
/// plain text in all other lists. The whole README decides: it is a list of tips if ten or more
/// headings of one level could be tips, and they outnumber all its other entries.
struct TipCount {
  private static let fewest = 10

  /// By level of the heading.
  private var tips = [Int](repeating: 0, count: 7)
  private var linkedHeadings = [Int](repeating: 0, count: 7)
  private var unlinkedItems = 0
  /// The level of the heading with only text below it.
  private var level: Int?

  /// Text is below a heading.
  mutating func reachText(belowLevel level: Int) { self.level = level }

  /// The blocks below the heading are entries.
  mutating func enterEntries() { level = nil }

  mutating func reachHeading() {
    if let level { tips[level] += 1 }
    level = nil
  }

  /// Counts a heading with a link, which is an entry.
  mutating func add(linkedHeading level: Int) { linkedHeadings[level] += 1 }

  /// This many items without any link are entries.
  mutating func add(unlinkedItems count: Int) { unlinkedItems += count }

  /// Returns the form of a README that was read to its end as links and has this many entries.
  func form(entries: Int) -> ReadmeForm {
    guard let most = tips.max(), most >= TipCount.fewest, let level = tips.firstIndex(of: most)
    else { return .links }
    let others = entries - unlinkedItems - linkedHeadings[(level + 1)...].reduce(0, +)
    return most > others ? .tips(level: level) : .links
  }
}
