import JSONLines
import ListModel
import TerminalScreen

/// Prints entries in one of the formats.
struct EntryPrinter {
  let format: OutputFormat

  /// The line of an entry, with its line end.
  func line(_ entry: Entry, of list: AwesomeList) -> String {
    switch format {
    case .plain: plain(entry) + "\n"
    case .tsv: tsv(entry, list) + "\n"
    case .json: json(entry, list)
    }
  }

  /// Day, title, URL, category and description, parted by two spaces; `~` before the title of an
  /// entry that left its list.
  private func plain(_ entry: Entry) -> String {
    var parts = [
      entry.added?.description ?? "          ",
      (entry.history?.isRemoved ?? false ? "~" : "") + safe(entry.title),
    ]
    if let url = entry.url { parts.append(SafeText.url(url).text) }
    if !entry.category.headings.isEmpty { parts.append(safe(entry.category.description)) }
    if !entry.description.isEmpty { parts.append(safe(entry.description)) }
    return parts.joined(separator: "  ")
  }

  /// List, day, title, URL, category, stars, marks, description, day of removal.
  private func tsv(_ entry: Entry, _ list: AwesomeList) -> String {
    [
      safe(list.id.path), entry.added?.description ?? "", safe(entry.title),
      entry.url.map { SafeText.url($0).text } ?? "", safe(entry.category.description),
      entry.stars.map { String($0.count) } ?? "", safe(entry.marks.map(\.symbol).joined()),
      safe(entry.description), entry.history?.removed?.description ?? "",
    ].joined(separator: "\t")
  }

  private func json(_ entry: Entry, _ list: AwesomeList) -> String {
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
    writer.member("source", source(of: entry))
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
    return String(decoding: writer.bytes, as: UTF8.self)
  }

  /// What the days come from: the list's git history, or its page.
  private func source(of entry: Entry) -> String {
    entry.history?.changes.contains { !$0.commit.isEmpty } ?? false ? "history" : "page"
  }

  private func safe(_ text: String) -> String { printable(text) }
}
