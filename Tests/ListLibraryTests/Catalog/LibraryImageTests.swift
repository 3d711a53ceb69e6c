import Glibc
import ListLibrary
import ListModel
import ListSearch
import TestSupport
import Testing

struct LibraryImageTests {
  private let lists = ["a/one": ["Kafka", "Über"], "b/two": ["C"]]

  private func image(_ sample: SampleLibrary) throws -> CatalogImage {
    CatalogImage(copying: try #require(contents(sample.cache("catalog.image"))))
  }

  @Test func aSyncHoldsEachTextOnce() throws {
    let sample = try SampleLibrary(following: lists)
    let image = try image(sample)
    #expect(image.isWhole && image.isSearchable && image.isOfToday)
    for section in [CatalogSection.title, .url, .description] {
      #expect(image.section(section).baseAddress == nil)
    }
    #expect(sample.entries() == lists)
    #expect(contents(sample.cache("catalog.image.scratch")) == nil)
    #expect(image.bytes.count < 20_000, "it ends with its last section")
  }

  /// As one that an earlier awl wrote, which knew of no casing and no outline of lists.
  @Test func theNextSyncRewritesAnImageOfAnEarlierAwl() throws {
    let sample = try SampleLibrary(following: lists)
    let catalog = Catalog(try image(sample))
    var builder = CatalogBuilder()
    for list in 0..<catalog.listCount { builder.append(ListIndex(list), of: catalog) }
    let earlier = builder.catalog()
    try put(
      earlier.image.adding(searchSections(of: earlier)), into: sample.cache("catalog.image"))
    #expect(try !image(sample).isOfToday)
    #expect(sample.entries() == lists)
    _ = try sample.library.sync()
    #expect(try image(sample).isOfToday)
    #expect(sample.entries() == lists)
  }

  /// As one of version 0.2, whose star counts of other pages are of all entries.
  @Test func anImageWithAnEarlierFormatOfAColumnIsReplaced() throws {
    let sample = try SampleLibrary(following: lists)
    var bytes = try #require(contents(sample.cache("catalog.image")))
    // The table follows on a head of 16 bytes: 24 for each section, its number and version first.
    let record = try #require(
      stride(from: 16, to: bytes.count - 8, by: 24).first { bytes[$0] == 70 && bytes[$0 + 1] == 0 })
    #expect(bytes[record + 4] == 2)
    bytes[record + 4] = 1
    try put(bytes, into: sample.cache("catalog.image"))
    #expect(try !image(sample).isWhole)
    #expect(sample.entries() == lists)
    _ = try sample.library.sync()
    #expect(try image(sample).isOfToday)
    #expect(sample.entries() == lists)
  }
}
