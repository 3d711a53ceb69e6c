import Glibc
import ListModel
import ListSearch
import Synchronization

/// An image that is being written to a file, section by section.
struct GrowingImage: Sendable {
  let file: FileContents
  private var table = SectionTable()
  private var pages: HugePages

  init(file: FileContents) {
    self.file = file
    pages = HugePages(of: file)
  }

  /// Appends a section.
  mutating func append(_ section: SectionContent) throws(LibraryError) {
    var offset = table.place(section)
    for piece in section.pieces {
      try piece.withBytes { bytes throws(LibraryError) in
        try pages.append(bytes, at: offset)
        offset += bytes.count
      }
    }
  }

  /// Appends sections, releasing each once it is written, and makes an image of all so far.
  mutating func write(_ sections: inout [SectionContent]) throws(LibraryError) {
    sections.reverse()
    while let section = sections.popLast() { try append(section) }
    try writeTable()
  }

  /// Creates an image of the sections written so far.
  private mutating func writeTable() throws(LibraryError) {
    try pages.flush()
    try file.write(table.bytes, at: 0)
  }

  /// Completes the image: nothing can be appended to it afterwards.
  mutating func finish() throws(LibraryError) {
    try writeTable()
    try file.shorten(to: table.end)
  }

  /// Adds the sections derived from the texts, on all cores, and the folded texts with their
  /// casing.
  ///
  /// - Parameter texts: the original texts
  mutating func derive(from texts: CatalogTexts) throws(LibraryError) {
    let catalog = Catalog(try file.map(), texts: texts)
    // Moved, because the region that is being filled would be copied with it.
    var image = GrowingImage(file: file)
    swap(&image, &self)
    let written = Mutex((image: consume image, failure: LibraryError?.none))
    deriveSearchSections(
      of: catalog, withCasing: true,
      beside: sameLinkParts(of: catalog, count: 4),
      besideURLs: [{ [outlineSection(of: catalog), listOutlineSection(of: catalog)] }],
      finished: forget
    ) { sections in
      written.withLock { written in
        guard written.failure == nil else { return }
        do throws(LibraryError) {
          for section in sections { try written.image.append(section) }
        } catch {
          written.failure = error
        }
      }
    }
    if let failure = written.withLock({ $0.failure }) { throw failure }
    self = written.withLock { $0.image }
  }
}

/// Releases the memory of mapped pages, which are read again if needed.
@Sendable private func forget(_ mapped: UnsafeRawBufferPointer) {
  let page = UInt(sysconf(Int32(_SC_PAGESIZE)))
  let first = (UInt(bitPattern: mapped.baseAddress) + page - 1) / page * page
  let end = (UInt(bitPattern: mapped.baseAddress) + UInt(mapped.count)) / page * page
  guard first < end, let start = UnsafeMutableRawPointer(bitPattern: first) else { return }
  madvise(start, Int(end - first), MADV_DONTNEED)
}
