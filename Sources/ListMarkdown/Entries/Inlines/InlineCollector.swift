import ListModel
import Shortcodes

/// Collects the inline nodes of blocks into an `InlineText`.
///
/// Images and HTML are dropped, but an HTML link counts as a link, and an image in a link provides
/// its alternative text. White space collapses to one space. A star count becomes a number, and
/// broken links are repaired.
struct InlineCollector {
  /// The text of the block that was read last.
  private(set) var result = InlineText()
  private var spaceIsDue = false
  private var sawImage = false
  private var sawAddress = false
  /// The number of star symbols that may belong to a count.
  private var starsSeen = 0
  private var openLink: OpenLink?
  var isInLink: Bool { openLink != nil }
  /// The alternative text of the current link's first picture.
  private var picture: [UInt8] = []
  private var styles = InlineStyles()
  /// The code spans, in which no link is meant.
  private var codes: [Range<Int>] = []

  private struct OpenLink {
    /// The address of an HTML link; a Markdown link provides it at its end.
    var url: String?
    let start: Int
    let textBefore: Int
    let sawImageBefore: Bool
  }

  /// Returns the text of one block that is read on its own.
  static func collect(_ block: MarkdownNode) -> InlineText {
    var collector = InlineCollector()
    collector.read(block)
    return collector.takeResult()
  }

  /// Returns `result` without a copy; its memory is not reused for the next block.
  mutating func takeResult() -> InlineText {
    var text = InlineText()
    swap(&text, &result)
    return text
  }

  /// Reads the inline nodes below a paragraph, a heading or a table cell into `result`.
  ///
  /// Iterates over the nodes instead of recursing: emphasis may be nested a thousand deep.
  mutating func read(_ block: MarkdownNode) {
    var node = block.firstChild
    read(from: &node, within: block) { _ in false }
  }

  /// Returns the alternative text of a block's first picture; empty if there is none.
  static func pictureText(in block: MarkdownNode) -> [UInt8] {
    var collector = InlineCollector()
    collector.readPictures(of: block)
    return collector.picture
  }

  private mutating func readPictures(of block: MarkdownNode) {
    var node = block.firstChild
    while let current = node, picture.isEmpty {
      switch current.kind {
      case .image: takePicture(current)
      case .inlineHTML:
        current.withLiteral {
          if case .image(let text) = HTMLTag($0) { picture = Array(text.utf8) }
        }
      default: break
      }
      node = current.following(within: block)
    }
  }

  /// Returns the lines of a block; its markup does not cross line ends.
  static func lines(of block: MarkdownNode) -> [InlineText] {
    var collector = InlineCollector()
    var lines: [InlineText] = []
    var node = block.firstChild
    while node != nil {
      collector.read(from: &node, within: block) { $0.kind == .softBreak || $0.kind == .lineBreak }
      lines.append(collector.result)
    }
    return lines
  }

  /// Reads from a node on; stops after one that ends the text.
  private mutating func read(
    from node: inout MarkdownNode?, within block: MarkdownNode, to isEnd: (MarkdownNode) -> Bool
  ) {
    reset()
    while let current = node {
      if enter(current), let child = current.firstChild {
        node = child
      } else {
        node = leave(current, within: block)
        if isEnd(current) { break }
      }
    }
    finish()
  }

  /// Finds the parts that depend on the whole text.
  private mutating func finish() {
    finishHTML()
    if sawAddress { BareLinks.add(to: &result) }
  }

  /// Finds the parts that only the whole text without HTML tags shows.
  mutating func finishHTML() {
    if LinkRepair.mayBeNeeded(for: result.text) {
      LinkRepair.run(on: &result, besides: codes)
    }
    if starsSeen > 0 { StarCount.take(from: &result) }
  }
}

// MARK: - Nodes

extension InlineCollector {
  mutating func reset() {
    result.clear()
    spaceIsDue = false
    sawImage = false
    sawAddress = false
    starsSeen = 0
    openLink = nil
    styles = InlineStyles()
    if !codes.isEmpty { codes.removeAll(keepingCapacity: true) }
  }

  /// Takes a node; true if its children belong to the text.
  private mutating func enter(_ node: MarkdownNode) -> Bool {
    switch node.kind {
    case .text: node.withLiteral { append($0) }
    case .inlineCode:
      let start = nextStart
      node.withLiteral { append(code: $0) }
      // Code of white space alone adds nothing, not even the space before it.
      if start < result.text.count { codes.append(start..<result.text.count) }
    case .softBreak, .lineBreak:
      spaceIsDue = true
      result.lineEnds.append(result.text.count)
    case .link:
      open(url: nil)
      return true
    case .strong, .emphasis, .strikethrough:
      styles.begin(node.kind, at: nextStart)
      return true
    case .image: addImage(node)
    case .inlineHTML: node.withLiteral { appendHTML($0) }
    default: break
    }
    return false
  }

