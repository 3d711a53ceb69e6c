/// The ranges of an image's sections, and the image's header as bytes.
///
/// The table of an image in a file has room for all sections, so sections can be appended and the
/// table written last.
public struct SectionTable: Sendable {
  private let room: Int
  private var records: [(section: CatalogSection, offset: Int, length: Int)] = []
  /// The end of the image that holds all these sections.
  public private(set) var end: Int

  /// Creates a table without sections, with room for this many.
  public init(room: Int = CatalogSection.allCases.count) {
    self.room = room
    end = CatalogImage.headerSize + room * CatalogImage.recordSize
  }

  /// Gives a section its place after the others: the offset in the image at which it starts.
  public mutating func place(_ content: SectionContent) -> Int {
    let offset = (end + 7) / 8 * 8
    let length = content.pieces.reduce(0) { $0 + $1.count }
    records.append((content.section, offset, length))
    end = offset + length
    return offset
  }

  /// The header of the image: its magic number, the table, and the remaining room.
  public var bytes: [UInt8] {
    var bytes = CatalogImage.magic
    bytes.append(littleEndian: UInt32(records.count))
    bytes.append(littleEndian: UInt32(0))
    for (section, offset, length) in records {
      bytes.append(littleEndian: section.rawValue)
      bytes.append(littleEndian: section.version)
      bytes.append(littleEndian: UInt64(offset))
      bytes.append(littleEndian: UInt64(length))
    }
    let left = max(0, room - records.count) * CatalogImage.recordSize
    return bytes + [UInt8](repeating: 0, count: left)
  }
}

extension [UInt8] {
  fileprivate mutating func append(littleEndian number: some FixedWidthInteger) {
    Swift.withUnsafeBytes(of: number.littleEndian) { append(contentsOf: $0) }
  }
}
