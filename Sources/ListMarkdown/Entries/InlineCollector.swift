import ListModel

/// Gathers the inline nodes of a block into an `InlineText`.
///
/// Images and HTML fall away, but an HTML link counts as a link. White space of any length is
/// one space. A star count at the end of a link's text becomes a number.
struct InlineCollector {
  private(set) var result = InlineText()
  private var pendingSpace = false
  private var sawImage = false
  private var sawColonSlashes = false
  /// The HTML link that is open: where it leads and where its text starts.
  private var openHTMLLink: (url: [UInt8], start: Int)?

  /// The text of the inline nodes below a paragraph, a heading or a table cell.
  static func collect(_ block: MarkdownNode) -> InlineText {
    var collector = InlineCollector()
    collector.appendChildren(of: block, depth: 0)
    return collector.finished()
  }
}

extension InlineCollector {
  private mutating func appendChildren(of node: MarkdownNode, depth: Int) {
    // The scan before bounds the nesting; this is a second lock on the stack.
    guard depth < 128 else { return }
    var child = node.firstChild
    while let node = child {
      append(node, depth: depth)
      child = node.next
    }
  }

  private mutating func append(_ node: MarkdownNode, depth: Int) {
    switch node.kind {
    case .text, .inlineCode: node.withLiteral { append($0) }
    case .softBreak, .lineBreak: pendingSpace = true
    case .link: appendLink(node, depth: depth)
    case .strong:
      let isFirst = result.text.isEmpty
      appendChildren(of: node, depth: depth + 1)
      if isFirst { result.strongEnd = result.text.count }
    case .emphasis: appendChildren(of: node, depth: depth + 1)
    case .image: sawImage = true
    case .inlineHTML: node.withLiteral { appendHTML($0) }
    default: break
    }
  }

  private mutating func appendLink(_ node: MarkdownNode, depth: Int) {
    let start = startOfNext
    let before = result.text.count
    let sawImageBefore = sawImage
    sawImage = false
    appendChildren(of: node, depth: depth + 1)
    let url = node.withURL { trimmedURL($0) }
    close(url: url, start: result.text.count > before ? start : result.text.count)
    sawImage = sawImageBefore
  }

  /// Where the next text would begin, after the space that is due.
  private var startOfNext: Int {
    result.text.count + (pendingSpace && !result.text.isEmpty ? 1 : 0)
  }

  private mutating func close(url: [UInt8], start: Int) {
    var link = InlineLink(url: url, range: start..<max(start, result.text.count))
    if let (stars, end) = StarCount.suffix(of: result.text, from: start) {
      link.stars = stars
      result.text.removeSubrange(end...)
      link.range = start..<end
    }
    link.isImage = link.range.isEmpty && sawImage
    result.links.append(link)
  }

  private mutating func append(_ bytes: UnsafeBufferPointer<UInt8>) {
    var start = 0
    var index = 0
    let count = bytes.count
    while index < count {
      let byte = bytes[index]
      guard byte <= 0x20 || byte == 0xC2 || byte == 0xE2 || byte == 0x3A else {
        index += 1
        continue
      }
      let width = spaceWidth(bytes, at: index)
      guard width > 0 else {
        if byte == 0x3A, index + 2 < count, bytes[index + 1] == 0x2F, bytes[index + 2] == 0x2F {
          sawColonSlashes = true
        }
        index += 1
        continue
      }
      append(word: UnsafeBufferPointer(rebasing: bytes[start..<index]))
      pendingSpace = true
      index += width
      start = index
    }
    append(word: UnsafeBufferPointer(rebasing: bytes[start..<count]))
  }

  private mutating func append(word: UnsafeBufferPointer<UInt8>) {
    guard !word.isEmpty else { return }
    if pendingSpace {
      if !result.text.isEmpty { result.text.append(0x20) }
      pendingSpace = false
    }
    result.text.append(contentsOf: word)
  }

  /// How many bytes of white space stand at a place: ASCII, U+00A0, U+2028 or U+2029.
  private func spaceWidth(_ bytes: UnsafeBufferPointer<UInt8>, at index: Int) -> Int {
    switch bytes[index] {
    case 0x20, 0x09...0x0D: return 1
    case 0xC2: return index + 1 < bytes.count && bytes[index + 1] == 0xA0 ? 2 : 0
    case 0xE2:
      guard index + 2 < bytes.count, bytes[index + 1] == 0x80 else { return 0 }
      return bytes[index + 2] == 0xA8 || bytes[index + 2] == 0xA9 ? 3 : 0
    default: return 0
    }
  }

  private mutating func appendHTML(_ tag: UnsafeBufferPointer<UInt8>) {
    switch HTMLTag(tag) {
    case .linkStart(let url):
      openHTMLLink = (url, startOfNext)
    case .linkEnd:
      guard let (url, start) = openHTMLLink else { return }
      openHTMLLink = nil
      close(url: url, start: min(start, result.text.count))
    case .lineBreak: pendingSpace = true
    case .image: sawImage = true
    case .other: break
    }
  }

  private func trimmedURL(_ bytes: UnsafeBufferPointer<UInt8>) -> [UInt8] {
    var low = 0
    var high = bytes.count
    while low < high, spaceWidth(bytes, at: low) > 0 { low += spaceWidth(bytes, at: low) }
    while high > low, bytes[high - 1] <= 0x20 { high -= 1 }
    while high - low >= 2, bytes[high - 2] == 0xC2, bytes[high - 1] == 0xA0 { high -= 2 }
    return Array(bytes[low..<high])
  }

  private mutating func finished() -> InlineText {
    if sawColonSlashes { BareLinks.add(to: &result) }
    return result
  }
}
