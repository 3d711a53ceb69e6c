/// The outline as a section of an image: the order, the numbers of headings and categories, then
/// for each heading its source, end and depth, and for each category its heading, all as u32.
extension CategoryOutline {
  private static let headSize = 3

  /// The section's content.
  var words: [UInt32] {
    let order = UInt32(Order.allCases.firstIndex(of: order) ?? 0)
    var words = [order, UInt32(sources.count), UInt32(places.count)] + sources
    words += ends.map { UInt32(bitPattern: $0) }
    words += depths.map { UInt32($0) }
    return words + places.map { UInt32(bitPattern: $0) }
  }

  /// Reads a section; nil if it does not fit a catalog with this many categories.
  ///
  /// Costs a copy and a check of the numbers.
  init?(_ section: UnsafeRawBufferPointer, categoryCount: Int) {
    let words = section.bindMemory(to: UInt32.self)
    guard words.count >= Self.headSize, words[0] < Order.allCases.count,
      Int(words[2]) == categoryCount, words[1] <= words.count,
      words.count == Self.headSize + Int(words[1]) * 3 + categoryCount
    else { return nil }
    let count = Int(words[1])
    func column(_ number: Int, _ count: Int) -> Slice<UnsafeBufferPointer<UInt32>> {
      let start = Self.headSize + number * Int(words[1])
      return words[start..<start + count]
    }
    self.init(
      order: Order.allCases[Int(words[0])], sources: Array(column(0, count)),
      depths: column(2, count).map { UInt8(clamping: $0) },
      ends: column(1, count).map { Int32(bitPattern: $0) },
      places: column(3, categoryCount).map { Int32(bitPattern: $0) }, categoryCount: categoryCount)
  }
}

extension Catalog {
  /// The outline in the image.
  var storedOutline: CategoryOutline? {
    CategoryOutline(image.section(.categoryOutline), categoryCount: categories.count)
  }
}

/// Returns the outline in the order that suits a catalog, to be written into its image.
public func outlineSection(of catalog: Catalog) -> SectionContent {
  let outline = CategoryOutlineBuilder(catalog).outline(in: catalog.suitableCategoryOrder)
  return (.categoryOutline, [.words(outline.words)])
}
