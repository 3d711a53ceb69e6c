import ListModel

/// Makes entries of the items of a list and of the lists below them.
///
/// An item with items below it is a part of their category path; where most of these have no
/// link and it has one, they are details of it.
struct ItemReader {
  /// Whether links to places on the same page are a table of contents.
  let isReadme: Bool
  /// The day of the entries.
  var added: Day?
  /// What to add to a line of the tree.
  var lineOffset = 0
  /// Whether items without a link are no entries.
  var dropsUnlinked = false
  private var collector = InlineCollector()
  /// The memory for the next entry, which is one after the other.
  private var spareText = EntryText()

  init(isReadme: Bool) {
    self.isReadme = isReadme
  }

  /// Adds the entries of a list in their order.
  mutating func read(_ list: MarkdownNode, category: CategoryPath, into found: inout EntryList) {
    for item in list.children { read(item: item, category: category, into: &found) }
  }

  /// Whether there is a link anywhere below a block.
  static func holdsLink(_ block: MarkdownNode) -> Bool {
    var node = block.firstChild
    while let current = node {
      if current.kind == .link { return true }
      node = current.following(within: block)
    }
    return false
  }
}

extension ItemReader {
  private mutating func read(
    item: MarkdownNode, category: CategoryPath, into found: inout EntryList
  ) {
    let line = item.line + lineOffset
    guard let first = item.firstChild else {
      found.issues.add(line: line, "an empty item is no entry")
      return
    }
    guard first.kind == .paragraph || first.kind == .heading else {
      readUntitled(item: item, line: line, category: category, into: &found)
      return
    }
    collector.read(first)
    var text = EntryText()
    swap(&text, &spareText)
    if collector.result.hasTaskBox {
      text.read(collector.result.dropping(prefix: 4))
    } else {
      text.read(collector.result)
    }
    var lists: [MarkdownNode] = []
    if let second = first.next {
      lists = readBelow(second, of: &text, isRow: TableRow.startsRow(collector.result))
    }
    let isContents = isReadme && text.hasOnlyAnchors
    let isEntry = !isContents && (lists.isEmpty && !dropsUnlinked || text.hasLink)
    let part = lists.isEmpty || isContents ? nil : ItemReader.part(text)
    if isEntry { found.append(&text, category: category, added: added, line: line) }
    swap(&text, &spareText)
    let path = part.map { CategoryPath(category.headings + [$0]) } ?? category
    for list in lists { read(list, category: path, into: &found) }
  }

  /// Takes the blocks below an item's first paragraph; the lists that have entries of their own.
  private mutating func readBelow(
    _ second: MarkdownNode, of text: inout EntryText, isRow: Bool
  ) -> [MarkdownNode] {
    var lists: [MarkdownNode] = []
    var rest: [MarkdownNode] = []
    var block: MarkdownNode? = second
    while let current = block {
      if current.kind == .list { lists.append(current) } else { rest.append(current) }
      block = current.next
    }
    if isRow, let details = TableRow.details(rest) {
      text.dropDescription()
      for detail in details { text.addParagraph(detail) }
    } else {
      for block in rest { BlockText.add(block, to: &text) }
    }
    text.adoptLink()
    guard text.hasLink, text.leadsAway else { return lists }
    var ofEntries: [MarkdownNode] = []
    for list in lists {
      if ItemReader.isOfEntries(list) {
        ofEntries.append(list)
      } else {
        BlockText.add(list, to: &text)
      }
    }
    return ofEntries
  }

  /// Whether a list below an entry has entries rather than details: half of its items are linked.
  private static func isOfEntries(_ list: MarkdownNode) -> Bool {
    var linked = 0
    var items = 0
    for item in list.children {
      items += 1
      if holdsLink(item) { linked += 1 }
    }
    return linked * 2 >= items && linked > 0
  }

  /// An item that starts with something else than text: a list, code, a quote.
  private mutating func readUntitled(
    item: MarkdownNode, line: Int, category: CategoryPath, into found: inout EntryList
  ) {
    var isEmpty = true
    var text: EntryText?
    for block in item.children {
      if block.kind == .list {
        read(block, category: category, into: &found)
        isEmpty = false
      } else {
        for paragraph in BlockText.collect(block) {
          text?.addParagraph(paragraph)
          if text == nil { text = EntryText(paragraph) }
        }
      }
    }
    if var text {
      guard text.hasLink || !dropsUnlinked else { return }
      found.append(&text, category: category, added: added, line: line)
    } else if isEmpty {
      found.issues.add(line: line, "an item without text is no entry")
    }
  }

  /// A parent's text as a part of the category: its title, not too long, without a colon.
  private static func part(_ text: EntryText) -> String {
    var bytes = text.title
    if bytes.count > PageLimits.categoryBytes {
      bytes = bytes.prefix(PageLimits.categoryBytes)
      while let last = bytes.last, last & 0xC0 == 0x80 { bytes.removeLast() }
      if let last = bytes.last, last >= 0xC0 { bytes.removeLast() }
      return bytes.trimmingTrailingSpaces.string + "…"
    }
    while let last = bytes.last, last == 0x20 || last == UInt8(ascii: ":") { bytes.removeLast() }
    return bytes.string
  }
}

extension InlineText {
  /// The text begins with the box of a task: `[ ] …` or `[x] …`.
  fileprivate var hasTaskBox: Bool {
    text.count > 4 && text[0] == UInt8(ascii: "[") && text[2] == UInt8(ascii: "]")
      && text[3] == 0x20 && [0x20, 0x78, 0x58].contains(text[1])
  }
}
