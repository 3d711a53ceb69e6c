/// The links of a block of HTML: its own, those of comments, and Markdown that it hides.
enum HTMLLinks {
  struct Found {
    let title: [UInt8]
    let url: [UInt8]
    /// Counted from 0.
    let line: Int
    var isComment = false
    var isImage = false
  }

  /// Finds the links in the order of the text, in time that grows with it.
  static func find(
    in html: UnsafeBufferPointer<UInt8>, references: inout LinkReferences
  ) -> [Found] {
    var reader = Reader(references: references)
    defer { references = reader.references }
    var index = 0
    while index < html.count {
      let tag = html[index...].firstIndex(of: UInt8(ascii: "<")) ?? html.count
      reader.read(text: UnsafeBufferPointer(rebasing: html[index..<tag]))
      guard tag < html.count else { break }
      let end = HTMLTag.end(ofTagAt: tag, in: html)
      reader.read(tag: UnsafeBufferPointer(rebasing: html[tag..<end]))
      index = end
    }
    return reader.found
  }

  private struct Reader {
    var found: [Found] = []
    var references: LinkReferences
    private var line = 0
    /// The open link: its target, its line, and its text.
    private var open: (url: [UInt8], line: Int, title: [UInt8], hasImage: Bool)?

    init(references: LinkReferences) {
      self.references = references
    }

    mutating func read(text: UnsafeBufferPointer<UInt8>) {
      if open != nil {
        open?.title += HTMLText.unescaped(text)
      } else {
        for link in TextLinks.find(in: text, references: &references) {
          found.append(Found(title: link.title, url: link.url, line: line + link.line))
        }
      }
      line += text.count { $0 == 0x0A }
    }

    mutating func read(tag: UnsafeBufferPointer<UInt8>) {
      defer { line += tag.count { $0 == 0x0A } }
      if tag.starts(with: "<!--".utf8) {
        for link in TextLinks.find(in: tag, references: &references) {
          found.append(
            Found(title: link.title, url: link.url, line: line + link.line, isComment: true))
        }
        return
      }
      switch HTMLTag(tag) {
      case .linkStart(let url):
        close()
        open = (Array(url.utf8), line, [], false)
      case .linkEnd: close()
      case .image: open?.hasImage = true
      case .lineBreak, .styleStart, .styleEnd, .other: break
      }
    }

    private mutating func close() {
      guard let link = open else { return }
      open = nil
      let words = Array(link.title.split { $0 <= 0x20 }.joined(separator: [0x20]))
      found.append(
        Found(
          title: words, url: link.url, line: link.line,
          isImage: link.hasImage && words.isEmpty))
    }
  }
}
