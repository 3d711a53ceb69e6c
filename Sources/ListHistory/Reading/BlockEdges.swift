import Glibc
import ListMarkdown

/// Splits a README at positions where a top-level block begins regardless of the text before it.
///
/// These are headings and items at the first column, outside code fences and HTML. The part between
/// two edges can be parsed separately, and parts shared by two versions yield the same entries in
/// both. Every heading is an edge unless it is too close to the previous one. An eighth of the
/// items are edges, chosen by a hash of the line, so that an edge remains one wherever it moves;
/// but none below a heading with a link, to which a list may belong, and none in a list of tips,
/// where one may belong to any heading.
///
/// Lines indented into an item are skipped. Takes one pass, with `memchr` over the rest of each
/// line.
struct BlockEdges {
  /// Properties of a part that depend only on its text.
  struct Part: Equatable {
    /// Its range in the text.
    var range: Range<Int>
    /// Whether the last heading in it has a link.
    var endsBelowLink: Bool
    /// Whether there is a line that may define a link, `[label]: https://…`.
    var mayDefine = false
  }

  /// Parsing a part costs about as much as parsing this many further bytes.
  private static let shortestPart = 256

  private enum Hiding {
    case nothing
    case toBlank(HTMLRun)
    case fence(byte: UInt8, length: Int)
    case html(end: StaticString)
    /// The end of the hidden text cannot be found without the full syntax: one part covers the
    /// rest.
    case toEnd
  }

  private let text: UnsafeBufferPointer<UInt8>
  private var hiding = Hiding.nothing
  /// The column of the open top-level item's text.
  private var item: Int?
  private var isBelowLink: Bool
  /// Whether no item is an edge.
  private let keepsLists: Bool
  private var previousIsText = false
  private var previousIsBlank = true
  private var previousHasLink = false
  private var mayDefine = false

  private init(_ text: UnsafeBufferPointer<UInt8>, isBelowLink: Bool, keepsLists: Bool) {
    self.text = text
    self.isBelowLink = isBelowLink || keepsLists
    self.keepsLists = keepsLists
  }

  /// Returns the part that begins at an edge.
  static func part(
    at start: Int, of text: UnsafeBufferPointer<UInt8>, isBelowLink: Bool, keepsLists: Bool = false
  ) -> Part {
    var edges = BlockEdges(text, isBelowLink: isBelowLink, keepsLists: keepsLists)
    let end = edges.scan(from: start)
    return Part(
      range: start..<end, endsBelowLink: edges.isBelowLink, mayDefine: edges.mayDefine)
  }

  /// Returns whether a line is an edge after a part that ends like one at an edge.
  static func isEdge(
    at start: Int, of text: UnsafeBufferPointer<UInt8>, isBelowLink: Bool
  ) -> Bool {
    guard start < text.count else { return true }
    let end = endOfLine(from: start, in: text)
    switch text[start] {
    case UInt8(ascii: "#"): return isHeading(text, start, end)
    case UInt8(ascii: "-"), UInt8(ascii: "*"), UInt8(ascii: "+"):
      return !isBelowLink && isItem(text, start, end) && isChosen(text, start, end)
    default: return false
    }
  }

  static func endOfLine(from start: Int, in text: UnsafeBufferPointer<UInt8>) -> Int {
    guard let base = text.baseAddress, let found = memchr(base + start, 0x0A, text.count - start)
    else { return text.count }
    return UnsafeRawPointer(found) - UnsafeRawPointer(base)
  }
}

extension BlockEdges {
  /// Reads lines up to the next edge; returns its place, or the text's end.
  private mutating func scan(from start: Int) -> Int {
    var line = start
    while line < text.count {
      let end = BlockEdges.endOfLine(from: line, in: text)
      if line - start >= BlockEdges.shortestPart,
        BlockEdges.isEdge(at: line, of: text, isBelowLink: isBelowLink), isVisible(line, end)
      {
        return line
      }
      read(line, end)
      line = min(end + 1, text.count)
    }
    return line
  }

