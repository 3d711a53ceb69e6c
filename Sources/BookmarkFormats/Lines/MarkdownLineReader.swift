import CCmarkGFM
import ListModel

/// Follows the lines of a list of links in Markdown.
struct MarkdownLineReader {
  /// A line with more opening brackets would take the library too long.
  private static let openerLimit = 1_000

  private(set) var rows: RowCollector
  private var headings: [(level: Int, title: String)] = []
  private var isFenced = false

  init(_ rows: RowCollector) {
    self.rows = rows
  }

  mutating func read(_ line: ArraySlice<UInt8>, _ number: Int) {
    let content = trimmed(line)
    if content.starts(with: "```".utf8) || content.starts(with: "~~~".utf8) {
      isFenced.toggle()
      return
    }
    guard !isFenced, !content.isEmpty else { return }
    guard content.count <= 65_536,
      content.count(where: { "[]<`*_!&".utf8.contains($0) })
        <= Self.openerLimit
    else {
      rows.refuse(line: number, text: text(content.prefix(200)), "too many brackets in a line")
      return
    }
    let level = content.prefix { $0 == UInt8(ascii: "#") }.count
    if (1...6).contains(level), content.dropFirst(level).first == 0x20 {
      startHeading(MarkdownLine(content), level)
    } else if content.contains(UInt8(ascii: "[")) || content.contains(UInt8(ascii: "<")) {
      addLinks(of: MarkdownLine(content), number)
    }
  }
}

extension MarkdownLineReader {
  private mutating func startHeading(_ line: MarkdownLine, _ level: Int) {
    while let last = headings.last, last.level >= level { headings.removeLast() }
    // The one heading at the top is the title of the page.
    if level > 1 { headings.append((level, line.text)) }
  }

  private mutating func addLinks(of line: MarkdownLine, _ number: Int) {
    for link in line.links {
      var row = BookmarkRow(url: link.url, line: number)
      row.title = link.text
      row.note = link.rest
      row.tags = link.comment.map(tags(inComment:)) ?? []
      row.folders = headings.map(\.title)
      rows.add(row)
    }
  }

  /// Returns the tags of `<!-- TAGS: a, b -->`.
  private func tags(inComment comment: String) -> [String] {
    let bytes = Array(comment.utf8)[...]
    guard let start = place(of: "TAGS:", in: bytes, from: 0),
      let end = place(of: "-->", in: bytes, from: start)
    else { return [] }
    return [unescaped(bytes[(start + 5)..<end])]
  }

  private func unescaped(_ bytes: ArraySlice<UInt8>) -> String {
    var result: [UInt8] = []
    var rest = bytes
    while let first = rest.first {
      if rest.starts(with: "&#45;".utf8) {
        result.append(UInt8(ascii: "-"))
        rest = rest.dropFirst(5)
      } else if rest.starts(with: "&gt;".utf8) {
        result.append(UInt8(ascii: ">"))
        rest = rest.dropFirst(4)
      } else if rest.starts(with: "&amp;".utf8) {
        result.append(UInt8(ascii: "&"))
        rest = rest.dropFirst(5)
      } else {
        result.append(first)
        rest = rest.dropFirst()
      }
    }
    return text(result)
  }
}

/// One line of Markdown as the library reads it.
struct MarkdownLine {
  struct Link {
    var url = ""
    var text = ""
    /// The first comment after it, unchanged.
    var comment: String?
    /// The text between it and the next link.
    var rest = ""
  }

  private(set) var links: [Link] = []
  /// All text of the line.
  private(set) var text = ""

  init(_ bytes: ArraySlice<UInt8>) {
    let document = bytes.withUnsafeBytes { buffer in
      cmark_parse_document(
        buffer.baseAddress?.assumingMemoryBound(to: CChar.self), buffer.count,
        CMARK_OPT_DEFAULT)
    }
    guard let document else { return }
    defer { cmark_node_free(document) }
    guard let iterator = cmark_iter_new(document) else { return }
    defer { cmark_iter_free(iterator) }
    var isInLink = false
    var event = cmark_iter_next(iterator)
    while event != CMARK_EVENT_DONE {
      if let node = cmark_iter_get_node(iterator) { take(node, event, &isInLink) }
      event = cmark_iter_next(iterator)
    }
    for index in links.indices { links[index].rest = withoutDash(links[index].rest) }
  }

  private mutating func take(
    _ node: UnsafeMutablePointer<cmark_node>, _ event: cmark_event_type, _ isInLink: inout Bool
  ) {
    switch cmark_node_get_type(node) {
    case CMARK_NODE_LINK:
      isInLink = event == CMARK_EVENT_ENTER
      if isInLink { links.append(Link(url: string(cmark_node_get_url(node)))) }
    case CMARK_NODE_TEXT, CMARK_NODE_CODE: append(string(cmark_node_get_literal(node)), isInLink)
    case CMARK_NODE_SOFTBREAK, CMARK_NODE_LINEBREAK: append(" ", isInLink)
    case CMARK_NODE_HTML_INLINE:
      if !links.isEmpty, links[links.count - 1].comment == nil {
        links[links.count - 1].comment = string(cmark_node_get_literal(node))
      }
    default: break
    }
  }

  private mutating func append(_ part: String, _ isInLink: Bool) {
    text += part
    guard !links.isEmpty else { return }
    if isInLink {
      links[links.count - 1].text += part
    } else {
      links[links.count - 1].rest += part
    }
  }
}

private func string(_ pointer: UnsafePointer<CChar>?) -> String {
  pointer.map { String(cString: $0) } ?? ""
}

/// Returns a description without the dash or colon that parts it from its link.
private func withoutDash(_ text: String) -> String {
  var scalars = text.unicodeScalars.drop { $0 == " " }
  if let first = scalars.first, ["-", "–", "—", ":"].contains(first) {
    scalars.removeFirst()
  }
  return String(scalars)
}
