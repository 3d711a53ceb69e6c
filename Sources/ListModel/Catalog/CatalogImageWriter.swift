/// Lays sections into one image.
struct CatalogImageWriter {
  /// A piece of a section, as the array that it was gathered in: nothing is copied before it is
  /// written.
  private enum Piece {
    case bytes([UInt8])
    case words([UInt32])
    case mapped(UnsafeRawBufferPointer)

    var count: Int {
      switch self {
      case .bytes(let bytes): bytes.count
      case .words(let words): words.count * 4
      case .mapped(let bytes): bytes.count
      }
    }

    func withBytes<Failure: Error>(
      _ body: (UnsafeRawBufferPointer) throws(Failure) -> Void
    ) throws(Failure) {
      var failure: Failure?
      // An array's own method takes any error and forgets its type.
      func call(_ bytes: UnsafeRawBufferPointer) {
        do throws(Failure) { try body(bytes) } catch { failure = error }
      }
      switch self {
      case .bytes(let bytes): bytes.withUnsafeBytes(call)
      case .words(let words): words.withUnsafeBytes(call)
      case .mapped(let bytes): call(bytes)
      }
      if let failure { throw failure }
    }
  }

  private var sections: [(section: CatalogSection, pieces: [Piece])] = []

  mutating func add(_ section: CatalogSection, _ column: TextColumnBuilder) {
    sections.append((section, [.words(column.words), .bytes(column.text)]))
  }

  mutating func add(_ section: CatalogSection, _ bytes: [UInt8]) {
    sections.append((section, [.bytes(bytes)]))
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
    try Piece.bytes(table).withBytes(emit)
    var offset = tableSize
    for (_, pieces) in sections {
      let gap = [UInt8](repeating: 0, count: aligned(offset) - offset)
      try Piece.bytes(gap).withBytes(emit)
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
