import ListModel

/// The entries of a page as they are found, no more than the limits allow.
struct EntryList {
  private(set) var entries: [Entry] = []
  /// The line that each entry starts on.
  private(set) var lines: [Int] = []
  var issues = IssueLog()
  private var links = 0
  private var isFull = false

  mutating func append(_ entry: consuming Entry, line: Int) {
    guard !isFull else { return }
    guard entries.count < PageLimits.entries else {
      isFull = true
      issues.add(line: line, "more than \(PageLimits.entries) entries: the rest was not read")
      return
    }
    let room = links < PageLimits.links ? PageLimits.linksOfEntry : 1
    if entry.links.count > room {
      entry.links.removeSubrange(room...)
      issues.add(line: line, "the entry has too many links: only the first \(room) are kept")
    }
    links += entry.links.count
    lines.append(line)
    entries.append(entry)
  }
}
