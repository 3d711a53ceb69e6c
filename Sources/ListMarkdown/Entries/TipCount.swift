/// Counts what are entries of a README if it is written as tips.
///
/// A heading without a link, with text below it and nothing that is an entry, is a tip in a list of
/// tips, and a word to the reader in all other lists. So the whole decides: a README is a list of
/// tips where the headings of one level that could be such are ten or more, and more than all
/// entries that it has otherwise.
struct TipCount {
  private static let fewest = 10

  /// By level of the heading.
  private var tips = [Int](repeating: 0, count: 7)
  private var linkedHeadings = [Int](repeating: 0, count: 7)
  private var unlinkedItems = 0
  /// The level of the heading that has had text below it and nothing else.
  private var level: Int?

  /// Text stands below a heading.
  mutating func comeToText(belowLevel level: Int) { self.level = level }

  /// What stands below the heading is entries.
  mutating func comeToEntries() { level = nil }

  mutating func comeToHeading() {
    if let level { tips[level] += 1 }
    level = nil
  }

  /// A heading with a link is an entry.
  mutating func add(linkedHeading level: Int) { linkedHeadings[level] += 1 }

  /// So many items without any link are entries.
  mutating func add(unlinkedItems count: Int) { unlinkedItems += count }

  /// The form of a README that was read to its end as links, and has so many entries.
  func form(entries: Int) -> ReadmeForm {
    guard let most = tips.max(), most >= TipCount.fewest, let level = tips.firstIndex(of: most)
    else { return .links }
    let others = entries - unlinkedItems - linkedHeadings[(level + 1)...].reduce(0, +)
    return most > others ? .tips(level: level) : .links
  }
}
