import CCmarkGFM
import CTreeMemory
import Glibc

/// Reads the inlines of a line that has only the markup of most entries: text with escapes, code
/// between single backticks, and links and images with an address in parentheses and no title.
///
/// The nodes are those that cmark makes of the line. It has no state to keep for emphasis, references
/// and line ends, so it takes a fraction of cmark's time. Linear in the line's length.
struct PlainInlines {
  private let text: UnsafeBufferPointer<UInt8>
  private let start: Int
  private let end: Int
  private var index: Int
  /// The start of the text that is in no node yet.
  private var textStart: Int
  /// The part of that text which is before an escape, and so was copied.
  private var copied = 0..<0
  /// Room for the copies of all texts of the line.
  private var copies: UnsafeMutablePointer<UInt8>?

  /// A line without its line end, and without white space at its ends.
  init(_ text: UnsafeBufferPointer<UInt8>, in line: Range<Int>) {
    self.text = text
    start = line.lowerBound
    end = line.upperBound
    index = start
    textStart = start
  }

  /// Appends the nodes of the line to its block; false if it has other markup, in which case the
  /// block has to be dropped.
  mutating func read(into block: MarkdownNode) -> Bool {
    var link: MarkdownNode?
    while true {
      index = text.firstIndex(from: index, to: end, PlainInlines.markup, PlainInlines.isMarkup)
      guard index < end else { break }
      let isRead: Bool
      switch text[index] {
      case UInt8(ascii: "\\"): isRead = readEscape()
      case UInt8(ascii: "`"): isRead = readCode(into: link ?? block)
      case UInt8(ascii: "["), UInt8(ascii: "!"):
        if text[index] == UInt8(ascii: "!"), byte(at: index + 1) != UInt8(ascii: "[") {
          index += 1
          continue
        }
        guard link == nil else { return false }
        link = openLink(in: block)
        isRead = link != nil
      case UInt8(ascii: "]"):
        guard let opened = link else {
          index += 1
          continue
        }
        isRead = close(opened)
        link = nil
      default: isRead = skipText()
      }
      if !isRead { return false }
    }
    return link == nil && endText(in: block)
  }

  private func byte(at index: Int) -> UInt8 { index < end ? text[index] : 0 }
}

extension PlainInlines {
  /// Passes over a byte that may be markup, but is none here.
  private mutating func skipText() -> Bool {
    let next = byte(at: index + 1)
    switch text[index] {
    case UInt8(ascii: "_"):
      // Within a word it is part of it.
      guard index > start, text[index - 1].isLetterOrDigit, next.isLetterOrDigit else {
        return false
      }
    case UInt8(ascii: "&"): guard next == 0x20 || index + 1 == end else { return false }
    default: return false
    }
    index += 1
    return true
  }

  private mutating func readEscape() -> Bool {
    let next = byte(at: index + 1)
    guard next > 0x20, next < 0x7F, !next.isLetterOrDigit, copyText() else { return false }
    textStart = index + 1
    index += 2
    return true
  }

  private mutating func readCode(into parent: MarkdownNode) -> Bool {
    let first = index + 1
    var last = first
    while last < end, text[last] != UInt8(ascii: "`") {
      if text[last] < 0x20 { return false }
      last += 1
    }
    guard last > first, last < end, byte(at: last + 1) != UInt8(ascii: "`"),
      text[first] != 0x20, text[last - 1] != 0x20, endText(in: parent),
      let code = MarkdownNode.make(CMARK_NODE_CODE, literal: bytes(first..<last))
    else { return false }
    parent.append(code)
    skip(to: last + 1)
    return true
  }

  /// Begins a link or an image.
  private mutating func openLink(in block: MarkdownNode) -> MarkdownNode? {
    let isImage = text[index] == UInt8(ascii: "!")
    let first = index + (isImage ? 2 : 1)
    guard byte(at: first) != UInt8(ascii: "^"), endText(in: block),
      let link = MarkdownNode.make(isImage ? CMARK_NODE_IMAGE : CMARK_NODE_LINK)
    else { return nil }
    block.append(link)
    skip(to: first)
    return link
  }

  /// Ends a link or an image at its bracket, with the address behind that.
  private mutating func close(_ link: MarkdownNode) -> Bool {
    guard byte(at: index + 1) == UInt8(ascii: "("), endText(in: link),
      let close = endOfAddress(from: index + 2)
    else { return false }
    link.setURL(bytes(index + 2..<close))
    skip(to: close + 1)
    return true
  }

