package import ListModel

/// Writes pages of a list out of the catalog, in the layout of Track Awesome List.
///
/// `PageReader` reads from a daily page the entries that went into it.
package struct ListPageWriter {
  private let catalog: Catalog
  private let list: ListIndex
  private var text = ""

  /// Creates a writer of the pages of one list.
  package init(_ catalog: Catalog, list: ListIndex) {
    self.catalog = catalog
    self.list = list
  }

  /// Returns the additions of the list, by day or by ISO week, newest first; entries without a day
  /// are omitted.
  package mutating func additions(byWeek: Bool) -> String {
    let list = catalog.list(list)
    text = "# Track \(MarkdownText.escaped(list.title)) Updates \(byWeek ? "Weekly" : "Daily")\n"
    appendDescription(of: list)
    let dated = present.compactMap { entry in catalog.day(of: entry).map { (day: $0, entry) } }
      .enumerated().sorted { ($1.element.day, $0.offset) < ($0.element.day, $1.offset) }
    var heading = ""
    var category: CategoryPath?
    for (_, (day, index)) in dated {
      let week = ISOWeek(of: day)
      let next =
        byWeek
        ? "[\(DateTitle.of(week))](/\(CalendarPage.path(of: week)))"
        : "[\(DateTitle.of(day))](/\(CalendarPage.path(of: day)))"
      if !next.utf8.elementsEqual(heading.utf8) {
        heading = next
        category = nil
        text += "\n## \(heading)\n"
      }
      let entry = catalog.entry(index, withHistory: false)
      if entry.category != category {
        category = entry.category
        if !entry.category.headings.isEmpty {
          text += "\n### \(MarkdownText.escaped(entry.category.description))\n"
        }
        text += "\n"
      }
      append(entry)
    }
    return text
  }

  /// Returns the list's entries by category, for a list whose own page is unavailable.
  package mutating func entriesByCategory() -> String {
    let list = catalog.list(list)
    text = "# \(MarkdownText.escaped(list.title))\n"
    appendDescription(of: list)
    text += "\n> The list's own page is not available: these are its entries by category.\n"
    var order: [CategoryPath] = []
    var groups: [CategoryPath: [EntryIndex]] = [:]
    for index in present {
      let category = catalog.category(of: index)
      if groups[category] == nil { order.append(category) }
      groups[category, default: []].append(index)
    }
    for category in order {
      if !category.headings.isEmpty {
        text += "\n## \(MarkdownText.escaped(category.description))\n"
      }
      text += "\n"
      for index in groups[category] ?? [] { append(catalog.entry(index, withHistory: false)) }
    }
    return text
  }
}

extension ListPageWriter {
  private var present: [EntryIndex] {
    catalog.entries(of: list).map { EntryIndex($0) }.filter { !catalog.isRemoved($0) }
  }

  private mutating func appendDescription(of list: AwesomeList) {
    guard !list.description.isEmpty else { return }
    text += "\n\(MarkdownText.escaped(list.description))\n"
  }

  private mutating func append(_ entry: Entry) {
    var title = MarkdownText.escaped(entry.title)
    if let stars = entry.stars, entry.starsAsOf == nil { title += " (⭐\(stars))" }
    text += "* "
    text += entry.url.map { "[\(title)](\(MarkdownText.target($0)))" } ?? title
    for mark in entry.marks { text += " \(mark.symbol)" }
    for (number, line) in entry.description.split(separator: "\n").enumerated() {
      text += (number == 0 ? " - " : "\n\n  ") + MarkdownText.escaped(String(line))
    }
    text += "\n"
  }
}

/// Plain text as Markdown.
package enum MarkdownText {
  private static let marks = Set("\\`*_[]<>&~|".utf8)

  /// Returns the text with all markup escaped; line ends become spaces.
  static func escaped(_ text: String) -> String {
    var bytes: [UInt8] = []
    for (index, byte) in text.utf8.enumerated() {
      if marks.contains(byte) || index == 0 && [0x23, 0x2B, 0x2D, 0x3D].contains(byte) {
        bytes.append(UInt8(ascii: "\\"))
      }
      bytes.append(byte == 0x0A || byte == 0x0D ? 0x20 : byte)
    }
    return String(decoding: bytes, as: UTF8.self)
  }

  /// Returns the target of a link, with characters that would end it percent-encoded.
  static func target(_ url: String) -> String {
    let digits = Array("0123456789ABCDEF".utf8)
    var bytes: [UInt8] = []
    for byte in url.utf8 {
      if byte <= 0x20 || byte == 0x7F || Set("()<>\\".utf8).contains(byte) {
        bytes += [UInt8(ascii: "%"), digits[Int(byte >> 4)], digits[Int(byte & 15)]]
      } else {
        bytes.append(byte)
      }
    }
    return String(decoding: bytes, as: UTF8.self)
  }
}
