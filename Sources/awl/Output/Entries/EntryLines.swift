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
  private let days: NumberColumn<Int32>
  private let categoryNumbers: CompactColumn
  /// The lines so far, each with a line end.
  var bytes: [UInt8] = []
  private var titles: EntryTextBatch
  private var urls: EntryTextBatch
  private var descriptions: EntryTextBatch
  private var categories: ShownCategories

  init(of catalog: Catalog, in format: OutputFormat) {
    self.catalog = catalog
    self.format = format
    days = catalog.entryDays
    categoryNumbers = catalog.entryCategories
    titles = EntryTextBatch(of: catalog.titles)
    urls = EntryTextBatch(of: catalog.urls)
    descriptions = EntryTextBatch(of: catalog.descriptions)
    categories = ShownCategories(of: catalog)
  }

  /// Adds the lines of entries.
  mutating func append(_ entries: [EntryIndex]) {
    guard format != .json else {
      for entry in entries {
        bytes += entryJSON(catalog.entry(entry), of: catalog.list(catalog.listIndex(of: entry)))
      }
      return
    }
    var rest = entries[...]
    while !rest.isEmpty {
      let batch = rest.prefix(Self.batchSize)
      rest = rest.dropFirst(batch.count)
      appendBatch(batch)
    }
  }

  private static let batchSize = 32

  private mutating func appendBatch(_ batch: ArraySlice<EntryIndex>) {
    for entry in batch {
      days.prefetch(entry.number)
      categoryNumbers.prefetch(entry.number)
    }
    titles.read(batch)
    for entry in batch { categories.prefetchRange(of: category(of: entry)) }
    urls.read(batch)
    for entry in batch { categories.prefetchText(of: category(of: entry)) }
    descriptions.read(batch)
    for (slot, entry) in batch.enumerated() {
      if format == .plain { appendPlain(entry, slot) } else { appendTSV(entry, slot) }
    }
  }

  private func category(of entry: EntryIndex) -> UInt32 { categoryNumbers[entry.number] ?? 0 }

  /// Appends day, title, URL, category and description, separated by two spaces; `~` marks a
  /// removed entry.
  private mutating func appendPlain(_ entry: EntryIndex, _ slot: Int) {
    if !appendDay(of: entry) { bytes += "          ".utf8 }
    appendBlanks()
    if catalog.isRemoved(entry) { bytes.append(UInt8(ascii: "~")) }
    appendText(slot, of: titles, to: &bytes)
    appendBlanks()
    if !appendURL(slot, of: urls, to: &bytes) { bytes.removeLast(2) }
    appendBlanks()
    if !categories.append(of: category(of: entry), to: &bytes) {
      bytes.removeLast(2)
    }
    appendBlanks()
    if !appendText(slot, of: descriptions, to: &bytes) { bytes.removeLast(2) }
    bytes.append(UInt8(ascii: "\n"))
  }

  private mutating func appendBlanks() {
    bytes.append(UInt8(ascii: " "))
    bytes.append(UInt8(ascii: " "))
  }

  /// Appends list, day, title, URL, category, stars, marks, description, day of removal.
  private mutating func appendTSV(_ entry: EntryIndex, _ slot: Int) {
    let tab = UInt8(ascii: "\t")
    let start = bytes.count
    bytes.append(contentsOf: catalog.listPaths.bytes(at: catalog.listIndex(of: entry).number))
    makeLine(&bytes, from: start)
    bytes.append(tab)
    appendDay(of: entry)
    bytes.append(tab)
    appendText(slot, of: titles, to: &bytes)
    bytes.append(tab)
    appendURL(slot, of: urls, to: &bytes)
    bytes.append(tab)
    categories.append(of: category(of: entry), to: &bytes)
    bytes.append(tab)
    bytes += (catalog.stars(of: entry).map { String($0.count) } ?? "").utf8
    bytes.append(tab)
    bytes += printable(catalog.marks(of: entry).map(\.symbol).joined()).utf8
    bytes.append(tab)
    appendText(slot, of: descriptions, to: &bytes)
    bytes.append(tab)
    bytes += (catalog.history(of: entry)?.removed?.description ?? "").utf8
    bytes.append(UInt8(ascii: "\n"))
  }

  /// Appends the day of addition; false for an entry without one.
  @discardableResult
  private mutating func appendDay(of entry: EntryIndex) -> Bool {
    guard let day = days[entry.number].flatMap({ Day(number: Int($0)) }) else { return false }
    day.append(to: &bytes)
    return true
  }
}

/// Appends a text, sanitised; false if the entry has none.
@discardableResult
private func appendText(_ slot: Int, of texts: EntryTextBatch, to bytes: inout [UInt8]) -> Bool {
  let start = bytes.count
  guard texts.append(slot, to: &bytes) > 0 else { return false }
  makeLine(&bytes, from: start)
  return true
}

/// Appends the sanitised URL; false for an entry without one.
@discardableResult
private func appendURL(_ slot: Int, of urls: EntryTextBatch, to bytes: inout [UInt8]) -> Bool {
  let start = bytes.count
  let count = urls.append(slot, to: &bytes)
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

/// The categories of a catalog as lines show them, each sanitised once.
private struct ShownCategories {
  private let catalog: Catalog
  private var bytes: [UInt8] = []
  private var ranges: [Range<Int>] = [0..<0]
  /// For each category the place of its range; 0 if no line has needed it.
  private var places: [UInt32]

  init(of catalog: Catalog) {
    self.catalog = catalog
    places = Array(repeating: 0, count: catalog.categories.count)
  }

  /// Asks memory for where the text of a category lies, unless it has been sanitised.
  func prefetchRange(of number: UInt32) {
    if isNew(number) { catalog.categories.prefetchRange(at: Int(number)) }
  }

  /// Asks memory for the text of a category, once its place is there.
  func prefetchText(of number: UInt32) {
    if isNew(number) { catalog.categories.prefetch(at: Int(number)) }
  }

  private func isNew(_ number: UInt32) -> Bool {
    Int(number) < places.count && places[Int(number)] == 0
  }

  /// Appends a category; false if it is empty.
  @discardableResult
  mutating func append(of number: UInt32, to line: inout [UInt8]) -> Bool {
    guard Int(number) < places.count else { return false }
    if places[Int(number)] == 0 { add(number) }
    let range = ranges[Int(places[Int(number)])]
    line.append(contentsOf: bytes[range])
    return !range.isEmpty
  }

  private mutating func add(_ number: UInt32) {
    let start = bytes.count
    catalog.appendDescription(of: CategoryIndex(Int(number)), to: &bytes)
    makeLine(&bytes, from: start)
    places[Int(number)] = UInt32(truncatingIfNeeded: ranges.count)
    ranges.append(start..<bytes.count)
  }
}

/// Sanitises the last bytes, a list's text as it is, before anything else is appended.
private func makeLine(_ bytes: inout [UInt8], from start: Int) {
  let isLine = bytes.withUnsafeMutableBytes {
    SafeBytes.makeLine(UnsafeMutableRawBufferPointer(rebasing: $0[start...]))
  }
  guard !isLine else { return }
  let line = bytes.withUnsafeBytes {
    SafeBytes.lineWithEmoji(of: UnsafeRawBufferPointer(rebasing: $0[start...]))
  }
  let shown = line ?? Array(printable(String(decoding: bytes[start...], as: UTF8.self)).utf8)
  bytes.replaceSubrange(start..., with: shown)
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
