import JSONLines
import ListModel
import TerminalScreen

/// Prints the histories of entries in one of the formats.
struct HistoryPrinter {
  let catalog: Catalog
  let format: OutputFormat
  /// The link by which the entries were found, if they have another one now.
  var formerLink: String?

  /// Returns the lines of an entry.
  func text(_ index: EntryIndex, isFirst: Bool) -> String {
    let entry = catalog.entry(index)
    let list = catalog.list(catalog.listIndex(of: index))
    switch format {
    case .plain: return (isFirst ? "" : "\n") + plain(entry, list)
    case .tsv: return changes(of: entry).map { tsv($0, entry, list) }.joined()
    case .json: return changes(of: entry).map { json($0, entry, list) }.joined()
    }
  }

  /// Returns the changes, newest first; an entry from a page has only its addition, without a
  /// commit.
  private func changes(of entry: Entry) -> [Change] {
    if let history = entry.history { return history.changes.reversed() }
    return entry.added.map { [Change(kind: .added, day: $0, commit: "")] } ?? []
  }

  private func plain(_ entry: Entry, _ list: AwesomeList) -> String {
    var head = [shownLine(entry.title)]
    if let url = entry.url { head.append(SafeText.url(url).text) }
    head.append(safeLine(list.id.path))
    var text = head.joined(separator: "  ") + "\n"
    if let formerLink {
      text += "  has another link now than \(SafeText.url(formerLink).text)\n"
    }
    for change in changes(of: entry) {
      let origin = origin(of: change, isFromPage: entry.history == nil)
      text += safeLine("  \(change.day)  \(change.summary)\(origin)") + "\n"
    }
    if let day = entry.history?.publishedDay {
      text += "  the published page says that it was added on \(day)\n"
    }
    if changes(of: entry).isEmpty { text += "  its day is not known\n" }
    return text
  }

  /// Returns the origin of a change: a commit, the published page, or the sync that found it.
  private func origin(of change: Change, isFromPage: Bool) -> String {
    guard change.commit.isEmpty else { return " (\(change.commit.prefix(9)))" }
    return isFromPage ? ", as the published page says" : ", found by a sync"
  }

  /// Returns list, title, URL, day, kind, commit, author, subject, and `bulk` or nothing.
  private func tsv(_ change: Change, _ entry: Entry, _ list: AwesomeList) -> String {
    [
      safeLine(list.id.path), shownLine(entry.title), entry.url.map { SafeText.url($0).text } ?? "",
      change.day.description, change.kind.rawValue, safeLine(change.commit),
      safeLine(change.author), safeLine(change.subject), change.isBulk ? "bulk" : "",
    ].joined(separator: "\t") + "\n"
  }

  private func json(_ change: Change, _ entry: Entry, _ list: AwesomeList) -> String {
    jsonLine { writer in
      writer.member("list", list.id.path)
      writer.member("title", entry.title)
      writer.member("url", entry.url)
      if let formerLink { writer.member("formerUrl", formerLink) }
      writer.member("day", change.day.description)
      writer.member("change", change.kind.rawValue)
      writer.member("commit", change.commit.isEmpty ? nil : change.commit)
      writer.member("author", change.author)
      writer.member("subject", change.subject)
      writer.member("bulk", change.isBulk)
    }
  }
}
