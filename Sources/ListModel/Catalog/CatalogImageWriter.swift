/// Lays sections into one image.
struct CatalogImageWriter {
  private var sections: [(section: CatalogSection, pieces: [SectionPiece])] = []

  mutating func add(_ section: CatalogSection, _ column: TextColumnBuilder) {
    sections.append((section, [.words(column.words), .bytes(column.text)]))
  }

  mutating func add(_ section: CatalogSection, _ pieces: [SectionPiece]) {
    sections.append((section, pieces))
  }

  /// Adds a section of an image, which must be held until the new one is written.
  mutating func add(_ section: CatalogSection, mapped bytes: UnsafeRawBufferPointer) {
    sections.append((section, [.mapped(bytes)]))
  }

  mutating func add<Number: FixedWidthInteger>(_ section: CatalogSection, numbers: [Number]) {
    sections.append((section, [.bytes(numbers.withUnsafeBytes { Array($0) })]))
  }

  /// The size of the whole image in bytes.
  var size: Int {
    sections.reduce(tableSize) { aligned($0) + $1.pieces.reduce(0) { $0 + $1.count } }
  }

  /// The whole image.
  func image() -> [UInt8] {
    var image: [UInt8] = []
    image.reserveCapacity(size)
    write { image.append(contentsOf: $0) }
    return image
  }

  /// Gives the image piece by piece, in its order.
  func write<Failure: Error>(
    _ emit: (UnsafeRawBufferPointer) throws(Failure) -> Void
  ) throws(Failure) {
    try SectionPiece.bytes(table).withBytes(emit)
    var offset = tableSize
    for (_, pieces) in sections {
      let gap = [UInt8](repeating: 0, count: aligned(offset) - offset)
      try SectionPiece.bytes(gap).withBytes(emit)
      offset = aligned(offset)
      for piece in pieces {
        try piece.withBytes(emit)
        offset += piece.count
      }
    }
  }
}

extension CatalogImageWriter {
  private var tableSize: Int { CatalogImage.headerSize + sections.count * CatalogImage.recordSize }

  private var table: [UInt8] {
    var offset = tableSize
    var table = CatalogImage.magic
    table.append(littleEndian: UInt32(sections.count))
    table.append(littleEndian: UInt32(0))
    for (section, pieces) in sections {
      offset = aligned(offset)
      let length = pieces.reduce(0) { $0 + $1.count }
      table.append(littleEndian: section.rawValue)
      table.append(littleEndian: section.version)
      table.append(littleEndian: UInt64(offset))
      table.append(littleEndian: UInt64(length))
      offset += length
    }
    return table
  }

  private func aligned(_ offset: Int) -> Int { (offset + 7) / 8 * 8 }
}

extension [UInt8] {
  fileprivate mutating func append(littleEndian number: some FixedWidthInteger) {
    Swift.withUnsafeBytes(of: number.littleEndian) { append(contentsOf: $0) }
  }
}
