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
  fingerprint(of: bytes, from: 0, 0xCBF2_9CE4_8422_2325 ^ UInt64(bytes.count))
}

/// Returns such a hash of a page, several times as fast for many bytes.
///
/// A step takes as long as a multiplication, for whose result the next one waits: so four run side
/// by side.
func fingerprint(ofPage bytes: UnsafeRawBufferPointer) -> Int64 {
  func add(_ offset: Int, to lane: inout UInt64) {
    let word = bytes.loadUnaligned(fromByteOffset: offset, as: UInt64.self)
    lane = (lane ^ word) &* 0x9E37_79B9_7F4A_7C15
    lane ^= lane >> 29
  }
  var (first, second, third, fourth): (UInt64, UInt64, UInt64, UInt64) = (1, 2, 3, 4)
  var offset = 0
  while offset + 32 <= bytes.count {
    add(offset, to: &first)
    add(offset + 8, to: &second)
    add(offset + 16, to: &third)
    add(offset + 24, to: &fourth)
    offset += 32
  }
  let all = [first, second, third, fourth].withUnsafeBytes {
    UInt64(bitPattern: fingerprint(of: $0))
  }
  return fingerprint(of: bytes, from: offset, all ^ UInt64(bytes.count))
}

private func fingerprint(
  of bytes: UnsafeRawBufferPointer, from start: Int, _ seed: UInt64
) -> Int64 {
  var hash = seed
  var offset = start
  while offset + 8 <= bytes.count {
    let word = bytes.loadUnaligned(fromByteOffset: offset, as: UInt64.self)
    hash = (hash ^ word) &* 0x9E37_79B9_7F4A_7C15
    hash ^= hash >> 29
    offset += 8
  }
  for byte in bytes[offset...] { hash = (hash ^ UInt64(byte)) &* 0x0000_0100_0000_01B3 }
  return Int64(bitPattern: hash ^ hash >> 32)
}
