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
  private var days: [Day: [UInt8]] = [:]

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
    if let day = catalog.day(of: entry) {
      append(day)
    } else {
      bytes += "          ".utf8
    }
    appendBlanks()
    if catalog.isRemoved(entry) { bytes.append(UInt8(ascii: "~")) }
    append(catalog.titles, of: entry)
    appendBlanks()
    if !appendURL(of: entry) { bytes.removeLast(2) }
    appendBlanks()
    if !appendCategory(of: entry) { bytes.removeLast(2) }
    appendBlanks()
    if !append(catalog.descriptions, of: entry) { bytes.removeLast(2) }
    bytes.append(UInt8(ascii: "\n"))
  }

  private mutating func appendBlanks() {
    bytes.append(UInt8(ascii: " "))
    bytes.append(UInt8(ascii: " "))
  }

  /// Appends list, day, title, URL, category, stars, marks, description, day of removal.
  private mutating func appendTSV(_ entry: EntryIndex) {
    let tab = UInt8(ascii: "\t")
    let start = bytes.count
    bytes.append(contentsOf: catalog.listPaths.bytes(at: catalog.listIndex(of: entry).number))
    makeLine(from: start)
    bytes.append(tab)
    if let day = catalog.day(of: entry) { append(day) }
    bytes.append(tab)
    append(catalog.titles, of: entry)
    bytes.append(tab)
    appendURL(of: entry)
    bytes.append(tab)
    appendCategory(of: entry)
    bytes.append(tab)
    bytes += (catalog.stars(of: entry).map { String($0.count) } ?? "").utf8
    bytes.append(tab)
    bytes += printable(catalog.marks(of: entry).map(\.symbol).joined()).utf8
    bytes.append(tab)
    append(catalog.descriptions, of: entry)
    bytes.append(tab)
    bytes += (catalog.history(of: entry)?.removed?.description ?? "").utf8
    bytes.append(UInt8(ascii: "\n"))
  }

  private mutating func append(_ day: Day) {
    if let known = days[day] {
      bytes += known
    } else {
      let text = Array(day.description.utf8)
      days[day] = text
      bytes += text
    }
  }

  /// Appends a list's text, sanitised; false if the list has none.
  @discardableResult
  private mutating func append(_ texts: EntryTextColumn, of entry: EntryIndex) -> Bool {
    let start = bytes.count
    texts.append(entry.number, to: &bytes)
    guard bytes.count > start else { return false }
    makeLine(from: start)
    return true
  }

  /// Sanitises the last bytes, a list's text as it is, before anything else is appended.
  private mutating func makeLine(from start: Int) {
    let isLine = bytes.withUnsafeMutableBytes {
      SafeBytes.makeLine(UnsafeMutableRawBufferPointer(rebasing: $0[start...]))
    }
    guard !isLine else { return }
    let text = String(decoding: bytes[start...], as: UTF8.self)
    bytes.removeLast(bytes.count - start)
    bytes += printable(text).utf8
  }

  /// Appends the sanitised URL; false for an entry without one.
  @discardableResult
  private mutating func appendURL(of entry: EntryIndex) -> Bool {
    let start = bytes.count
    catalog.urls.append(entry.number, to: &bytes)
    let count = bytes.count - start
    let isUnchanged = bytes.withUnsafeBytes {
      SafeBytes.isShownUnchanged(UnsafeRawBufferPointer(rebasing: $0[start...]))
    }
    if count > SafeText.urlLimit || !isUnchanged {
      let url = SafeText.url(String(decoding: bytes[start...], as: UTF8.self))
      bytes.removeLast(count)
      bytes += url.text.utf8
    }
    return count > 0
  }

  /// Appends the sanitised category; false if it is empty.
  @discardableResult
  private mutating func appendCategory(of entry: EntryIndex) -> Bool {
    let number = catalog.entryCategories[entry.number] ?? 0
    let start = bytes.count
    if let known = categories[number] {
      bytes += known
    } else {
      catalog.appendDescription(of: CategoryIndex(Int(number)), to: &bytes)
      makeLine(from: start)
      categories[number] = Array(bytes[start...])
    }
    return bytes.count > start
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

/// Returns the source of the days of an entry: the list's git history, or its page.
private func entrySource(_ entry: Entry) -> String {
  entry.history?.changes.contains { !$0.commit.isEmpty } ?? false ? "history" : "page"
}
