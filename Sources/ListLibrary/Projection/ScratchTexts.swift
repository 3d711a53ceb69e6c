import ListModel

/// The titles, addresses and descriptions of all entries, in a scratch file.
///
/// Each list adds to all three columns. So that its texts are copied only once, each column has a
/// part of the file that is long enough for all texts; what remains of it is a hole, which takes no
/// space.
struct ScratchTexts: Sendable {
  /// The most that is written at once: a page of the kernel's file cache is as large as the write
  /// that first fills it, and small pages can be released one by one.
  private static let part = 64 << 10

  private let file: FileContents
  private let room: Int
  private var ends: [CatalogSection: Int] = [:]
  private var failure: LibraryError?
  /// Whether all texts of each column so far were short enough together.
  private(set) var haveRoom = true

  /// Creates the columns in an empty file; each has room for this many bytes of text.
  init(_ file: FileContents, room: Int) {
    self.file = file
    self.room = room
  }

  /// Appends the texts of a list; a failure is reported by `finish`.
  mutating func append(_ list: ListIndex, of catalog: Catalog) {
    let entries = catalog.entries(of: list)
    catalog.titles.forEachPart(of: entries) { append($0, to: .title) }
    catalog.urls.forEachPart(of: entries) { append($0, to: .url) }
    catalog.descriptions.forEachPart(of: entries) { append($0, to: .description) }
  }

  private mutating func append(_ bytes: UnsafeRawBufferPointer, to column: CatalogSection) {
    let range = range(of: column)
    guard range.count + bytes.count <= room else {
      haveRoom = false
      return
    }
    do throws(LibraryError) {
      try file.write(bytes, at: range.upperBound, inPartsOf: Self.part)
    } catch {
      if failure == nil { failure = error }
    }
    ends[column] = range.upperBound + bytes.count
  }

  /// Adds the heads of the columns, and opens the file.
  func finish(_ heads: [SectionContent]) throws(LibraryError) -> CatalogTexts {
    if let failure { throw failure }
    var end = Self.columns.count * room
    var places: [CatalogSection: Range<Int>] = [:]
    for (section, pieces) in heads {
      let start = end
      for piece in pieces {
        try piece.withBytes { bytes throws(LibraryError) in
          try file.write(bytes, at: end)
          end += bytes.count
        }
      }
      places[section] = start..<end
    }
    return CatalogTexts(in: try file.map()) { (places[$0] ?? 0..<0, range(of: $0)) }
  }

  private static let columns: [CatalogSection] = [.title, .url, .description]

  private func range(of column: CatalogSection) -> Range<Int> {
    let start = (Self.columns.firstIndex(of: column) ?? 0) * room
    return start..<(ends[column] ?? start)
  }
}
