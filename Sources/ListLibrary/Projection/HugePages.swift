import Glibc

/// The 2 MiB regions of a file that is being written, which the kernel is to hold in huge pages.
///
/// A page of the kernel's file cache is as large as the `write` that first fills it, and a file's
/// 2 MiB pages are mapped as such, where the file system allows it (ext4 since Linux 6.16, XFS):
/// one page fault instead of 32, and one entry in the processor's address cache instead of 512.
/// Sections start and end anywhere, so a region that would be filled by several writes is filled
/// with zeros first. Elsewhere this gains nothing and costs one pass over such regions.
struct HugePages: Sendable {
  private static let size = 2 << 20

  private let file: FileContents
  /// The end of the regions that are filled.
  private var end = 0

  init(of file: FileContents) { self.file = file }

  /// Prepares the regions for a write that ends at an offset and starts before `end`, or with it.
  mutating func prepare(upTo offset: Int) throws(LibraryError) {
    if end == 0 { try fill(0) }
    guard offset > end else { return }
    let last = (offset - 1) / Self.size * Self.size
    if offset < last + Self.size { try fill(last) }
    end = last + Self.size
  }

  private mutating func fill(_ region: Int) throws(LibraryError) {
    try file.writeZeros(Self.size, at: region)
    end = region + Self.size
  }
}
