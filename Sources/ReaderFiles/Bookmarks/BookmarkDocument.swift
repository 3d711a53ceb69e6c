import Glibc
import JSONLines
import ListModel

/// The content of a bookmarks file, line by line: what is understood, and what is carried through.
///
/// The first line tells format and version, the others are one bookmark each. Costs one pass.
struct BookmarkDocument {
  /// A line longer than this is none that awl wrote.
  static let lineLimit = 1 << 20

  let bytes: [UInt8]
  /// The first line as it stands; nil where it is missing.
  private(set) var header: Range<Int>?
  /// What the header says of who may write; `.current` where it is missing.
  private(set) var format = BookmarkFormat.current
  private(set) var bookmarks: [(bookmark: Bookmark, line: Range<Int>, unknown: [Range<Int>])] = []
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
    guard !bytes[line].allSatisfy(isSpace) else { return }
    guard line.count <= Self.lineLimit else {
      unreadable.append((number, line, .tooLong))
      return
    }
    if header == nil, bookmarks.isEmpty, let format = BookmarkFormat(bytes, in: line) {
      (header, self.format) = (line, format)
      return
    }
    do throws(BookmarkLineFault) {
      let read = try BookmarkLine(bytes, in: line)
      bookmarks.append((read.bookmark, line, read.unknown))
    } catch {
      unreadable.append((number, line, error))
    }
  }
}

/// What the first line of a bookmarks file says.
enum BookmarkFormat: Equatable {
  case current
  case newer(Int)
  case other(String)

  /// The line that this version writes first.
  static let header = Array(#"{"format":"awl-bookmarks","version":1}"#.utf8)

  /// Reads a header, ignoring a byte order mark before it; nil where the line is none.
  init?(_ bytes: [UInt8], in line: Range<Int>) {
    let mark: [UInt8] = [0xEF, 0xBB, 0xBF]
    let start = bytes[line].starts(with: mark) ? line.lowerBound + mark.count : line.lowerBound
    var scanner = JSONScanner(bytes, in: start..<line.upperBound)
    var name: String?
    var version: Int?
    do {
      try scanner.object { scanner, member throws(JSONFault) in
        if member.matches("format") {
          name = try scanner.string()
        } else if member.matches("version") {
          version = try scanner.integer()
        } else {
          try scanner.skip()
        }
      }
      try scanner.end()
    } catch {
      return nil
    }
    guard let name, let version else { return nil }
    guard name.utf8.elementsEqual("awl-bookmarks".utf8) else {
      self = .other(name)
      return
    }
    self = version == 1 ? .current : .newer(version)
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

private func isSpace(_ byte: UInt8) -> Bool {
  byte == UInt8(ascii: " ") || byte == UInt8(ascii: "\t") || byte == UInt8(ascii: "\r")
}
