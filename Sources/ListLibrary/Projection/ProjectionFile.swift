import Glibc
import ListModel
import ListSearch

/// catalog.image: the catalog as the screen maps it.
///
/// It is made from the database after a sync and replaced only by rename, so that whoever has
/// the old one mapped keeps it whole. It is not brought to the disk at once: what a power cut
/// leaves of it is too short, is told by its length, and is made anew.
struct ProjectionFile {
  let path: String

  /// Maps the file; nil where there is none that this version can use.
  ///
  /// Reads no more than the section table.
  func map() -> CatalogImage? {
    let descriptor = open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { return nil }
    defer { close(descriptor) }
    var status = stat()
    guard fstat(descriptor, &status) == 0, status.st_mode & S_IFMT == S_IFREG, status.st_size > 0,
      let memory = mmap(nil, Int(status.st_size), PROT_READ, MAP_PRIVATE, descriptor, 0),
      memory != MAP_FAILED
    else { return nil }
    let bytes = UnsafeRawBufferPointer(start: memory, count: Int(status.st_size))
    let image = CatalogImage(adopting: bytes) {
      munmap(UnsafeMutableRawPointer(mutating: $0.baseAddress), $0.count)
    }
    return image.isWhole ? image : nil
  }

  /// Puts a catalog in the file's place.
  func write(_ builder: CatalogBuilder) throws(LibraryError) {
    try ReplacingFile.replace(path) { file throws(LibraryError) in
      try builder.writeImage { bytes throws(LibraryError) in try file.write(bytes) }
    }
  }

  /// Adds to the file what a search derives, from the file as it is mapped: so the texts are in
  /// memory but once.
  func addSearchSections() throws(LibraryError) {
    guard let image = map(), !image.isSearchable else { return }
    let sections = searchSections(of: Catalog(image))
    forget(image.bytes)
    try ReplacingFile.replace(path) { file throws(LibraryError) in
      try image.write(adding: sections) { bytes throws(LibraryError) in
        try file.write(bytes)
        if image.holds(bytes) { forget(bytes) }
      }
    }
  }

  /// Gives up the memory of what is mapped and will not be read again soon: it would be held beside
  /// what is derived from it.
  private func forget(_ mapped: UnsafeRawBufferPointer) {
    let page = Int(sysconf(Int32(_SC_PAGESIZE)))
    let start = (UInt(bitPattern: mapped.baseAddress) + UInt(page - 1)) / UInt(page) * UInt(page)
    let skipped = Int(start - UInt(bitPattern: mapped.baseAddress))
    guard let first = UnsafeMutableRawPointer(bitPattern: start), mapped.count - skipped >= page
    else { return }
    madvise(first, (mapped.count - skipped) / page * page, MADV_DONTNEED)
  }
}
