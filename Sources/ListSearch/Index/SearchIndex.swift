import ListModel
import Synchronization

/// The folded texts of a catalog, with signatures for rejecting them.
///
/// It is part of the catalog's image if that was created by `searchableImage`; otherwise it is
/// derived in memory. All columns are views of one of the two images. Sendable, because they are
/// immutable.
final class SearchIndex: @unchecked Sendable {
  let count: Int
  let titles: FoldedColumn
  let urls: FoldedColumn
  let descriptions: FoldedColumn
  /// The headings of each category as they are shown: `libraries / go`.
  let categories: FoldedColumn
  let listPaths: FoldedColumn
  let titleLetters: SignatureRows
  let categoryLetters: SignatureRows
  let urlPairs: SignatureRows
  let descriptionPairs: SignatureRows
  /// The letters and digits of URL and description together.
  let otherLetters: SignatureRows
  let entryLists: CompactNumbers
  let entryCategories: CompactNumbers
  let entryDays: NumberView<Int32>
  let entryStars: StarColumn
  let entryMarks: CompactNumbers
  let removed: NumberView<UInt64>
  let bulk: NumberView<UInt64>
  let newestFirst: NumberView<UInt32>
  let sameLinkFirst: NumberView<UInt32>
  let sharedLinks: SharedLinks
  /// Days that entries have, newest first.
  let distinctDays: NumberView<Int32>
  /// For each entry the place of its day among those, or their number for an entry without one.
  let entryDistinctDays: CompactNumbers
  /// The counts without a query and facets; nil if the image does not have them.
  let wholeCounts: WholeCounts?
  /// The catalog with the original texts, for case-sensitive words.
  let catalog: Catalog

  private let derived: CatalogImage
  /// The owners of the text columns' memory.
  private let lengths: [TextLengths]
  private let touched = Atomic<UInt8>(0)
  private let isTouched = Atomic(false)

  /// Opens the index of a catalog, or derives it.
  init(_ catalog: Catalog) {
    let image = catalog.image
    let derived =
      Self.isIndexed(catalog) ? image : CatalogImage(searchSections(of: catalog))
    self.catalog = catalog
    self.derived = derived
    count = catalog.count
    var lengths: [TextLengths] = []
    func column(_ section: CatalogSection) -> FoldedColumn {
      FoldedColumn(derived.section(section), keptBy: &lengths)
    }
    titles = FoldedColumn(
      derived.section(.foldedTitle), boundaries: derived.section(.titleBoundaries),
      keptBy: &lengths)
    urls = column(.foldedURL)
    descriptions = column(.foldedDescription)
    categories = column(.foldedCategory)
    listPaths = column(.foldedListPath)
    titleLetters = SignatureRows(derived.section(.titleLetters))
    categoryLetters = SignatureRows(derived.section(.categoryLetters))
    urlPairs = SignatureRows(derived.section(.urlPairs))
    descriptionPairs = SignatureRows(derived.section(.descriptionPairs))
    otherLetters = SignatureRows(derived.section(.otherLetters))
    distinctDays = NumberView(.distinctDay, of: derived)
    entryDistinctDays = CompactNumbers(.entryDistinctDay, of: derived, rows: count)
    wholeCounts = WholeCounts(
      derived, categoryCount: categories.count, dayCount: distinctDays.count)
    entryLists = CompactNumbers(.entryList, of: image, rows: count)
    entryCategories = CompactNumbers(.entryCategory, of: image, rows: count)
    entryDays = NumberView(.entryDay, of: image)
    entryStars = StarColumn(image)
    entryMarks = CompactNumbers(.entryMarks, of: image, rows: count)
    removed = NumberView(.entryRemoved, of: image)
    bulk = NumberView(.entryBulk, of: image)
    newestFirst = NumberView(.newestFirst, of: image)
    sameLinkFirst = NumberView(.sameLinkFirst, of: image)
    sharedLinks = SharedLinks(image)
    self.lengths = lengths
  }

  private static func isIndexed(_ catalog: Catalog) -> Bool {
    let columns: [(CatalogSection, Int)] = [
      (.foldedTitle, catalog.count), (.foldedURL, catalog.count),
      (.foldedDescription, catalog.count), (.foldedCategory, catalog.categories.count),
      (.foldedListPath, catalog.listCount),
    ]
    return columns.allSatisfy { FoldedColumn.count(of: catalog.image.section($0)) == $1 }
  }

  /// Reads a byte of each page of the derived sections, until it is cancelled; only once, because it
  /// evicts everything else from the processor's caches.
  func touchPages(isCancelled: () -> Bool) {
    guard !isTouched.load(ordering: .relaxed) else { return }
    let pageSize = 4_096
    var sum: UInt8 = 0
    for section in CatalogSection.allCases where section.isOfSearch {
      let bytes = derived.section(section)
      for offset in stride(from: 0, to: bytes.count, by: pageSize) {
        if offset % (pageSize * 64) == 0, isCancelled() { return }
        sum &+= bytes[offset]
      }
    }
    // Stored, because the compiler would otherwise remove the read.
    touched.store(sum, ordering: .relaxed)
    isTouched.store(true, ordering: .relaxed)
  }

  /// The number of 64-entry words.
  var wordCount: Int { (count + 63) >> 6 }

  /// Returns which of the 64 entries of a word exist.
  func entries(at word: Int) -> UInt64 { EntryScope(self, asksForRemoved: true).entries(at: word) }

  /// How many entries are no longer in their lists.
  var removedCount: Int {
    (0..<min(removed.count, wordCount)).reduce(0) {
      $0 + (removed.number(at: $1, or: 0) & entries(at: $1)).nonzeroBitCount
    }
  }
}
