/// The outline as a section of an image: the order, the numbers of rows, failed and empty lists,
/// then these, all as u32.
extension ListOutline {
  private static let headSize = 4

  /// The content of the section.
  var words: [UInt32] {
    let order = UInt32(Order.allCases.firstIndex(of: order) ?? 0)
    return [order, UInt32(rows.count), UInt32(failed.count), UInt32(empty.count)]
      + rows.map(\.word) + failed.map { UInt32($0) } + empty.map { UInt32($0) }
  }

  /// Reads a section; nil if it does not fit a catalog with this many lists.
  ///
  /// Costs a step for each list.
  init?(_ section: UnsafeRawBufferPointer, listCount: Int) {
    let words = section.bindMemory(to: UInt32.self)
    guard words.count >= Self.headSize, words[0] < Order.allCases.count else { return nil }
    let counts = words[1..<Self.headSize].map { Int($0) }
    guard words.count == Self.headSize + counts[0] + counts[1] + counts[2] else { return nil }
    let (failed, empty) = (Self.headSize + counts[0], Self.headSize + counts[0] + counts[1])
    self.init(
      order: Order.allCases[Int(words[0])],
      rows: words[Self.headSize..<failed].map { Row(word: $0) },
      failed: words[failed..<empty].map { Int($0) }, empty: words[empty...].map { Int($0) },
      listCount: listCount)
  }
}

extension Catalog {
  /// The outline in the image.
  var storedListOutline: ListOutline? {
    ListOutline(image.section(.listOutline), listCount: listCount)
  }
}

/// Returns the outline of the lists by name, to be written into the image of a catalog.
public func listOutlineSection(of catalog: Catalog) -> SectionContent {
  (.listOutline, [.words(ListOutlineBuilder(catalog).outline(in: .name).words)])
}
