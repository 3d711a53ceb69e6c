import Glibc
import ListModel

/// A valid bookmarks file of which only the bookmarks of some links are decoded.
///
/// A command that changes one bookmark does not decode the others; it only checks that each line is
/// valid, and finds its position and link. An outline exists only for a file that needs no repair:
/// it has awl's header, every line is readable, and no link occurs twice.
struct OutlinedDocument {
  private let bytes: [UInt8]
  private let header: Range<Int>
  private var lines: [LineOutline] = []
  /// The lines of the requested links.
  private var places: [LinkKey: Int] = [:]

  /// Creates the outline of a file; nil if it has to be read whole.
  init?(_ bytes: [UInt8], of keys: Set<LinkKey>, forgetting limit: Timestamp) {
    self.bytes = bytes
    let header = 0..<endOfLine(in: bytes, from: 0)
    guard FileFormat(bytes, in: header, named: BookmarkDocument.formatName) == .current else {
      return nil
    }
    self.header = header
    // Lines are rarely shorter.
    lines.reserveCapacity(bytes.count / 200)
    let isSound = bytes.withUnsafeBufferPointer { buffer in
      var start = header.upperBound + 1
      while start < bytes.count {
        let line = start..<endOfLine(in: bytes, from: start)
        guard add(line, buffer, keys) else { return false }
        start = line.upperBound + 1
      }
      return true
    }
    let isKept = lines.allSatisfy { $0.removed.map { $0 >= limit.milliseconds } ?? true }
    guard isSound, isKept, let first = lines.first, let last = lines.last,
      Timestamp(milliseconds: first.added).day != nil,
      Timestamp(milliseconds: last.added).day != nil
    else { return nil }
  }
}

extension OutlinedDocument {
  /// Returns the bookmarks of the requested links; nil if the file has to be read whole.
  func bookmarks() -> Bookmarks? {
    var found: [Bookmark] = []
    for place in places.values.sorted() {
      guard let read = try? BookmarkLine.read(bytes, in: lines[place].line) else { return nil }
      found.append(read.0)
    }
    return Bookmarks(found)
  }

  /// Returns the file after changes to the requested links, and their bookmarks; nil if it has to
  /// be read whole.
  func revised(
    by operations: [BookmarkOperation], newID: () -> String
  ) -> (bytes: [UInt8], bookmarks: Bookmarks)? {
    var before: [(bookmark: Bookmark, unknown: [Range<Int>], place: Int)] = []
    for place in places.values.sorted() {
      guard let read = try? BookmarkLine.read(bytes, in: lines[place].line) else { return nil }
      before.append((read.0, read.unknown, place))
    }
    var after = Bookmarks(before.map(\.bookmark))
    after.apply(operations)
    after.nameAll(newID)

    var replaced: Set<Int> = []
    var added: [(place: Int, line: [UInt8])] = []
    for record in after.records {
      let old = places[record.key].flatMap { place in before.first { $0.place == place } }
      if let old, old.bookmark == record { continue }
      let unknown = old.map { old in
        old.unknown.map { bytes[shifted($0, by: lines[old.place].line.lowerBound)] }
      }
      var line: [UInt8] = []
      BookmarkLine.append(record, unknown: unknown ?? [], to: &line)
      if let old { replaced.insert(old.place) }
      let stays = old.flatMap { $0.bookmark.added == record.added ? $0.place : nil }
      added.append((stays ?? place(of: record), line))
    }
    return (joined(without: replaced, adding: added), after)
  }

  /// Adds a line; false if the file has to be read whole.
  private mutating func add(
    _ line: Range<Int>, _ buffer: UnsafeBufferPointer<UInt8>, _ keys: Set<LinkKey>
  ) -> Bool {
    guard line.count <= BookmarkDocument.lineLimit else { return false }
    var scanner = LineOutlineScanner(buffer, line: line)
    let outline: LineOutline
    if let scanned = scanner.scan() {
      outline = scanned
      let url = UnsafeBufferPointer(rebasing: buffer[scanner.url])
      for key in keys where key.matches(utf8: url) {
        guard places.updateValue(lines.count, forKey: key) == nil else { return false }
      }
    } else if isBlank(bytes[line]) {
      return true
    } else {
      guard let (bookmark, _) = try? BookmarkLine.read(bytes, in: line), !bookmark.id.isEmpty
      else { return false }
      outline = LineOutline(
        line: line, id: nil, added: bookmark.added.milliseconds,
        removed: bookmark.isRemoved ? bookmark.changed.milliseconds : nil)
      if keys.contains(bookmark.key),
        places.updateValue(lines.count, forKey: bookmark.key) != nil
      {
        return false
      }
    }
    if let last = lines.last, !precedes(last, outline.added, { id(of: outline) }, orIsSame: true) {
      return false
    }
    lines.append(outline)
    return true
  }

  private func id(of line: LineOutline) -> [UInt8] {
    if let id = line.id { return Array(bytes[id]) }
    return (try? BookmarkLine.read(bytes, in: line.line)).map { Array($0.0.id.utf8) } ?? []
  }

  /// Returns whether a line is before a bookmark, as `Bookmark.precedes` has it.
  private func precedes(
    _ line: LineOutline, _ added: Int, _ id: () -> [UInt8], orIsSame: Bool = false
  ) -> Bool {
    guard line.added == added else { return line.added < added }
    let (first, second) = (self.id(of: line), id())
    return first.lexicographicallyPrecedes(second) || (orIsSame && first == second)
  }

  /// Returns the place of the first line that is after a bookmark.
  private func place(of bookmark: Bookmark) -> Int {
    let id = Array(bookmark.id.utf8)
    return lines.partitioningIndex {
      !precedes($0, bookmark.added.milliseconds, { id }, orIsSame: true)
    }
  }
}

extension OutlinedDocument {
  /// Returns the content without some lines and with others before the lines at their places.
  ///
  /// Lines that follow each other are copied at once.
  private func joined(
    without replaced: Set<Int>, adding added: [(place: Int, line: [UInt8])]
  ) -> [UInt8] {
    var result: [UInt8] = []
    result.reserveCapacity(bytes.count + added.reduce(1) { $0 + $1.line.count })
    var run = header
    func flush() {
      result.append(contentsOf: bytes[run])
      result.append(UInt8(ascii: "\n"))
    }
    // The order of the bookmarks applies among those at one place.
    let order = added.indices.sorted { (added[$0].place, $0) < (added[$1].place, $1) }
    var next = order.makeIterator()
    var addition = next.next()
    for place in 0...lines.count {
      while let index = addition, added[index].place == place {
        if !run.isEmpty { flush() }
        run = 0..<0
        result.append(contentsOf: added[index].line)
        addition = next.next()
      }
      guard place < lines.count, !replaced.contains(place) else { continue }
      let line = lines[place].line
      if !run.isEmpty, run.upperBound + 1 == line.lowerBound {
        run = run.lowerBound..<line.upperBound
      } else {
        if !run.isEmpty { flush() }
        run = line
      }
    }
    if !run.isEmpty { flush() }
    return result
  }
}

private func shifted(_ range: Range<Int>, by offset: Int) -> Range<Int> {
  range.lowerBound + offset..<range.upperBound + offset
}
