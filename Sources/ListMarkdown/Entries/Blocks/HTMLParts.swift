import ListModel

/// The headings, entries and folded sections of a block of HTML in a README.
///
///     <h2 align="center">Tools</h2>
///     <li><a href="https://…">Alpha</a>: what it does.</li>
///     <p>
///     • <a href="https://…"><b>Beta</b></a> - what that does.<br>
///     </p>
///
/// An item, a row or a term is an entry if it has a link; any other line follows the rules for
/// lines of paragraphs (`LinkLines`). A link around a picture is a badge, a sponsor or a
/// contributor. Linear in the length of the block.
struct HTMLParts {
  /// A part of a block; lines are counted from 0.
  enum Part {
    case entry(InlineText, line: Int)
    case heading(level: Int, InlineText, line: Int)
    /// A heading that begins in the block, with its text after it.
    case headingStart(level: Int, line: Int)
    case headingEnd
    /// The summary of a folded section.
    case summary(InlineText, line: Int)
    case detailsStart, detailsEnd
  }

  private var collector = InlineCollector()
  private(set) var found: [Part] = []
  /// The lines of the current paragraph.
  private var lines: [(text: InlineText, line: Int)] = []
  /// The line that the current text begins on, counted from 0.
  private var start = 0
  private var line = 0
  private var isItem = false
  /// The level of the current heading, and the text of its picture.
  private var heading: Int?
  private var picture: [UInt8] = []
  private var isSummary = false
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
    endSummary()
    endHeading(isClosed: false)
    endLine()
    endLines()
  }
}

extension HTMLParts {
  /// Elements that begin a new line.
  private static let lineStarts = [
    "p", "div", "ul", "ol", "dl", "table", "details", "summary",
  ]
  private static let itemStarts = ["li", "tr", "dt"]
  /// Elements that contain code.
  private static let hidingTags = ["pre", "script", "style"]

  private mutating func read(_ tag: UnsafeBufferPointer<UInt8>) {
    let name = HTMLTag.name(of: tag)
    defer { line += tag.count { $0 == 0x0A } }
    let isEnd = tag.count > 1 && tag[1] == UInt8(ascii: "/")
    if HTMLParts.hidingTags.contains(where: { name.elementsEqual($0.utf8) }) {
      isHidden = !isEnd
    } else if read(sectionTag: name, isEnd: isEnd) || heading != nil && read(headingTag: tag, name)
    {
      return
    } else if name.elementsEqual("dt".utf8), tag[1] == UInt8(ascii: "/") {
      append([0x20])
    } else if HTMLParts.itemStarts.contains(where: { name.elementsEqual($0.utf8) }) {
      endLine()
      isItem = tag[1] != UInt8(ascii: "/")
    } else if HTMLParts.lineStarts.contains(where: { name.elementsEqual($0.utf8) }) {
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

  /// Takes the tags of headings and of folded sections; false for others.
  private mutating func read(sectionTag name: [UInt8], isEnd: Bool) -> Bool {
    if name.count == 2, name[0] == UInt8(ascii: "h"), (0x31...0x36).contains(name[1]) {
      endHeading(isClosed: isEnd)
      if isEnd { return true }
      endLine()
      endLines()
      heading = Int(name[1]) - 0x30
      picture = []
    } else if name.elementsEqual("summary".utf8) {
      if isEnd {
        endSummary()
      } else {
        endLine()
        endLines()
        isSummary = true
      }
    } else if name.elementsEqual("details".utf8) {
      endSummary()
      endLine()
      endLines()
      found.append(isEnd ? .detailsEnd : .detailsStart)
    } else {
      return false
    }
    return true
  }

  /// Handles a tag within a heading, whose content is always one text.
  private mutating func read(
    headingTag tag: UnsafeBufferPointer<UInt8>, _ name: [UInt8]
  ) -> Bool {
    if case .image(let text) = HTMLTag(tag), picture.isEmpty { picture = Array(text.utf8) }
    if HTMLParts.lineStarts.contains(where: { name.elementsEqual($0.utf8) }) {
      append([0x20])
    } else {
      collector.appendHTML(tag)
    }
    return true
  }

  private mutating func endHeading(isClosed: Bool) {
    guard let level = heading else {
      if isClosed { found.append(.headingEnd) }
      return
    }
    heading = nil
    collector.finishHTML()
    let text = collector.result
    collector.reset()
    holdsPictureLink = false
    if text.text.contains(where: { $0 > 0x20 }) {
      found.append(.heading(level: level, text, line: start))
    } else if !picture.isEmpty {
      found.append(.heading(level: level, InlineText(text: picture), line: line))
    } else if !isClosed {
      found.append(.headingStart(level: level, line: line))
    }
  }

  private mutating func endSummary() {
    guard isSummary else { return }
    isSummary = false
    collector.finishHTML()
    let text = collector.result
    collector.reset()
    holdsPictureLink = false
    if !text.isEmpty { found.append(.summary(text, line: start)) }
  }

  private mutating func append(_ text: some Collection<UInt8>) {
    if collector.result.isEmpty {
      start = line + text.prefix { $0 <= 0x20 }.count { $0 == 0x0A }
    }
    if !isHidden { HTMLText.unescaped(text).withUnsafeBufferPointer { collector.append($0) } }
    line += text.count { $0 == 0x0A }
  }

  private mutating func endLine() {
    collector.finishHTML()
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
      found.append(.entry(text, line: start))
    }
  }

  private mutating func endLines() {
    for (text, line) in LinkLines.entries(of: lines, areBroken: true) {
      found.append(.entry(text, line: line))
    }
    lines = []
  }
}
