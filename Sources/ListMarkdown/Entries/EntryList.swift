import ListModel

/// The entries of a page, up to the limits.
struct EntryList {
  /// The entries; empty if they are packed.
  private(set) var entries: [Entry] = []
  /// The line that each entry starts on; empty if they are packed.
  private(set) var lines: [Int] = []
  /// Packs the entries instead of making texts of them; nil if texts are wanted.
  private(set) var columns: CatalogBuilder?
  private(set) var count = 0
  var issues = IssueLog()
  private var links = 0
  private var isFull = false

  init(isPacked: Bool) {
    if isPacked { columns = CatalogBuilder() }
  }

  /// Adds an entry at a place of the page.
  mutating func append(
    _ text: inout EntryText, category: CategoryPath, added: Day?, line: Int
  ) {
    guard !isFull else { return }
    guard count < PageLimits.entries else {
      isFull = true
      issues.add(line: line, "more than \(PageLimits.entries) entries: the rest was not read")
      return
    }
    if let repair = text.repair { issues.add(line: line, repair.rawValue) }
    let room = links < PageLimits.links ? PageLimits.linksOfEntry : 1
    if text.entry.links.count > room {
      text.entry.keepLinks(room)
      issues.add(line: line, "the entry has too many links: only the first \(room) are kept")
    }
    links += text.entry.links.count
    count += 1
    if columns == nil {
      lines.append(line)
      entries.append(Entry(text.entry, category: category, added: added))
    } else {
      columns?.append(text.entry, category: category, added: added)
    }
  }
}