  private mutating func read(_ start: Int, _ end: Int) {
    var first = start
    var column = 0
    while first < end, text[first] == 0x20 || text[first] == 0x09 {
      column += text[first] == 0x20 ? 1 : 4 - column & 3
      first += 1
    }
    guard first < end else {
      if case .toBlank = hiding { hiding = .nothing }
      previousIsText = false
      previousIsBlank = true
      return
    }
    let wasBlank = previousIsBlank
    previousIsBlank = false
    if text[first] == UInt8(ascii: "["), holds("]:", first, end) { mayDefine = true }
    if let item, column >= item || !wasBlank && isLoneTag(first, end) {
      previousIsText = true
      return
    }
    switch hiding {
    case .nothing: readVisible(first, end, column: column)
    case .toBlank(var run):
      keepFoldedSections(first, end)
      if isVisible(first, end) {
        hiding = .nothing
        readVisible(first, end, column: column)
      } else if startsHiding(first, end) {
        hiding = .toEnd
      } else {
        run.add(UnsafeBufferPointer(rebasing: text[first..<end]))
        hiding = .toBlank(run)
      }
    case .toEnd: break
    case .fence(let byte, let length):
      let rest = text[first..<end].drop { $0 == byte }
      if column < 4, end - first - rest.count >= length, rest.allSatisfy({ $0 <= 0x20 }) {
        hiding = .nothing
      }
    case .html(let mark):
      if holds(mark, first, end) { hiding = .nothing }
    }
  }

  /// Returns whether nothing hides a line; tags do not hide the Markdown directly below them.
  private func isVisible(_ first: Int, _ end: Int) -> Bool {
    switch hiding {
    case .nothing: return true
    case .toBlank(let run):
      var next = min(end + 1, text.count)
      let nextEnd = BlockEdges.endOfLine(from: next, in: text)
      while next < nextEnd, text[next] == 0x20 || text[next] == 0x09 { next += 1 }
      return run.isEnded(
        by: UnsafeBufferPointer(rebasing: text[first..<end]),
        next: UnsafeBufferPointer(rebasing: text[next..<nextEnd]))
    case .fence, .html, .toEnd: return false
    }
  }

  /// Returns whether a line is a single tag, which continues the item directly above it.
  private func isLoneTag(_ first: Int, _ end: Int) -> Bool {
    text[first] == UInt8(ascii: "<")
      && HTMLLine(UnsafeBufferPointer(rebasing: text[first..<end])).start == .loneTag
  }

  private mutating func readVisible(_ first: Int, _ end: Int, column: Int) {
    let wasText = previousIsText
    previousIsText = false
    // Deeper text continues a paragraph, or is code.
    guard column < 4 else {
      previousIsText = wasText
      return
    }
    switch text[first] {
    case UInt8(ascii: "#") where BlockEdges.isHeading(text, first, end):
      item = nil
      isBelowLink = keepsLists || holdsLink(first, end)
      return
    case UInt8(ascii: "`"), UInt8(ascii: "~"):
      if readFence(first, end) { return }
    case UInt8(ascii: "<"):
      if readHTML(first, end) { return }
    case UInt8(ascii: ">"):
      item = nil
      previousIsText = true
      return
    case UInt8(ascii: "-"), UInt8(ascii: "="):
      // The line under a heading's text; a list below it is recognised by its own lines.
      if wasText, text[first..<end].allSatisfy({ $0 == text[first] || $0 <= 0x20 }) {
        if item == nil { isBelowLink = keepsLists || previousHasLink }
        previousIsText = item != nil
        return
      }
    default: break
    }
    readText(first, end, column: column, wasText: wasText)
  }

  private mutating func readText(_ first: Int, _ end: Int, column: Int, wasText: Bool) {
    if isThematicBreak(first, end) {
      item = nil
      previousIsText = false
      return
    }
    var isEmptyItem = false
    if let width = BlockEdges.markerWidth(text, first, end) {
      item = column + width
      isEmptyItem = first + width > end
      if first + width < end, text[first + width] == UInt8(ascii: "["),
        holds("]:", first + width, end)
      {
        mayDefine = true
      }
    } else if !wasText {
      item = nil
    }
    if item == nil { previousHasLink = wasText && previousHasLink || holdsLink(first, end) }
    previousIsText = !isEmptyItem
  }

  /// Returns whether a line may hide others, unless it continues HTML.
  private func startsHiding(_ first: Int, _ end: Int) -> Bool {
    let line = UnsafeBufferPointer(rebasing: text[first..<end])
    if line.starts(with: "```".utf8) || line.starts(with: "~~~".utf8) { return true }
    return HTMLStart.endMark(of: line).map { !holds($0, first + 2, end) } ?? false
  }

  /// A list may belong to the summary or the heading in HTML above it.
  private mutating func keepFoldedSections(_ first: Int, _ end: Int) {
    if holds("<summary", first, end) || holds("<details", first, end) || holds("<h", first, end) {
      isBelowLink = true
    }
  }

