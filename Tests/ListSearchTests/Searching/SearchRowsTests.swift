import ListModel
import ListSearch
import Testing

struct SearchRowsTests {
  @Test func keepsItsEntriesInTheirOrder() {
    let entries = [EntryIndex(7), EntryIndex(0), EntryIndex(700_000)]
    let rows = SearchRows(entries)
    #expect(Array(rows) == entries)
    #expect(rows.reversed().map(\.number) == [700_000, 0, 7])
    #expect(rows[1] == EntryIndex(0))
    #expect(rows.indices == 0..<3)
    #expect(SearchRows().isEmpty)
  }
}
