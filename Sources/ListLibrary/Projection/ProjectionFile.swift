import Dispatch
import Glibc
import ListModel
import ListSearch
import Synchronization

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
    guard let image = CatalogImage(mapping: descriptor), image.isWhole else { return nil }
    return image
  }

  /// Puts a catalog in the file's place, with all that is derived from its texts.
  ///
  /// These are mapped from the new file for that and given up as they are written: so they are in
  /// memory but once.
  func write(_ columns: consuming [SectionContent]) throws(LibraryError) {
    var columns = columns
    columns.reverse()
    try ReplacingFile.replace(path) { file throws(LibraryError) in
      var table = SectionTable()
      while let column = columns.popLast() { try file.append(column, to: &table) }
      try file.write(table.bytes, at: 0)
      for section in derivedSections(of: Catalog(try file.map())) {
        try file.append(section, to: &table)
      }
      try file.write(table.bytes, at: 0)
    }
  }
}

/// What a catalog needs beside its columns; made on all cores.
private func derivedSections(of catalog: Catalog) -> [SectionContent] {
  let sameLinks = Mutex<[SectionContent]>([])
  let group = DispatchGroup()
  DispatchQueue.global(qos: .userInitiated).async(group: group) {
    let sections = sameLinkSections(of: catalog)
    sameLinks.withLock { $0 = sections }
  }
  let ofSearch = searchSections(of: catalog)
  group.wait()
  return sameLinks.withLock(\.self) + ofSearch
}

extension ReplacingFile {
  /// Writes a section behind those that the table has.
  fileprivate func append(
    _ section: SectionContent, to table: inout SectionTable
  ) throws(LibraryError) {
    var offset = table.place(section)
    for piece in section.pieces {
      try piece.withBytes { bytes throws(LibraryError) in
        try write(bytes, at: offset)
        offset += bytes.count
      }
    }
  }
}
