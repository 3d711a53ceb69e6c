package import ListModel

/// A version of an overview.
package struct PageVersion: Equatable, Sendable {
  package let commit: String
  package let day: Day
  package let author: String
  package let subject: String
  /// The changes of the version, one per line: `+ Title`, `- Title`.
  package let changes: [String]
  /// The lines of the page with entries that this version added.
  package let addedLines: Set<Int32>
  /// The entries that this version removed.
  package internal(set) var removals: [PageRemoval]

  /// Creates a version with its changes; entries are identified by their links, or else their
  /// titles.
  ///
  /// - Parameters:
  ///   - entries: those of the version, with the lines on which they start.
  ///   - before: the entries of the version before; nil for the first version.
  package init(
    commit: String, day: Day, author: String, subject: String, entries: [Entry], lines: [Int],
    before: [Entry]?, headings: [PageHeadingRow]
  ) {
    (self.commit, self.day, self.author, self.subject) = (commit, day, author, subject)
    guard let before else {
      (changes, addedLines, removals) = ([], [], [])
      return
    }
    var known: [String: Entry] = [:]
    for entry in before { known[RemovalPositions.key(of: entry)] = entry }
    var changes: [String] = []
    var added: Set<Int32> = []
    for (entry, line) in zip(entries, lines) {
      guard let old = known[RemovalPositions.key(of: entry)] else {
        changes.append("+ \(entry.title)  in \(entry.category)")
        added.insert(Int32(clamping: line))
        continue
      }
      if old.title != entry.title || old.description != entry.description {
        changes.append("~ \(entry.title)  edited, in \(entry.category)")
      } else if old.category != entry.category {
        changes.append("> \(entry.title)  moved from \(old.category) to \(entry.category)")
      }
    }
    let places = RemovalPositions(entries: entries, lines: lines, headings: headings)
    let gone = before.indices.filter { !places.has(before[$0]) }
    for number in gone {
      changes.append("- \(before[number].title)  in \(before[number].category)")
    }
    self.changes = changes
    addedLines = added
    removals = places.removals(of: gone, in: before).inOrder()
  }
}