  private mutating func readFence(_ first: Int, _ end: Int) -> Bool {
    let byte = text[first]
    let rest = text[first..<end].drop { $0 == byte }
    let length = end - first - rest.count
    guard length >= 3, byte == UInt8(ascii: "~") || !rest.contains(byte) else { return false }
    hiding = .fence(byte: byte, length: length)
    item = nil
    return true
  }

  private mutating func readHTML(_ first: Int, _ end: Int) -> Bool {
    let rest = UnsafeBufferPointer(rebasing: text[first..<end])
    if let mark = HTMLStart.endMark(of: rest) {
      if !holds(mark, first + 2, end) { hiding = .html(end: mark) }
    } else if HTMLStart.isTag(rest) {
      keepFoldedSections(first, end)
      var run = HTMLRun()
      run.add(rest)
      hiding = .toBlank(run)
    } else {
      return false
    }
    item = nil
    return true
  }
}

extension BlockEdges {
  private static func isHeading(
    _ text: UnsafeBufferPointer<UInt8>, _ start: Int, _ end: Int
  ) -> Bool {
    let rest = text[start..<end].drop { $0 == UInt8(ascii: "#") }
    guard end - start - rest.count <= 6 else { return false }
    return rest.first.map { $0 == 0x20 || $0 == 0x09 } ?? true
  }

  /// Returns a bullet with text after it that is not a thematic break.
  private static func isItem(
    _ text: UnsafeBufferPointer<UInt8>, _ start: Int, _ end: Int
  ) -> Bool {
    guard end - start > 2, text[start + 1] == 0x20 || text[start + 1] == 0x09 else { return false }
    return text[(start + 1)..<end].contains { $0 > 0x20 && $0 != text[start] }
  }

  /// Returns whether a line is among an eighth of all lines, by its first bytes and its length
  /// (FNV-1a).
  private static func isChosen(
    _ text: UnsafeBufferPointer<UInt8>, _ start: Int, _ end: Int
  ) -> Bool {
    var hash = UInt32(truncatingIfNeeded: end - start) ^ 2_166_136_261
    for byte in text[start..<min(end, start + 48)] { hash = (hash ^ UInt32(byte)) &* 16_777_619 }
    return (hash >> 16) & 7 == 0
  }

  /// Returns the width of an item's marker, up to the item's text; nil for a line without one.
  private static func markerWidth(
    _ text: UnsafeBufferPointer<UInt8>, _ start: Int, _ end: Int
  ) -> Int? {
    var index = start
    switch text[index] {
    case UInt8(ascii: "-"), UInt8(ascii: "*"), UInt8(ascii: "+"): index += 1
    case 0x30...0x39:
      while index < end, index - start < 9, text[index] >= 0x30, text[index] <= 0x39 { index += 1 }
      guard index < end, text[index] == UInt8(ascii: ".") || text[index] == UInt8(ascii: ")")
      else { return nil }
      index += 1
    default: return nil
    }
    let marker = index
    while index < end, text[index] == 0x20 { index += 1 }
    if index == end || index - marker > 4 { return marker + 1 - start }
    guard index > marker || text[index] == 0x09 else { return nil }
    return max(index, marker + 1) - start
  }

  private func isThematicBreak(_ start: Int, _ end: Int) -> Bool {
    let byte = text[start]
    guard byte == UInt8(ascii: "-") || byte == UInt8(ascii: "*") || byte == UInt8(ascii: "_") else {
      return false
    }
    return text[start..<end].allSatisfy { $0 == byte || $0 <= 0x20 }
      && text[start..<end].count { $0 == byte } > 2
  }

  private func holdsLink(_ start: Int, _ end: Int) -> Bool {
    text[start..<end].contains { $0 == UInt8(ascii: "[") || $0 == UInt8(ascii: "<") }
      || holds("http", start, end)
  }

  private func holds(_ word: StaticString, _ start: Int, _ end: Int) -> Bool {
    guard let base = text.baseAddress else { return false }
    let length = word.utf8CodeUnitCount
    var place = start
    while place + length <= end {
      let room = end - length + 1 - place
      guard let found = memchr(base + place, Int32(word.utf8Start[0]), room) else { return false }
      if memcmp(found, word.utf8Start, length) == 0 { return true }
      place = UnsafeRawPointer(found) - UnsafeRawPointer(base) + 1
    }
    return false
  }
}
