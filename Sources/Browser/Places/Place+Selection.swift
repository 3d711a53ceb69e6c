import ListModel
import ListSearch

extension Place {
  /// The rows of the open range, from its start to the cursor; nil without one.
  package var rangeRows: ClosedRange<Int>? {
    guard let start = selection.rangeStart, let row = result.rows.row(of: start),
      result.rows.indices.contains(entries.cursor)
    else { return nil }
    return min(row, entries.cursor)...max(row, entries.cursor)
  }

  /// Returns whether an entry is marked, not counting an open range.
  func isMarked(_ entry: EntryIndex) -> Bool { selection.contains(entry, in: catalog) }

  /// How many entries are marked, counting those of an open range.
  package var markedCount: Int {
    let inRange = rangeRows?.count { !isMarked(result.rows[$0]) }
    return selection.count + (inRange ?? 0)
  }

  /// Marks the rows of an open range and closes it.
  mutating func settleRange() {
    guard selection.rangeStart != nil else { return }
    if let rows = rangeRows { mark(rows: rows) }
    selection.rangeStart = nil
  }

  /// Marks rows, in screen order.
  mutating func mark(rows: some Sequence<Int>) {
    for row in rows { selection.insert(result.rows[row], in: catalog) }
  }

  /// Drops the marks of entries without a link, which `awl pick` cannot print.
  mutating func dropMarksWithoutLink() {
    for entry in selection.entries where catalog.urls.isEmpty(at: entry.number) {
      selection.toggle(entry, in: catalog)
    }
  }
}
