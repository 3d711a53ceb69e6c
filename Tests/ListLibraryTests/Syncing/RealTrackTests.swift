import ListLibrary
import ListMarkdown
import ListModel
import TestSupport
import Testing

struct RealTrackTests {
  @Test(.enabled(if: RealData.isThere, Comment(rawValue: RealData.reason)))
  func theCatalogueHasTheListsAndEntriesOfItsPages() throws {
    let sample = try SampleLibrary()
    let folder = RealData.path("track")
    let report = try sample.library.follow(folder, in: "/")
    #expect(report.failures.isEmpty && report.notices.isEmpty)

    var expected: [ListID: [Entry]] = [:]
    for path in try PageFolder.pages(at: folder) {
      let page = try PageReader.read(PageBytes.read(path), path: path)
      expected[page.list.id] = page.entries
    }
    // 465 lists of their own, and five that lie deeper in the repository of one of them.
    #expect(expected.count == 470)
    let catalog = sample.library.open().catalog
    #expect(catalog.listCount == expected.count)
    #expect(catalog.count == expected.values.reduce(0) { $0 + $1.count })
    for number in 0..<catalog.listCount {
      let list = catalog.list(ListIndex(number))
      let entries = catalog.entries(of: ListIndex(number)).map { number in
        var entry = catalog.entry(EntryIndex(number))
        // Other pages' knowledge of the link is not part of this page.
        if entry.starsAsOf != nil { (entry.stars, entry.starsAsOf) = (nil, nil) }
        return entry
      }
      #expect(entries == expected[list.id], "\(list.id)")
      #expect(list.subject != nil && list.stars != nil, "\(list.id)")
    }
    let again = try sample.library.sync()
    #expect(again.read == 0 && again.unchanged == 470)
  }
}
