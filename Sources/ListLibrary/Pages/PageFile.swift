import Glibc
import ListModel

/// The current file of a page.
struct PageFile: Sendable {
  /// The path below the followed folder; empty for a file that is followed itself.
  let path: String
  /// A stamp of the file: size, inode and times in one number.
  let stamp: Int64
  /// When the file was last written or replaced.
  let changed: Timestamp
  let size: Int
  /// Whether it is not a pipe or device, which may have no end.
  let isRegular: Bool

  init(_ path: String, _ status: stat) {
    self.path = path
    size = Int(status.st_size)
    isRegular = status.st_mode & S_IFMT == S_IFREG
    changed = Timestamp(
      milliseconds: status.st_ctim.tv_sec * 1_000 + status.st_ctim.tv_nsec / 1_000_000)
    let facts = [
      Int64(status.st_size), Int64(truncatingIfNeeded: status.st_ino),
      Int64(status.st_mtim.tv_sec), Int64(status.st_mtim.tv_nsec),
      Int64(status.st_ctim.tv_sec), Int64(status.st_ctim.tv_nsec),
    ]
    stamp = facts.withUnsafeBytes { fingerprint(of: $0) }
  }
}

/// Returns a hash that most likely shows whether bytes have changed.
///
/// It protects only against accidents: an attacker who creates two pages with the same hash only
/// prevents their own list from being updated. Eight bytes per step, combined as in FNV-1a.
func fingerprint(of bytes: UnsafeRawBufferPointer) -> Int64 {
  var hash: UInt64 = 0xCBF2_9CE4_8422_2325 ^ UInt64(bytes.count)
  var offset = 0
  while offset + 8 <= bytes.count {
    let word = bytes.loadUnaligned(fromByteOffset: offset, as: UInt64.self)
    hash = (hash ^ word) &* 0x9E37_79B9_7F4A_7C15
    hash ^= hash >> 29
    offset += 8
  }
  for byte in bytes[offset...] { hash = (hash ^ UInt64(byte)) &* 0x0000_0100_0000_01B3 }
  return Int64(bitPattern: hash ^ hash >> 32)
}
