import ListModel
import TestSupport
import Testing

/// Columns of numbers that take one, two or four bytes each.
struct CompactColumnTests {
  /// A list whose entries each have a category and a mark of their own, in lists of a hundred.
  private static func builder(entries: Int) -> CatalogBuilder {
    var builder = CatalogBuilder()
    for start in stride(from: 0, to: entries, by: 100) {
      builder.append(
        AwesomeList(id: ListID("o/\(start)"), title: "List"),
        entries: (start..<min(start + 100, entries)).map {
          Entry(title: "\($0)", category: CategoryPath(["C\($0)"]), marks: [Mark("m\($0)")])
        })
    }
    return builder
  }

  @Test(arguments: [(1, 1), (256, 1), (257, 2), (65_536, 2), (65_537, 4)])
  func eachEntryHasItsOwnNumbersInAsFewBytesAsTheyNeed(count: Int, width: Int) {
    let builder = Self.builder(entries: count)
    let catalog = builder.catalog()
    #expect(catalog.image.section(.entryCategory).count == count * width)
    #expect(catalog.image.section(.entryMarks).count == count * width)
    #expect(
      (0..<count).allSatisfy { number in
        let entry = EntryIndex(number)
        return catalog.category(of: entry).headings == ["C\(number)"]
          && catalog.marks(of: entry) == [Mark("m\(number)")]
          && catalog.listIndex(of: entry) == ListIndex(number / 100)
      })
  }

  /// Lists lie packed in the database, where an earlier awl must be able to read them.
  @Test func aPackedListHasFourBytesANumber() {
    let image = CatalogImage(copying: Self.builder(entries: 3).listsImage())
    for section in [CatalogSection.entryList, .entryCategory, .entryMarks] {
      #expect(image.section(section).count == 12)
    }
    let catalog = Catalog(image)
    let categories = (0..<3).map { catalog.category(of: EntryIndex($0)).headings }
    #expect(categories == [["C0"], ["C1"], ["C2"]])
  }

  @Test func bytesOfAnyLengthAreRead() {
    var generator = SeededGenerator(seed: 7)
    for rows in 0..<9 {
      for length in 0..<40 {
        let bytes = (0..<length).map { _ in UInt8.random(in: 0...255, using: &generator) }
        let image = CatalogImage([(.entryMarks, [.bytes(bytes)])])
        let numbers = CompactNumbers(.entryMarks, of: image, rows: rows)
        let width = length == rows ? 1 : length == rows * 2 ? 2 : 4
        let expected = (0..<length / width).map { row in
          (0..<width).reduce(UInt32(0)) { $0 | UInt32(bytes[row * width + $1]) << UInt32(8 * $1) }
        }
        withExtendedLifetime(image) {
          #expect(numbers.count == expected.count)
          #expect((0..<numbers.count).map { numbers.number(at: $0, or: 0) } == expected)
          for outside in [-1, numbers.count, Int.max, Int.min] {
            #expect(numbers.number(at: outside, or: 5) == 5)
          }
        }
      }
    }
  }
}
