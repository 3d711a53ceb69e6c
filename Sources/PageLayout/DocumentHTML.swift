package import ListMarkdown

/// A page as one self-contained HTML document: no scripts, no images, no external styles.
///
/// All content is escaped, and only links to `http`, `https` and `mailto`, to other files and to
/// anchors of the page are kept.
package struct DocumentHTML {
  private var output: [UInt8] = []
  private var slugs: [String: Int] = [:]
  private var lists: [Bool] = []
  private var openDetails = 0

  /// Returns the document, in UTF-8.
  package static func write(_ document: PageDocument, title: String) -> [UInt8] {
    var html = DocumentHTML()
    html.append(
      """
      <!DOCTYPE html>
      <html lang="en">
      <head>
      <meta charset="utf-8">
      <meta name="viewport" content="width=device-width, initial-scale=1">
      <meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
      <title>
      """)
    html.append(escaping: title.utf8)
    html.append("</title>\n<style>\(style)</style>\n</head>\n<body>\n")
    for index in 0..<document.pieceCount {
      html.write(document.piece(index, openDetails: html.openDetails))
    }
    html.append("</body>\n</html>\n")
    return html.output
  }

  private static let style =
    "body{max-width:48em;margin:2em auto;padding:0 1em;font:1em/1.5 sans-serif}"
    + "pre{overflow:auto;padding:.6em;background:#8881}table{border-collapse:collapse}"
    + "td,th{border:1px solid #8886;padding:.2em .6em}blockquote{border-left:3px solid #8886;"
    + "margin-left:0;padding-left:1em}"
}

extension DocumentHTML {
  private mutating func append(_ text: String) { output += text.utf8 }

  private mutating func append(escaping text: some Sequence<UInt8>) {
    for byte in text {
      switch byte {
      case UInt8(ascii: "<"): append("&lt;")
      case UInt8(ascii: ">"): append("&gt;")
      case UInt8(ascii: "&"): append("&amp;")
      case UInt8(ascii: "\""): append("&quot;")
      case UInt8(ascii: "'"): append("&#39;")
      case DocumentBreak.line, DocumentBreak.element: append("<br>\n")
      case DocumentBreak.soft: output.append(0x0A)
      case 0x09, 0x20...0x7E, 0x80...0xFF: output.append(byte)
      default: append("\u{FFFD}")
      }
    }
  }

  private mutating func write(_ piece: DocumentPiece) {
    var row: [String] = []
    // Details that continue from the piece before are open in the output already.
    for block in piece.blocks {
      switch block.kind {
      case .paragraph: write(block, of: piece, in: "p")
      case .heading: writeHeading(block, of: piece)
      case .code: writeCode(block, of: piece)
      case .thematicBreak: append("<hr>\n")
      case .quoteStart: append("<blockquote>\n")
      case .quoteEnd: append("</blockquote>\n")
      case .listStart:
        lists.append(block.number >= 0)
        append(block.number >= 0 ? "<ol start=\"\(block.number)\">\n" : "<ul>\n")
      case .listEnd: append(lists.popLast() == true ? "</ol>\n" : "</ul>\n")
      case .itemStart: append("<li>")
      case .itemEnd: append("</li>\n")
      case .footnoteStart: append("<aside>\n")
      case .footnoteEnd: append("</aside>\n")
      case .tableStart: append("<table>\n")
      case .cell:
        var cell = DocumentHTML()
        cell.write(block, of: piece, in: block.isFlagged ? "th" : "td")
        row.append(String(decoding: cell.output, as: UTF8.self))
      case .rowEnd:
        append("<tr>\n" + row.joined() + "</tr>\n")
        row = []
      case .tableEnd: append("</table>\n")
      case .detailsStart:
        openDetails += 1
        append(block.isFlagged ? "<details open>\n" : "<details>\n")
      case .summary: write(block, of: piece, in: "summary")
      case .detailsEnd: endDetails()
      }
    }
    // A piece closes its details for the next one to reopen them; here they simply continue.
    for _ in 0..<piece.openDetails {
      openDetails += 1
      append("<details open>\n")
    }
  }

  private mutating func endDetails() {
    guard openDetails > 0 else { return }
    openDetails -= 1
    append("</details>\n")
  }

  private mutating func writeHeading(_ block: DocumentBlock, of piece: DocumentPiece) {
    let slug = HeadingSlug.slug(of: block, in: piece)
    let count = slugs[slug, default: 0]
    slugs[slug] = count + 1
    let level = min(6, max(1, block.number))
    append("<h\(level) id=\"")
    append(escaping: (count == 0 ? slug : "\(slug)-\(count)").utf8)
    append("\">")
    writeRuns(block.runs, of: piece)
    append("</h\(level)>\n")
  }

  private mutating func writeCode(_ block: DocumentBlock, of piece: DocumentPiece) {
    append("<pre><code>")
    for byte in piece.text[piece.bytes(ofRuns: block.runs.dropFirst())] {
      if byte == 0x0A { output.append(byte) } else { append(escaping: CollectionOfOne(byte)) }
    }
    append("</code></pre>\n")
  }

  private mutating func write(
    _ block: DocumentBlock, of piece: DocumentPiece, in element: String
  ) {
    append("<\(element)>")
    writeRuns(block.runs, of: piece)
    append("</\(element)>\n")
  }

  private mutating func writeRuns(_ runs: Range<Int>, of piece: DocumentPiece) {
    var start = piece.bytes(ofRuns: runs).lowerBound
    var link: Int32 = -1
    for index in runs {
      let run = piece.runs[index]
      if run.link != link {
        if link >= 0 { append("</a>") }
        link = run.link
        if link >= 0 {
          append("<a")
          let target = piece.target(of: Int(link))
          if Self.isAllowed(target) {
            append(" href=\"")
            append(escaping: target.utf8)
            append("\"")
          }
          append(">")
        }
      }
      let elements = Self.elements.filter { run.style.contains($0.style) }.map(\.name)
      for element in elements { append("<\(element)>") }
      append(escaping: piece.text[start..<Int(run.end)])
      for element in elements.reversed() { append("</\(element)>") }
      start = Int(run.end)
    }
    if link >= 0 { append("</a>") }
  }

  private static let elements: [(style: DocumentStyle, name: String)] = [
    (.strong, "strong"), (.emphasis, "em"), (.struck, "del"), (.code, "code"),
    (.keyboard, "kbd"), (.lowered, "sub"), (.raised, "sup"),
  ]

  /// Returns whether a browser may follow a link: these schemes, or none.
  private static func isAllowed(_ target: String) -> Bool {
    let bytes = target.utf8
    guard !bytes.contains(where: { $0 <= 0x20 || $0 == 0x7F }) else { return false }
    let head = bytes.prefix { $0 != UInt8(ascii: "/") && $0 != UInt8(ascii: "#") && $0 != 0x3F }
    guard let colon = head.firstIndex(of: UInt8(ascii: ":")) else { return true }
    let scheme = head[..<colon].map { $0 | 0x20 }
    return ["http", "https", "mailto"].contains { $0.utf8.elementsEqual(scheme) }
  }
}
