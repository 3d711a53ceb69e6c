import JSONLines
import ListModel
import TerminalScreen

/// Lays out entries of a catalog as lines of a format.
///
/// Plain lines and tables are built from the catalog's bytes, so printing matches takes less time
/// than finding them.
struct EntryLines {
  private let catalog: Catalog
  private let format: OutputFormat
  /// The lines so far, each with a line end.
  private(set) var bytes: [UInt8] = []
  /// The printed categories, as they are shown.
  private var categories: [UInt32: [UInt8]] = [:]

  init(of catalog: Catalog, in format: OutputFormat) {
    self.catalog = catalog
    self.format = format
  }

  /// Adds the line of an entry.
  mutating func append(_ entry: EntryIndex) {
    switch format {
    case .plain: appendPlain(entry)
    case .tsv: appendTSV(entry)
    case .json:
      bytes += entryJSON(catalog.entry(entry), of: catalog.list(catalog.listIndex(of: entry)))
    }
  }

  /// Removes all lines and keeps the capacity.
  mutating func removeAll() { bytes.removeAll(keepingCapacity: true) }

  /// Appends day, title, URL, category and description, separated by two spaces; `~` marks a
  /// removed entry.
  private mutating func appendPlain(_ entry: EntryIndex) {
    let blanks = "  ".utf8
    bytes += (catalog.day(of: entry)?.description ?? "          ").utf8
    bytes += blanks
    if catalog.isRemoved(entry) { bytes.append(UInt8(ascii: "~")) }
    catalog.titles.withBytes(at: entry.number) { append($0) }
    if !catalog.urls.isEmpty(at: entry.number) {
      bytes += blanks
      catalog.urls.withBytes(at: entry.number) { append(url: $0) }
    }
    let category = categoryText(of: entry)
    if !category.isEmpty {
      bytes += blanks
      bytes += category
    }
    if !catalog.descriptions.isEmpty(at: entry.number) {
      bytes += blanks
      catalog.descriptions.withBytes(at: entry.number) { append($0) }
    }
    bytes.append(UInt8(ascii: "\n"))
  }

  /// Appends list, day, title, URL, category, stars, marks, description, day of removal.
  private mutating func appendTSV(_ entry: EntryIndex) {
    let tab = UInt8(ascii: "\t")
    append(catalog.listPaths.bytes(at: catalog.listIndex(of: entry).number))
    bytes.append(tab)
    bytes += (catalog.day(of: entry)?.description ?? "").utf8
    bytes.append(tab)
    catalog.titles.withBytes(at: entry.number) { append($0) }
    bytes.append(tab)
    catalog.urls.withBytes(at: entry.number) { append(url: $0) }
    bytes.append(tab)
    bytes += categoryText(of: entry)
    bytes.append(tab)
    bytes += (catalog.stars(of: entry).map { String($0.count) } ?? "").utf8
    bytes.append(tab)
    bytes += printable(catalog.marks(of: entry).map(\.symbol).joined()).utf8
    bytes.append(tab)
    catalog.descriptions.withBytes(at: entry.number) { append($0) }
    bytes.append(tab)
    bytes += (catalog.history(of: entry)?.removed?.description ?? "").utf8
    bytes.append(UInt8(ascii: "\n"))
  }

  /// Appends a list's text.
  private mutating func append(_ text: UnsafeRawBufferPointer) {
    guard !SafeBytes.appendShownUnchanged(text, to: &bytes) else { return }
    bytes += printable(String(decoding: text, as: UTF8.self)).utf8
  }

  private mutating func append(url: UnsafeRawBufferPointer) {
    guard url.count > SafeText.urlLimit || !SafeBytes.appendUnchanged(url, to: &bytes) else {
      return
    }
    bytes += SafeText.url(String(decoding: url, as: UTF8.self)).text.utf8
  }

  private mutating func categoryText(of entry: EntryIndex) -> [UInt8] {
    let number = catalog.entryCategories[entry.number] ?? 0
    if let known = categories[number] { return known }
    let text = Array(printable(catalog.category(of: entry).description).utf8)
    categories[number] = text
    return text
  }
}

/// Returns the line of an entry as JSON, with its line end.
private func entryJSON(_ entry: Entry, of list: AwesomeList) -> [UInt8] {
  var writer = JSONWriter()
  writer.beginObject()
  writer.member("list", list.id.path)
  writer.member("title", entry.title)
  writer.member("url", entry.url)
  writer.member("description", entry.description)
  writer.member("category", entry.category.headings)
  writer.member("added", entry.added?.description)
  writer.member("removed", entry.history?.removed?.description)
  writer.member("edited", entry.history?.day(of: .edited)?.description)
  writer.member("moved", entry.history?.day(of: .moved)?.description)
  writer.member("source", entrySource(entry))
  writer.member("stars", entry.stars?.count)
  writer.member("starsAsOf", entry.starsAsOf?.description)
  writer.member("marks", entry.marks.map(\.symbol))
  writer.name("links")
  writer.beginArray()
  for link in entry.links {
    writer.beginObject()
    writer.member("title", link.title)
    writer.member("url", link.url)
    writer.endObject()
  }
  writer.endArray()
  writer.endObject()
  writer.endLine()
  return writer.bytes
}

/// Returns what the days of an entry come from: the list's git history, or its page.
private func entrySource(_ entry: Entry) -> String {
  entry.history?.changes.contains { !$0.commit.isEmpty } ?? false ? "history" : "page"
}
