import Glibc
import ListModel

/// The content of a bookmarks file by lines, including those that cannot be read.
///
/// The first line gives format and version, the others one bookmark each. Takes one pass.
struct BookmarkDocument: Sendable {
  /// A line that is a bookmark.
  struct Line: Sendable {
    let range: Range<Int>
    /// The members that are not known, counted from the line's start.
    let unknown: [Range<Int>]
  }

  /// The format name in the header of a bookmarks file.
  static let formatName = "awl-bookmarks"
  /// awl never writes a longer line.
  static let lineLimit = 1 << 20

  /// The complete content of the file.
  var bytes: [UInt8]
  /// The first line, unchanged; nil if it is missing.
  var header: Range<Int>?
  /// Whether the header lets this version write; `.current` if it is missing.
  var format = FileFormat.current
  /// The bookmarks of the lines.
  var bookmarks = Bookmarks()
  /// The line of each bookmark, in their order.
  var lines: [Line] = []
  /// The further lines of a link that occurs on several, by the place of its bookmark.
  var moreLines: [Int: [Line]] = [:]
  /// The lines that are no bookmarks.
  var unreadable: [(number: Int, line: Range<Int>, fault: BookmarkLineError)] = []
  /// The numbers of the lines whose bookmarks were added outside the calendar.
  var undated: [Int] = []

  /// Whether there are lines but no header.
  var lacksHeader: Bool { header == nil && !(lines.isEmpty && unreadable.isEmpty) }
  /// Whether nothing in it is from awl: the file was overwritten with something else.
  var isForeign: Bool { header == nil && lines.isEmpty && !unreadable.isEmpty }

  /// Reads a whole file; a missing one is empty.
  init(_ bytes: [UInt8]) {
    self.bytes = bytes
    var found: [Bookmark] = []
    forEachLine(of: bytes) { read($0, $1, into: &found) }
    bookmarks = Bookmarks(found)
    if bookmarks.records.count < found.count || !isOrdered(found) { assignLines(of: found) }
  }
}

extension BookmarkDocument {
  private mutating func read(_ line: Range<Int>, _ number: Int, into found: inout [Bookmark]) {
    guard !isBlank(bytes[line]) else { return }
    guard line.count <= Self.lineLimit else {
      unreadable.append((number, line, .tooLong))
      return
    }
    if header == nil, found.isEmpty,
      let format = FileFormat(bytes, in: line, named: Self.formatName)
    {
      (header, self.format) = (line, format)
      return
    }
    do throws(BookmarkLineError) {
      let (bookmark, unknown) = try BookmarkLine.read(bytes, in: line)
      if bookmark.added.day == nil { undated.append(number) }
      found.append(bookmark)
      lines.append(Line(range: line, unknown: unknown))
    } catch {
      unreadable.append((number, line, error))
    }
  }

  /// Sorts the lines by the order of the bookmarks, which may differ from the file's.
  private mutating func assignLines(of found: [Bookmark]) {
    var places: [Int: [Line]] = [:]
    for (bookmark, line) in zip(found, lines) {
      guard let place = bookmarks.place(of: bookmark.key) else { continue }
      places[place, default: []].append(line)
    }
    lines = bookmarks.records.indices.compactMap { places[$0]?.first }
    moreLines = places.filter { $0.value.count > 1 }.mapValues { Array($0.dropFirst()) }
  }
}

private func isOrdered(_ bookmarks: [Bookmark]) -> Bool {
  bookmarks.indices.dropFirst().allSatisfy { place in
    // This usually decides already, and copies nothing.
    bookmarks[place - 1].added < bookmarks[place].added
      || !bookmarks[place].precedes(bookmarks[place - 1])
  }
}

/// Calls back with each line of a text, without its line feed, and its number from 1.
func forEachLine(of bytes: [UInt8], _ body: (_ line: Range<Int>, _ number: Int) -> Void) {
  var start = 0
  var number = 0
  while start < bytes.count {
    let end = endOfLine(in: bytes, from: start)
    number += 1
    body(start..<end, number)
    start = end + 1
  }
}

/// Returns the end of the line that begins at an index: its line feed, or the end of the bytes.
func endOfLine(in bytes: [UInt8], from start: Int) -> Int {
  bytes.withUnsafeBytes { buffer in
    guard let base = buffer.baseAddress,
      let feed = memchr(base + start, Int32(UInt8(ascii: "\n")), buffer.count - start)
    else { return buffer.count }
    return UnsafeRawPointer(feed) - base
  }
}
