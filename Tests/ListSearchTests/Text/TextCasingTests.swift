import ListModel
import ListSearch
import TestSupport
import Testing

/// A searchable image stores folded texts, which are restored unchanged.
struct TextCasingTests {
  private let pieces = [
    "Go", "kafka", "ABC", "é", "É", "e\u{301}", "ß", "ﬁ", "“x”", "日本", "\u{0}", " ", "@[`{", "Z",
    "a", "İ",
    "A much longer piece with more than sixty-four bytes, Capitals In It and 123 digits",
  ]

  private func text(_ random: inout SeededGenerator, _ most: Int) -> String {
    (0..<Int.random(in: 0...most, using: &random))
      .map { _ in pieces.randomElement(using: &random) ?? "" }.joined()
  }

  private func catalog(_ count: Int, _ random: inout SeededGenerator) -> Catalog {
    let entries = (0..<count).map { _ in
      Entry(
        title: text(&random, 3), url: Bool.random(using: &random) ? text(&random, 2) : nil,
        description: text(&random, 4))
    }
    var builder = CatalogBuilder()
    builder.append(AwesomeList(id: ListID("o/r"), title: "R"), entries: entries)
    return builder.catalog()
  }

  @Test func textsComeOutAsTheyWere() {
    var random = SeededGenerator(seed: 8)
    for _ in 0..<rounds(60, soak: 2_000) {
      let plain = catalog(Int.random(in: 0...200, using: &random), &random)
      let folded = Catalog(CatalogImage(copying: searchableImage(of: plain)))
      #expect(folded.image.isSearchable && folded.image.section(.title).baseAddress == nil)
      #expect(folded.count == plain.count)
      for entry in (0..<plain.count).map({ EntryIndex($0) }) {
        let bytes = folded.titles.withBytes(at: entry.number) { Array($0) }
        #expect(bytes == plain.titles.withBytes(at: entry.number) { Array($0) })
        #expect(folded.entry(entry) == plain.entry(entry))
        #expect(folded.fingerprint(of: entry) == plain.fingerprint(of: entry))
        #expect(folded.urls.isEmpty(at: entry.number) == plain.urls.isEmpty(at: entry.number))
      }
      #expect(folded.titles[plain.count] == "" && folded.titles[-1] == "")
    }
  }

  @Test func aBatchHasTheTextsOfItsEntriesInTheirOrder() {
    var random = SeededGenerator(seed: 10)
    for _ in 0..<rounds(60, soak: 2_000) {
      let plain = catalog(Int.random(in: 0...200, using: &random), &random)
      let folded = Catalog(CatalogImage(copying: searchableImage(of: plain)))
      let places = (-1...plain.count).map { EntryIndex($0) }.shuffled(using: &random)
      let entries = places.prefix(Int.random(in: 0...40, using: &random))
      for catalog in [plain, folded] {
        var batch = EntryTextBatch(of: catalog.descriptions)
        batch.read(places[...])
        batch.read(entries)
        for (slot, entry) in entries.enumerated() {
          let text = Array(plain.descriptions[entry.number].utf8)
          var line: [UInt8] = [1]
          #expect(batch.append(slot, to: &line) == text.count)
          #expect(line == [1] + text)
        }
      }
    }
  }

  @Test func aListIsCopiedOutOfAnImageOfFoldedTexts() {
    var random = SeededGenerator(seed: 9)
    let plain = catalog(150, &random)
    let folded = Catalog(CatalogImage(copying: searchableImage(of: plain)))
    var builder = CatalogBuilder()
    builder.append(ListIndex(0), of: folded)
    let copied = builder.catalog()
    #expect(
      (0..<150).map { copied.entry(EntryIndex($0)) }
        == (0..<150).map { plain.entry(EntryIndex($0)) })
  }

  @Test func damagedCasingChangesTextsButNeverCrashes() {
    var random = SeededGenerator(seed: 10)
    let plain = catalog(100, &random)
    let whole = searchableImage(of: plain)
    let image = CatalogImage(copying: whole)
    for section in [CatalogSection.titleCasing, .urlCasing, .descriptionCasing] {
      guard let start = image.section(section).baseAddress, let base = image.bytes.baseAddress
      else {
        Issue.record("no \(section)")
        continue
      }
      for _ in 0..<300 {
        var bytes = whole
        for _ in 0..<4 {
          let place = Int.random(in: 0..<image.section(section).count, using: &random)
          bytes[start - base + place] = UInt8.random(in: 0...0xFF, using: &random)
        }
        let damaged = Catalog(CatalogImage(copying: bytes))
        #expect(damaged.count == 100)
        let length = (0..<100).reduce(0) {
          $0 + damaged.entry(EntryIndex($1)).description.utf8.count
        }
        #expect(length < whole.count * 20)
      }
    }
  }
}
