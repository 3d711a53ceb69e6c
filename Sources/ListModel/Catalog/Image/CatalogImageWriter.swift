/// Lays sections into one image.
struct CatalogImageWriter {
  private(set) var sections: [SectionContent] = []

  mutating func add(_ section: CatalogSection, _ column: TextColumnBuilder) {
    add(section, [.words(column.words), .bytes(column.text)])
  }

  mutating func add(_ section: CatalogSection, _ pieces: [SectionPiece]) {
    sections.append((section, pieces))
  }

  mutating func add(_ section: CatalogSection, numbers: [UInt32]) {
    add(section, [.words(numbers)])
  }

  mutating func add(_ section: CatalogSection, numbers: [Int32]) {
    add(section, [.days(numbers)])
  }

  mutating func add<Number: FixedWidthInteger>(_ section: CatalogSection, numbers: [Number]) {
    add(section, [.bytes(numbers.withUnsafeBytes { Array($0) })])
  }

  /// Returns the whole image.
  func image() -> [UInt8] {
    var table = SectionTable(room: sections.count)
    let offsets = sections.map { table.place($0) }
    var image: [UInt8] = []
    image.reserveCapacity(table.end)
    image += table.bytes
    for ((_, pieces), offset) in zip(sections, offsets) {
      image.append(contentsOf: repeatElement(0, count: offset - image.count))
      for piece in pieces { piece.withBytes { image.append(contentsOf: $0) } }
    }
    return image
  }
}
