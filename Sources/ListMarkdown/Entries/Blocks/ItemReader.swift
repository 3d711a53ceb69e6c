import ListModel

/// Builds entries from the items of a list and its nested lists.
///
/// An item with nested items is part of their category path, unless it has a link and most of them
/// have none: then they are its details.
struct ItemReader {
  private static let contentsIssue = "a link within the page is not an entry"

  /// Whether links to places on the same page need no word: they are a table of contents.
  let isReadme: Bool
  /// The location of the page.
  var page: PageAddress?
  /// The day of the entries.
  var added: Day?
  /// The offset of the tree's line numbers.
  var lineOffset = 0
  /// Whether items without a link are no entries.
  var dropsUnlinked = false
  private var collector = InlineCollector()
  /// The reused buffer of the current entry.
  private var spareText = EntryText()

  init(isReadme: Bool) {
    self.isReadme = isReadme
  }

  /// Adds the entries of a list in their order.
  mutating func read(_ list: MarkdownNode, category: CategoryPath, into found: inout EntryList) {
    for item in list.children { read(item: item, category: category, into: &found) }
  }

  /// Returns whether the first link of a block leads to an anchor of the same page.
  static func startsWithAnchor(_ block: MarkdownNode, on page: PageAddress?) -> Bool {
    block.firstBelow { $0.kind == .link }.map { isAnchor($0, on: page) } ?? false
  }

  /// Returns whether a block contains a link that leads off the page.
  static func leadsAway(_ block: MarkdownNode, from page: PageAddress?) -> Bool {
    block.firstBelow { $0.kind == .link && !isAnchor($0, on: page) } != nil
  }

  /// Returns the texts of a list's items that are links to anchors of the same page, if there are
  /// several.
  static func anchors(in list: MarkdownNode, on page: PageAddress?) -> [String] {
    var found: [String] = []
    for item in list.children {
      guard let first = item.firstChild, startsWithAnchor(first, on: page), found.count < 200 else {
        continue
      }
      found.append(HeadingText(level: 1, line: 0, text: InlineCollector.collect(first)).part)
    }
    return found.count > 1 ? found : []
  }

  private static func isAnchor(_ link: MarkdownNode, on page: PageAddress?) -> Bool {
    link.withURL { $0.first == UInt8(ascii: "#") || page?.isPlace(Array($0)[...]) == true }
  }
}

extension ItemReader {
  private mutating func read(
    item: MarkdownNode, category: CategoryPath, into found: inout EntryList
  ) {
    let line = item.line + lineOffset
    guard let first = item.firstChild else {
      found.issues.add(line: line, "an empty item is not an entry")
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
    } else if collector.result.endsInBackLink {
      text.read(collector.result.withoutBackLink)
    } else {
      text.read(collector.result)
    }
    var below: [MarkdownNode] = []
    if let second = first.next {
      below = readBelow(second, of: &text, isRow: TableRow.startsRow(collector.result))
    }
    let isContents = text.hasOnlyAnchors(on: page)
    if isContents, !isReadme { found.issues.add(line: line, ItemReader.contentsIssue) }
    let part = below.isEmpty || isContents ? nil : ItemReader.part(text)
    if !isContents, below.isEmpty && !dropsUnlinked || text.hasLink {
      found.append(&text, category: category, added: added, line: line)
    }
    swap(&text, &spareText)
    let path = part.map { CategoryPath(category.headings + [$0]) } ?? category
    for item in below { read(item: item, category: path, into: &found) }
  }

  /// Takes the blocks below an item's first paragraph; the items that are entries of their own.
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
    guard !text.leadsAway(from: page) else {
      return lists.flatMap { itemsOfEntries(in: $0, below: &text) }
    }
    if text.hasOnlyAnchors(on: page) || !areDetails(lists, ofName: text.title) {
      return lists.flatMap { Array($0.children) }
    }
    for list in lists { for item in list.children { add(detail: item, to: &text) } }
    text.adoptLink()
    return []
  }

  /// Returns the items of a list below an entry that are themselves entries; the others are its
  /// details.
  ///
  /// If most items have no link, none of them is an entry.
  private mutating func itemsOfEntries(
    in list: MarkdownNode, below text: inout EntryText
  ) -> [MarkdownNode] {
    var linked = 0
    var items = 0
    for item in list.children {
      items += 1
      if ItemReader.leads(item) { linked += 1 }
    }
    guard linked * 2 >= items, linked > 0 else {
      BlockText.add(list, to: &text)
      return []
    }
    var entries: [MarkdownNode] = []
    for item in list.children {
      if ItemReader.leads(item), !isGeneric(item) {
        entries.append(item)
      } else {
        add(detail: item, to: &text)
      }
    }
    return entries
  }

  /// Returns whether a block contains a link or a bare address.
  private static func leads(_ block: MarkdownNode) -> Bool {
    block.firstBelow { node in
      node.kind == .link
        || node.kind == .text
          && node.withLiteral { BareLinks.firstAddress(in: Array($0), from: 0) } != nil
    } != nil
  }

  /// Adds an item as a detail of an entry; a meaningless text adds only its links.
  private mutating func add(detail item: MarkdownNode, to text: inout EntryText) {
    if isGeneric(item), item.firstChild?.next == nil,
      EntryText(collector.result).entry.description.isEmpty
    {
      text.addLinks(of: collector.result)
    } else {
      BlockText.add(item, to: &text)
    }
  }

  /// Returns whether all links of the lists below a name without a link are its own: `docs`,
  /// `source`.
  private mutating func areDetails(_ lists: [MarkdownNode], ofName name: ArraySlice<UInt8>) -> Bool
  {
    guard !name.isEmpty, !name.withUnsafeBufferPointer({ GenericTitle.matchesWords($0[...]) })
    else {
      return false
    }
    var generic = 0
    var items = 0
    for list in lists {
      for item in list.children {
        items += 1
        guard ItemReader.leads(item) else { continue }
        guard isGeneric(item) else { return false }
        generic += 1
      }
    }
    return generic > 0 && generic * 2 >= items
  }

  /// Returns whether an item's link has a generic text, and there is no nested list.
  private mutating func isGeneric(_ item: MarkdownNode) -> Bool {
    guard let first = item.firstChild, first.kind == .paragraph, first.next?.kind != .list else {
      return false
    }
    collector.read(first)
    return EntryText(collector.result).isGeneric
  }

  /// Reads an item that starts with something else than text: a list, code, a quote.
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
      found.issues.add(line: line, "an item without text is not an entry")
    }
  }

  /// Returns a parent's text as a part of the category: its title, not too long, without a colon.
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
  /// The text ends in a link back to the contents: `[⬆ back to top](#contents)`.
  fileprivate var endsInBackLink: Bool {
    guard let last = links.last, last.isAnchor, links.count > 1,
      last.range.upperBound == text.count
    else { return false }
    return HTMLText.leadsBack(InlineText(text: Array(text[last.range])))
  }

  fileprivate var withoutBackLink: InlineText {
    var rest = self
    guard let link = rest.links.popLast() else { return self }
    let before = text[..<link.range.lowerBound].trimmingTrailingSpaces
    rest.remove([before.endIndex..<text.count])
    return rest
  }

  /// The text begins with the box of a task: `[ ] …` or `[x] …`.
  fileprivate var hasTaskBox: Bool {
    text.count > 4 && text[0] == UInt8(ascii: "[") && text[2] == UInt8(ascii: "]")
      && text[3] == 0x20 && [0x20, 0x78, 0x58].contains(text[1])
      && links.first.map { $0.range.lowerBound > 3 } ?? true
  }
}