  /// Returns the parenthesis that ends an address; nil if it is not written as it is meant, or
  /// empty.
  private func endOfAddress(from first: Int) -> Int? {
    var place = first
    var depth = 0
    var (hasAmpersand, hasSemicolon) = (false, false)
    while true {
      place = text.firstIndex(from: place, to: end, PlainInlines.special, PlainInlines.isSpecial)
      guard place < end else { return nil }
      switch text[place] {
      case UInt8(ascii: "("): depth += 1
      case UInt8(ascii: ")"):
        if depth == 0 {
          let isPlain = place > first && text[first] != UInt8(ascii: "<")
          return isPlain && !(hasAmpersand && hasSemicolon) ? place : nil
        }
        depth -= 1
      // Both may be an entity.
      case UInt8(ascii: "&"): hasAmpersand = true
      case UInt8(ascii: ";"): hasSemicolon = true
      default: return nil
      }
      // The most that cmark takes.
      if depth > 31 { return nil }
      place += 1
    }
  }

  /// Returns which bytes mean something in an address.
  @inline(__always)
  private static func special(_ block: ByteBlock) -> SIMDMask<SIMD16<Int8>> {
    // White space, then the parentheses.
    block.within(0, 0x21) .| block.within(0x28, 2) .| block.are(0x7F)
      .| block.are(UInt8(ascii: "\\")) .| block.are(UInt8(ascii: "&"))
      .| block.are(UInt8(ascii: ";"))
  }

  private static func isSpecial(_ byte: UInt8) -> Bool {
    switch byte {
    case 0...0x20, 0x28, 0x29, 0x7F, UInt8(ascii: "\\"), UInt8(ascii: "&"), UInt8(ascii: ";"): true
    default: false
    }
  }
}

// MARK: - Text

extension PlainInlines {
  private func bytes(_ range: Range<Int>) -> UnsafeBufferPointer<UInt8> {
    UnsafeBufferPointer(rebasing: text[range])
  }

  private mutating func skip(to next: Int) {
    index = next
    textStart = next
  }

  /// Copies the text before this place behind the part copied before.
  private mutating func copyText() -> Bool {
    if copies == nil {
      copies = tree_memory_calloc(1, end - start)?.assumingMemoryBound(to: UInt8.self)
    }
    guard let copies else { return false }
    let segment = bytes(textStart..<index)
    if let base = segment.baseAddress { memcpy(copies + copied.upperBound, base, segment.count) }
    copied = copied.lowerBound..<copied.upperBound + segment.count
    return true
  }

  /// Makes a node of the text before this place, if there is any.
  private mutating func endText(in parent: MarkdownNode) -> Bool {
    var literal = bytes(textStart..<index)
    if !copied.isEmpty {
      guard copyText() else { return false }
      literal = UnsafeBufferPointer(
        start: copies.map { $0 + copied.lowerBound }, count: copied.count)
      copied = copied.upperBound..<copied.upperBound
    }
    guard !literal.isEmpty else { return true }
    guard let node = MarkdownNode.make(CMARK_NODE_TEXT, literal: literal) else { return false }
    parent.append(node)
    return true
  }

  /// Returns which bytes may be markup, or are some that cmark may replace.
  @inline(__always)
  private static func markup(_ block: ByteBlock) -> SIMDMask<SIMD16<Int8>> {
    // `[ \ ]`, `_` and the backtick, and single ones.
    block.within(0, 0x20) .| block.within(0x5B, 3) .| block.within(0x5F, 2)
      .| block.are(UInt8(ascii: "!")) .| block.are(UInt8(ascii: "&"))
      .| block.are(UInt8(ascii: "*")) .| block.are(UInt8(ascii: "<"))
      .| block.are(UInt8(ascii: "~"))
  }

  private static func isMarkup(_ byte: UInt8) -> Bool {
    switch byte {
    case 0..<0x20, UInt8(ascii: "!"), UInt8(ascii: "&"), UInt8(ascii: "*"), UInt8(ascii: "<"),
      UInt8(ascii: "["), UInt8(ascii: "\\"), UInt8(ascii: "]"), UInt8(ascii: "_"),
      UInt8(ascii: "`"), UInt8(ascii: "~"):
      true
    default: false
    }
  }
}

extension UnsafeBufferPointer<UInt8> {
  /// Returns the first index of one of some bytes in a range; its end if there is none.
  @inline(__always)
  fileprivate func firstIndex(
    from start: Int, to end: Int, _ wanted: (ByteBlock) -> SIMDMask<SIMD16<Int8>>,
    _ isWanted: (UInt8) -> Bool
  ) -> Int {
    var index = start
    if let baseAddress {
      while index < end, index + 16 <= count {
        if let lane = ByteBlock.first(wanted(ByteBlock(baseAddress + index))) {
          return Swift.min(index + lane, end)
        }
        index += 16
      }
    }
    while index < end, !isWanted(self[index]) { index += 1 }
    return Swift.min(index, end)
  }
}
