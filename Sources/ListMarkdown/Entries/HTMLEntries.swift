import ListModel

/// The entries of a block of HTML in a README.
///
///     <li><a href="https://…">Alpha</a>: what it does.</li>
///     <p>
///     • <a href="https://…"><b>Beta</b></a> - what that does.<br>
///     </p>
///
/// An item, a row and a term are entries by their first link; any other line is one as a line of a
/// paragraph is (`LinkLines`). A link with a picture in it is a badge, a sponsor or a contributor.
/// The cost grows with the length of the block.
struct HTMLEntries {
  private var collector = InlineCollector()
  private(set) var found: [(text: InlineText, line: Int)] = []
  /// The lines of the paragraph in hand.
  private var lines: [(text: InlineText, line: Int)] = []
  /// The line that the text in hand begins on, counted from 0.
  private var start = 0
  private var line = 0
  private var isItem = false
  private var holdsPictureLink = false
  private var isHidden = false

  /// Reads a block as it was written.
  init(_ html: UnsafeBufferPointer<UInt8>) {
    collector.reset()
    var index = 0
    while index < html.count {
      let tag = html[index...].firstIndex(of: UInt8(ascii: "<")) ?? html.count
      append(html[index..<tag])
      guard tag < html.count else { break }
      let end = HTMLTag.end(ofTagAt: tag, in: html)
      read(UnsafeBufferPointer(rebasing: html[tag..<end]))
      index = end
    }
    endLine()
    endLines()
  }
}

extension HTMLEntries {
  /// What begins on a line of its own.
  private static let lineStarts = [
    "p", "div", "ul", "ol", "dl", "table", "h1", "h2", "h3", "h4", "h5", "h6", "details", "summary",
  ]
  private static let itemStarts = ["li", "tr", "dt"]
  /// What stands in these is code.
  private static let hidingTags = ["pre", "script", "style"]

  private mutating func read(_ tag: UnsafeBufferPointer<UInt8>) {
    let name = HTMLTag.name(of: tag)
    defer { line += tag.count { $0 == 0x0A } }
    if HTMLEntries.hidingTags.contains(where: { name.elementsEqual($0.utf8) }) {
      isHidden = tag[1] != UInt8(ascii: "/")
    } else if name.elementsEqual("dt".utf8), tag[1] == UInt8(ascii: "/") {
      append([0x20])
    } else if HTMLEntries.itemStarts.contains(where: { name.elementsEqual($0.utf8) }) {
      endLine()
      isItem = tag[1] != UInt8(ascii: "/")
    } else if HTMLEntries.lineStarts.contains(where: { name.elementsEqual($0.utf8) }) {
      if !isItem {
        endLine()
        endLines()
      }
    } else if name.elementsEqual("br".utf8), !isItem, !collector.isInLink {
      endLine()
    } else if name.elementsEqual("img".utf8), collector.isInLink {
      holdsPictureLink = true
    } else if ["td", "th", "dd"].contains(where: { name.elementsEqual($0.utf8) }) {
      append([0x20])
    } else if !isHidden {
      collector.appendHTML(tag)
    }
  }

  private mutating func append(_ text: some Collection<UInt8>) {
    if collector.result.isEmpty {
      start = line + text.prefix { $0 <= 0x20 }.count { $0 == 0x0A }
    }
    if !isHidden { HTMLText.unescaped(text).withUnsafeBufferPointer { collector.append($0) } }
    line += text.count { $0 == 0x0A }
  }

  private mutating func endLine() {
    let text = LinkLines.withoutSymbols(collector.result)
    collector.reset()
    defer { holdsPictureLink = false }
    guard !holdsPictureLink, !HTMLText.leadsBack(text) else {
      isItem = false
      return
    }
    if !isItem {
      if !text.isEmpty { lines.append((text, start)) }
      return
    }
    isItem = false
    endLines()
    if text.links.contains(where: { !$0.isAnchor && !$0.range.isEmpty }) {
      found.append((text, start))
    }
  }

  private mutating func endLines() {
    found += LinkLines.entries(of: lines, areBroken: true)
    lines = []
  }
}

extension EntryAssembler {
  /// Takes the entries of a block of HTML below a heading.
  mutating func addHTML(_ block: MarkdownNode, line: Int) {
    guard isBelowHeading else { return }
    add(block.withLiteral { HTMLEntries($0).found }, from: line)
  }
}
