import Glibc
import ListModel

/// The content of a bookmarks file, line by line: what is understood, and what is carried through.
///
/// The first line tells format and version, the others are one bookmark each. Costs one pass.
struct BookmarkDocument {
  /// What the header of a bookmarks file calls it.
  static let formatName = "awl-bookmarks"
  /// A line longer than this is none that awl wrote.
  static let lineLimit = 1 << 20

  let bytes: [UInt8]
  /// The first line as it stands; nil where it is missing.
  private(set) var header: Range<Int>?
  /// What the header says of who may write; `.current` where it is missing.
  private(set) var format = FileFormat.current
  private(set) var bookmarks: [Bookmark] = []
  /// Where each of them stands, and the members of its line that are not known.
  private(set) var places: [(line: Range<Int>, unknown: [Range<Int>])] = []
  /// The lines that are no bookmarks.
  private(set) var unreadable: [(number: Int, line: Range<Int>, fault: BookmarkLineFault)] = []
  /// Whether there are lines but no header.
  var lacksHeader: Bool { header == nil && !(bookmarks.isEmpty && unreadable.isEmpty) }
  /// Whether nothing in it is ours: a file that was overwritten with something else.
  var isForeign: Bool { header == nil && bookmarks.isEmpty && !unreadable.isEmpty }

  /// Reads a whole file; a missing one is empty.
  init(_ bytes: [UInt8]) {
    self.bytes = bytes
    var start = 0
    var number = 0
    while start < bytes.count {
      let end = endOfLine(in: bytes, from: start)
      number += 1
      read(start..<end, number)
      start = end + 1
    }
  }

  private mutating func read(_ line: Range<Int>, _ number: Int) {
    guard !isBlank(bytes[line]) else { return }
    guard line.count <= Self.lineLimit else {
      unreadable.append((number, line, .tooLong))
      return
    }
    if header == nil, bookmarks.isEmpty,
      let format = FileFormat(bytes, in: line, named: Self.formatName)
    {
      (header, self.format) = (line, format)
      return
    }
    do throws(BookmarkLineFault) {
      let read = try BookmarkLine(bytes, in: line)
      bookmarks.append(read.bookmark)
      places.append((line, read.unknown))
    } catch {
      unreadable.append((number, line, error))
    }
  }
}

/// Where the line that begins at a place ends: at its line feed, or with the bytes.
private func endOfLine(in bytes: [UInt8], from start: Int) -> Int {
  bytes.withUnsafeBytes { buffer in
    guard let base = buffer.baseAddress,
      let feed = memchr(base + start, Int32(UInt8(ascii: "\n")), buffer.count - start)
    else { return buffer.count }
    return UnsafeRawPointer(feed) - base
  }
}
