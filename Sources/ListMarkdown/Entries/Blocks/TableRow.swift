import ListModel

/// A row of a table as an entry: its first link, and the text of the other columns.
///
/// A cell is `Column: value` on a line of its own; the column `Description` needs no name, and a
/// cell without value is left out. Published pages write rows as items:
///
///     - API: [Vett](https://…)
///
///       Description: Screen names
///
///       Auth: No
///
/// is the entry `Vett`, described as `Screen names` and on a second line `Auth: No`.
struct TableRow {
  let text: EntryText
  /// The line that the row starts on, within the tree.
  let line: Int
}

extension TableRow {
  private static let columnNames: Set<String> = [
    "#", "api", "author", "category", "company", "date", "demo", "description", "details", "docs",
    "github", "info", "language", "license", "licence", "link", "links", "name", "notes",
    "platform",
    "price", "project", "repo", "repository", "resource", "source", "stars", "status", "tags",
    "title",
    "tool", "type", "url", "website", "year",
  ]

  private static let starColumns = [
    "stars", "star", "⭐", "⭐️", "★", "github stars", "stars ⭐", "⭐ stars",
  ].map { Array($0.utf8) }

  /// Returns the rows of a table, including the header if it has a link and no column names.
  ///
  /// `isContinuation` is true for a part of a table with a repeated header.
  static func rows(of table: MarkdownNode, isContinuation: Bool = false) -> [TableRow] {
    var columns: [[UInt8]] = []
    var rows: [TableRow] = []
    for (number, row) in table.children.enumerated() {
      let cells = row.children.map { InlineCollector.collect($0) }
      if number == 0, !isEntry(head: cells) {
        columns = cells.map(\.text)
      } else if number > 0 || !isContinuation {
        rows.append(TableRow(cells: cells, columns: columns, line: row.line))
      }
    }
    return rows
  }

  private static func isEntry(head cells: [InlineText]) -> Bool {
    let hasLink = cells.contains { cell in
      cell.links.contains { !$0.isAnchor && !$0.isImage && !$0.range.isEmpty }
    }
    return hasLink
      && !cells.contains { cell in
        columnNames.contains(String(decoding: cell.text, as: UTF8.self).lowercased())
      }
  }

  private init(cells: [InlineText], columns: [[UInt8]], line: Int) {
    let main =
      cells.firstIndex { $0.links.contains { !$0.isImage && !$0.isAnchor } }
      ?? cells.firstIndex { $0.links.contains { !$0.isAnchor } } ?? 0
    var text = EntryText(cells.indices.contains(main) ? cells[main] : InlineText())
    // `| Wekan | [site](…) |`: the name is another cell.
    let name =
      text.isGeneric ? cells[..<main].indices.first { TableRow.isName(cells[$0]) } : nil
    if let name { text.rename(cells[name].text[...]) }
    for (index, cell) in cells.enumerated() where index != main && index != name {
      let column = index < columns.count ? columns[index] : []
      if let stars = TableRow.stars(cell, column: column) {
        text.entry.stars = text.entry.stars ?? stars
      } else {
        text.addParagraph(TableRow.labelled(cell, column: column))
      }
    }
    if let name { text.addLinks(of: cells[name]) }
    self.line = line
    self.text = text
  }

  /// Returns whether a cell may name the row's subject: it has letters and is not a generic word.
  private static func isName(_ cell: InlineText) -> Bool {
    cell.text.count <= PageLimits.categoryBytes
      && cell.text.contains { $0 >= 0x80 || $0.isLetter }
      && !cell.text.withUnsafeBufferPointer { GenericTitle.matchesWords($0[...]) }
  }

  /// Returns the number in a column of star counts.
  private static func stars(_ cell: InlineText, column: [UInt8]) -> Stars? {
    guard cell.links.isEmpty, (3...12).contains(column.count) else { return nil }
    let name = column.map(asciiLowercased)
    guard starColumns.contains(where: { name == $0 }) else { return nil }
    return Stars(ascii: cell.text.lazy.filter { $0 != UInt8(ascii: ",") })
  }

  /// `Auth: No`; a description needs no label, and an empty cell adds nothing.
  private static func labelled(_ cell: InlineText, column: [UInt8]) -> InlineText {
    guard !cell.text.isEmpty, !column.isEmpty, !column.elementsEqual("Description".utf8) else {
      return cell
    }
    return cell.shifted(after: column + Array(": ".utf8))
  }
}

extension TableRow {
  /// Returns whether an item is the first cell of a published row: `API: [Vett](https://…)`.
  static func startsRow(_ item: InlineText) -> Bool {
    guard let link = item.links.first, item.links.count == 1 else { return false }
    return link.range.upperBound == item.text.count
      && item.text[..<link.range.lowerBound].trimmingTrailingSpaces.last == UInt8(ascii: ":")
  }

  /// Returns the texts of the paragraphs after the first cell; nil if they are not a row.
  static func details(_ blocks: [MarkdownNode]) -> [InlineText]? {
    guard !blocks.isEmpty else { return nil }
    var details: [InlineText] = []
    for block in blocks {
      guard block.kind == .paragraph else { return nil }
      let cell = InlineCollector.collect(block)
      guard let colon = cell.text.firstIndex(of: UInt8(ascii: ":")), colon > 0 else { return nil }
      details.append(detail(cell, colon: colon))
    }
    return details
  }

  private static func detail(_ cell: InlineText, colon: Int) -> InlineText {
    let value = cell.text[(colon + 1)...].drop { $0 == 0x20 }
    // A cell without text adds nothing, but may contain a link around an image.
    if value.isEmpty { return cell.dropping(prefix: cell.text.count) }
    let isDescription = cell.text[..<colon].elementsEqual("Description".utf8)
    return isDescription ? cell.dropping(prefix: value.startIndex) : cell
  }
}
