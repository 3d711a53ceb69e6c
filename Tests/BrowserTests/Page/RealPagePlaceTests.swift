@testable import Browser
import Foundation
import ListMarkdown
import ListModel
import PageLayout
import TestSupport
import Testing

/// From each entry of the real lists to its place in the page, and back.
@Suite(.enabled(if: RealData.isThere, Comment(rawValue: RealData.reason)))
struct RealPagePlaceTests {
  private static let folders: [String] = {
    let root = RealData.path("track/content")
    let found = FileManager.default.enumerator(atPath: root)?.compactMap { $0 as? String } ?? []
    return found.filter { $0.hasSuffix("/readme/README.md") }.sorted()
      .map { root + "/" + $0.dropLast("/readme/README.md".count) }
  }()

  private func page(_ path: String) throws -> (document: PageDocument, read: ParsedPage) {
    let bytes = [UInt8](try #require(FileManager.default.contents(atPath: path)))
    return (try PageDocument(bytes), try PageReader.read(bytes, path: path))
  }

  private func view(
    _ page: (document: PageDocument, read: ParsedPage), _ catalog: Catalog
  ) -> PageView {
    var laid = LaidOutPage(page.document, LayoutOptions(columns: 88))
    let entries = PageContents.places(
      of: ListIndex(0), in: catalog, among: page.read.entries, lines: page.read.lines)
    let headings = PageContents.headings(of: &laid, entries: entries)
    let request = PageRequest(list: page.read.list.id, options: laid.options, generation: 1)
    return PageView(
      PageContents(
        request: request, title: "", path: "", page: laid, entries: entries, headings: headings))
  }

  @Test func everyEntryOfAnOverviewLeadsToItsPlaceAndBack() throws {
    var (all, good) = (0, 0)
    if !isSoak { print("reduced: some 150 entries of each page; AWL_SOAK=1 takes all") }
    for folder in Self.folders {
      let page = try page(folder + "/readme/README.md")
      let step = isSoak ? 1 : max(1, page.read.entries.count / 150)
      var builder = CatalogBuilder()
      builder.append(page.read.list, entries: page.read.entries)
      let catalog = builder.catalog()
      var view = view(page, catalog)
      var wrong: [String] = []
      for number in stride(from: 0, to: catalog.count, by: step) {
        let entry = EntryIndex(number)
        let isThere = view.go(to: entry, link: catalog.urls[number], rows: 30)
        all += 1
        if isThere, let back = view.entry, isSame(back, entry, catalog) {
          good += 1
        } else {
          wrong.append(catalog.titles[number])
        }
      }
      if !wrong.isEmpty { print("\(folder): \(wrong.count) wrong: \(wrong.prefix(3))") }
    }
    print("\(good) of \(all) entries lead to their place and back")
    #expect(all > 1_000 && Double(good) >= 0.995 * Double(all))
  }

  /// A list's daily page also has entries that were removed from the overview since, or renamed
  /// there.
  @Test func theEntriesOfTheDailyPagesAreFoundInTheOverviews() throws {
    var (all, found) = (0, 0)
    for folder in Self.folders {
      guard let daily = try? page(folder + "/README.md") else { continue }
      let overview = try page(folder + "/readme/README.md")
      var builder = CatalogBuilder()
      builder.append(daily.read.list, entries: daily.read.entries)
      let catalog = builder.catalog()
      let view = view(overview, catalog)
      let there = Set(overview.read.entries.compactMap { $0.url.map { LinkKey($0) } })
      let expected = daily.read.entries.count { entry in
        entry.url.map { there.contains(LinkKey($0)) } ?? false
      }
      all += expected
      found += view.contents.entries.count { place in
        there.contains(LinkKey(catalog.urls[place.entry.number]))
      }
    }
    print("\(found) of \(all) entries of daily pages that the overviews have are placed in them")
    #expect(all > 1_000 && Double(found) >= 0.995 * Double(all))
  }

  /// One place may have two entries of one link.
  private func isSame(_ one: EntryIndex, _ other: EntryIndex, _ catalog: Catalog) -> Bool {
    one == other
      || catalog.urls[one.number].utf8.elementsEqual(catalog.urls[other.number].utf8)
        && catalog.titles[one.number].utf8.elementsEqual(catalog.titles[other.number].utf8)
  }
}
