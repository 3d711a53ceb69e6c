/// The 2 MiB regions of a file that is being written, which the kernel is to hold in huge pages.
///
/// A page of the kernel's file cache is as large as the `write` that first fills it, and a file's
/// 2 MiB pages are mapped as such, where the file system allows it (ext4 since Linux 6.16, XFS):
/// one page fault instead of 32, and one entry in the processor's address cache instead of 512.
/// Sections start and end anywhere, so a region that several of them share is gathered in memory
/// and written at once. Elsewhere this gains nothing and costs a copy of such regions.
struct HugePages: Sendable {
  private static let size = 2 << 20

  private let file: FileContents
  /// The offset of the current region, and what is known of it so far.
  private var start = 0
  private var region: [UInt8] = []
  /// How many bytes of it are in the file.
  private var written = 0

  init(of file: FileContents) { self.file = file }

  /// Appends bytes at an offset behind all others; up to it there are zeros.
  mutating func append(_ bytes: UnsafeRawBufferPointer, at offset: Int) throws(LibraryError) {
    while offset > start + region.count {
      region.append(0)
      try completeRegion()
    }
    var rest = bytes[...]
    while !rest.isEmpty {
      if region.isEmpty, rest.count >= Self.size {
        let whole = rest.prefix(rest.count / Self.size * Self.size)
        try file.write(UnsafeRawBufferPointer(rebasing: whole), at: start)
        start += whole.count
        rest = rest.dropFirst(whole.count)
      } else {
        if region.capacity < Self.size { region.reserveCapacity(Self.size) }
        let part = rest.prefix(Self.size - region.count)
        region.append(contentsOf: UnsafeRawBufferPointer(rebasing: part))
        rest = rest.dropFirst(part.count)
        try completeRegion()
      }
    }
  }

  /// Writes everything that was appended; zeros after it may become part of the file.
  mutating func flush() throws(LibraryError) {
    guard written < region.count else { return }
    let count = region.count
    if written == 0 {
      region.append(contentsOf: repeatElement(0, count: Self.size - count))
      try write(0..<Self.size)
      region.removeLast(Self.size - count)
    } else {
      try write(written..<count)
    }
    written = count
  }

  private mutating func completeRegion() throws(LibraryError) {
    guard region.count == Self.size else { return }
    try flush()
    start += Self.size
    region.removeAll(keepingCapacity: true)
    written = 0
  }

  private func write(_ part: Range<Int>) throws(LibraryError) {
    var failure: LibraryError?
    region.withUnsafeBytes { bytes in
      do throws(LibraryError) {
        try file.write(
          UnsafeRawBufferPointer(rebasing: bytes[part]), at: start + part.lowerBound)
      } catch {
        failure = error
      }
    }
    if let failure { throw failure }
  }
}
