/// A block of a document as the readers find it, its text still in the document's own markup.
struct MarkupBlock {
  enum Kind: Equatable {
    /// The title of the whole document.
    case title
    /// A section's heading, 1 for those of the outermost sections.
    case heading(level: Int)
    /// An item of a list; 0 for those of a list that is in no other.
    case item(depth: Int, isOrdered: Bool)
    /// Text; `depth` is how many items it is in.
    case paragraph(depth: Int)
    case table(hasHead: Bool)
  }

  struct Row {
    /// The line of the document, counted from 1.
    let line: Int
    var cells: [[UInt8]]
  }

  var kind: Kind
  /// The line of the document that the block starts on, counted from 1.
  let line: Int
  /// Unindented lines, separated by `\n`; empty for a table.
  var text: [UInt8] = []
  /// The definition of an item that is a term.
  var definition: [UInt8] = []
  var rows: [Row] = []
}

extension MarkupBlock {
  /// Adds a line to the text.
  mutating func add(line: ArraySlice<UInt8>) {
    let line = line.trimmingBlanks
    if !text.isEmpty { text.append(0x0A) }
    text += line
  }

  /// Whether the block may contain entries.
  var mayHoldEntries: Bool {
    switch kind {
    case .item, .table: true
    default: false
    }
  }
}

extension [MarkupBlock] {
  /// Adjusts the heading levels to Markdown, in which the title has level 1.
  ///
  /// If the document has no title, its first heading becomes the title, unless it has entries of
  /// its own and others of its level follow: then it is a category like these.
  mutating func settleHeadings() {
    let outermost = indices.filter { self[$0].kind == .heading(level: 1) }
    var title = firstIndex { $0.kind == .title }
    if title == nil, let first = outermost.first {
      let section = self[(first + 1)...].prefix {
        if case .heading = $0.kind { false } else { true }
      }
      if outermost.count == 1 || !section.contains(where: \.mayHoldEntries) { title = first }
    }
    let isNamed = title.map { self[$0].kind == .title } ?? true
    var shift = isNamed ? 1 : 0
    for index in indices {
      guard case .heading(let level) = self[index].kind else { continue }
      // After the section of a heading that is the title, categories follow on the level of its
      // own.
      if level == 1, index != title { shift = 1 }
      self[index].kind = .heading(level: level + shift)
    }
    if let title { self[title].kind = .title }
  }
}