  /// Ends a node and the ancestors that end with it; returns the next node.
  private mutating func leave(_ node: MarkdownNode, within block: MarkdownNode) -> MarkdownNode? {
    var ending = node
    while true {
      switch ending.kind {
      case .link: ending.withURL { close(url: trimmed($0)) }
      case .strong, .emphasis, .strikethrough: styles.end(ending.kind, in: &result)
      default: break
      }
      if let next = ending.next { return next }
      guard let parent = ending.parent, parent != block else { return nil }
      ending = parent
    }
  }

  /// The start of the next text: after the pending space.
  private var nextStart: Int { result.text.count + (spaceIsDue && !result.text.isEmpty ? 1 : 0) }

  private mutating func open(url: String?) {
    openLink = OpenLink(
      url: url, start: nextStart, textBefore: result.text.count, sawImageBefore: sawImage)
    sawImage = false
    if !picture.isEmpty { picture.removeAll(keepingCapacity: true) }
  }

  private mutating func addImage(_ node: MarkdownNode) {
    sawImage = true
    if isInLink, picture.isEmpty { takePicture(node) }
  }

  private mutating func takePicture(_ node: MarkdownNode) {
    let text = node.children.flatMap { child in child.withLiteral { Array($0) } }
    picture = Array(text.split { $0 <= 0x20 }.joined(separator: [0x20]))
  }

  private mutating func close(url: UnsafeBufferPointer<UInt8>) {
    guard let opened = openLink else { return }
    openLink = nil
    let end = result.text.count
    let start = end > opened.textBefore ? opened.start : end
    var range = start..<end
    let count = StarCount.suffix(of: result.text, from: start)
    if let count {
      result.text.removeSubrange(count.end...)
      range = start..<count.end
      starsSeen -= count.symbols
    }
    let isImage = range.isEmpty && sawImage
    let nested = LinkRepair.address(within: url)
    if nested != nil, result.repair == nil { result.repair = .nesting }
    let missing = MissingScheme.scheme(of: nested ?? url)
    if missing != nil, result.repair == nil { result.repair = .noScheme }
    result.addLink(
      to: nested ?? url, after: missing ?? "", range: range, stars: count?.stars, isImage: isImage,
      isBare: BareLinks.isAddress(result.text, at: start))
    if isImage, !picture.isEmpty { result.describePicture(picture) }
    sawImage = opened.sawImageBefore
  }

  mutating func appendHTML(_ tag: UnsafeBufferPointer<UInt8>) {
    switch HTMLTag(tag) {
    case .linkStart(let url): open(url: url)
    case .linkEnd:
      if var url = openLink?.url { url.withUTF8 { close(url: $0) } }
    case .lineBreak: spaceIsDue = true
    case .image(let text):
      sawImage = true
      if isInLink, picture.isEmpty { picture = Array(text.utf8) }
    case .styleStart(let kind): styles.begin(kind, at: nextStart)
    case .styleEnd(let kind): styles.end(kind, in: &result)
    case .other: break
    }
  }

  private func trimmed(_ bytes: UnsafeBufferPointer<UInt8>) -> UnsafeBufferPointer<UInt8> {
    var low = 0
    var high = bytes.count
    while low < high, bytes.spaceWidth(at: low) > 0 { low += bytes.spaceWidth(at: low) }
    while high > low {
      if bytes[high - 1] <= 0x20 {
        high -= 1
      } else if high - low >= 2, bytes.spaceWidth(at: high - 2) == 2 {
        high -= 2
      } else {
        break
      }
    }
    return bytes[low..<high].buffer
  }
}

// MARK: - Text

extension InlineCollector {
  mutating func append(_ bytes: UnsafeBufferPointer<UInt8>) {
    var start = 0
    var index = bytes.firstOdd(from: 0)
    let count = bytes.count
    while index < count {
      let byte = bytes[index]
      let width = bytes.spaceWidth(at: index)
      if width > 0 {
        append(plain: UnsafeBufferPointer(rebasing: bytes[start..<index]))
        spaceIsDue = true
        index += width
        start = index
      } else {
        if index + 2 < count, bytes[index + 1] == bytes[index + 2],
          byte == 0x3A && bytes[index + 1] == 0x2F || byte == 0x77 && bytes[index + 1] == 0x77
        {
          sawAddress = true
        }
        if byte != 0x77, StarCount.symbolLength(in: bytes[index...]) > 0 { starsSeen += 1 }
        index += 1
      }
      index = bytes.firstOdd(from: index)
    }
    append(plain: UnsafeBufferPointer(rebasing: bytes[start..<count]))
  }

