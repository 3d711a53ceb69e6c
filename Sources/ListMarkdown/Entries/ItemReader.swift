import ListModel

/// Makes entries of the items of a list and of the lists below them.
///
/// An item with items below it is a part of their category path; where these have no links
/// and it has one, they are details of it.
struct ItemReader {
  let category: CategoryPath
  let isReadme: Bool
  let lineOffset: Int
  private(set) var issues = IssueLog()

  init(category: CategoryPath, isReadme: Bool, lineOffset: Int) {
    self.category = category
    self.isReadme = isReadme
    self.lineOffset = lineOffset
  }

  /// Hands over each entry and the line it starts on, in the order of the page.
  mutating func read(_ list: MarkdownNode, _ found: (Entry, Int) -> Void) {
    read(list, category: category, depth: 0, found)
  }

  /// Whether there is a link anywhere in a list.
  static func holdsLink(_ node: MarkdownNode, depth: Int = 0) -> Bool {
    switch node.kind {
    case .link: return true
    case .text, .inlineCode, .code, .html, .image: return false
    default: return depth < 96 && node.children.contains { holdsLink($0, depth: depth + 1) }
    }
  }
}

extension ItemReader {
  private mutating func read(
    _ list: MarkdownNode, category: CategoryPath, depth: Int, _ found: (Entry, Int) -> Void
  ) {
    guard depth < 40 else { return }
    for item in list.children {
      read(item: item, category: category, depth: depth, found)
    }
  }

  private mutating func read(
    item: MarkdownNode, category: CategoryPath, depth: Int, _ found: (Entry, Int) -> Void
  ) {
    let line = item.line + lineOffset
    var first: InlineText?
    var rest: [MarkdownNode] = []
    var lists: [MarkdownNode] = []
    for block in item.children {
      switch block.kind {
      case .list: lists.append(block)
      case .paragraph, .heading:
        if first == nil, lists.isEmpty {
          let text = InlineCollector.collect(block)
          if !text.isEmpty { first = text }
        } else {
          rest.append(block)
        }
      case .html, .thematicBreak: break
      default: rest.append(block)
      }
    }
    guard let first else {
      if lists.isEmpty, rest.isEmpty { issues.add(line: line, "an empty item is no entry") }
      for list in lists { read(list, category: category, depth: depth + 1, found) }
      return
    }
    var text = EntryText(first)
    if let details = TableRow.details(item: first, below: rest) {
      text.description = []
      for detail in details { text.addParagraph(detail) }
    } else {
      for block in rest { for more in BlockText.collect(block) { text.addParagraph(more) } }
    }
    text.adoptLink()
    let isContents = isReadme && !text.links.isEmpty && text.links.allSatisfy { $0.isAnchor }
    let below = lists.filter { text.url == nil || isContents || ItemReader.holdsLink($0) }
    if below.isEmpty {
      for list in lists { for more in BlockText.collect(list) { text.addParagraph(more) } }
    }
    if !isContents, below.isEmpty || text.url != nil {
      found(entry(text, category: category), line)
    }
    guard !below.isEmpty else { return }
    let path = isContents ? category : CategoryPath(category.headings + [part(text)])
    for list in below { read(list, category: path, depth: depth + 1, found) }
  }

  private func entry(_ text: EntryText, category: CategoryPath) -> Entry {
    Entry(
      title: text.title, url: text.url,
      description: String(decoding: text.description, as: UTF8.self), category: category,
      stars: text.stars, marks: text.marks, links: text.links)
  }

  /// A parent's text as a part of the category: its title, not too long, without a colon.
  private func part(_ text: EntryText) -> String {
    var bytes = Array(text.title.utf8)[...]
    if bytes.count > PageLimits.categoryBytes {
      bytes = bytes.prefix(PageLimits.categoryBytes)
      while let last = bytes.last, last & 0xC0 == 0x80 { bytes.removeLast() }
      if let last = bytes.last, last >= 0xC0 { bytes.removeLast() }
      return String(decoding: bytes, as: UTF8.self) + "…"
    }
    while let last = bytes.last, last == 0x20 || last == UInt8(ascii: ":") { bytes.removeLast() }
    return String(decoding: bytes, as: UTF8.self)
  }
}

extension Link {
  /// The link leads to a place on its own page.
  var isAnchor: Bool { url.utf8.first == UInt8(ascii: "#") }
}