  /// Appends code; backticks stay if a shortcode in it would be taken for an emoji.
  private mutating func append(code: UnsafeBufferPointer<UInt8>) {
    guard EmojiCode.occurs(in: code) else { return append(code) }
    let backtick: [UInt8] = [UInt8(ascii: "`")]
    backtick.withUnsafeBufferPointer { append(word: $0) }
    append(code)
    backtick.withUnsafeBufferPointer { append(word: $0) }
  }

  /// Appends text whose only white space is single spaces.
  private mutating func append(plain bytes: UnsafeBufferPointer<UInt8>) {
    var range = 0..<bytes.count
    if bytes.first == 0x20 {
      spaceIsDue = true
      range = 1..<max(1, bytes.count)
    }
    let endsInSpace = !range.isEmpty && bytes[range.upperBound - 1] == 0x20
    if endsInSpace { range = range.lowerBound..<range.upperBound - 1 }
    append(word: UnsafeBufferPointer(rebasing: bytes[range]))
    if endsInSpace { spaceIsDue = true }
  }

  private mutating func append(word: UnsafeBufferPointer<UInt8>) {
    guard !word.isEmpty else { return }
    if spaceIsDue {
      if !result.text.isEmpty { result.text.append(0x20) }
      spaceIsDue = false
    }
    result.text.append(contentsOf: word)
  }
}

extension UnsafeBufferPointer<UInt8> {
  /// Returns the first index, from one on, of white space other than a single space, or of a byte
  /// that may begin longer white space, a star or an address; the end if there is none.
  ///
  /// Most texts have none.
  fileprivate func firstOdd(from start: Int) -> Int {
    guard let baseAddress, start < count else { return count }
    let pairs = count - 1
    var index = start
    while index + 16 <= pairs {
      let odd = Self.oddPairs(ByteBlock(baseAddress + index), ByteBlock(baseAddress + index + 1))
      if let lane = ByteBlock.first(odd) { return index + lane }
      index += 16
    }
    if index < pairs, pairs - start >= 4 {
      // Some bytes again, which is faster than byte by byte; only whether any of them is odd counts.
      let place = baseAddress + Swift.max(start, pairs - 16)
      let rest = Swift.min(16, pairs - start)
      let odd = Self.oddPairs(ByteBlock(place, count: rest), ByteBlock(place + 1, count: rest))
      if !ByteBlock.holds(odd) { index = pairs }
    }
    while index < pairs, isPlain(at: index) { index += 1 }
    guard index == pairs else { return index }
    let last = self[index]
    return last < 0x20 || last | 0x20 == 0xE2 ? index : count
  }

  private func isPlain(at index: Int) -> Bool {
    let (byte, next) = (self[index], self[index + 1])
    return byte >= 0x20 && byte | 0x20 != 0xE2 && (byte != next || byte != 0x20 && byte != 0x77)
      && (byte != 0x3A || next != 0x2F && next != 0x73)
  }

  /// Returns which bytes are not plain, each with the one after it.
  @inline(__always)
  private static func oddPairs(_ bytes: ByteBlock, _ next: ByteBlock) -> SIMDMask<SIMD16<Int8>> {
    let lead = bytes.are(0xC2) .| bytes.are(0xE2)
    let double = (bytes.bytes .== next.bytes) .& (bytes.are(0x20) .| bytes.are(0x77))
    let colon = bytes.are(0x3A) .& (next.are(0x2F) .| next.are(0x73))
    return bytes.within(0, 0x20) .| lead .| double .| colon
  }

  /// Returns how many bytes of white space are at a place: ASCII, U+00A0, U+2028 or U+2029.
  fileprivate func spaceWidth(at index: Int) -> Int {
    switch self[index] {
    case 0x20, 0x09...0x0D: return 1
    case 0xC2: return index + 1 < count && self[index + 1] == 0xA0 ? 2 : 0
    case 0xE2:
      guard index + 2 < count, self[index + 1] == 0x80 else { return 0 }
      return self[index + 2] == 0xA8 || self[index + 2] == 0xA9 ? 3 : 0
    default: return 0
    }
  }
}
