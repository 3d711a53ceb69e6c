import JSONLines
import ListModel
import TerminalScreen

/// Prints what is new in lists in one of the formats.
struct NewsPrinter {
  let catalog: Catalog
  let format: OutputFormat
  /// Whether plain lines are printed for what was changed in bulk, too.
  let listsBulk: Bool

  /// The lines of a list.
  func text(_ news: [News], of list: ListIndex, isFirst: Bool) -> String {
    switch format {
    case .plain: (isFirst ? "" : "\n") + plain(news, catalog.list(list))
    case .tsv: news.map { tsv($0, catalog.list(list)) }.joined()
    case .json: news.map { json($0, catalog.list(list)) }.joined()
    }
  }

  private func plain(_ news: [News], _ list: AwesomeList) -> String {
    var text = shownLine("\(list.id.path)  \(list.title)") + "\n"
    var place = news.startIndex
    while place < news.endIndex {
      let item = news[place]
      let same = news[place...].prefix {
        $0.isBulk && $0.day == item.day && $0.kind == item.kind
      }
      if same.count > 1, !listsBulk {
        text += "  \(item.kind.sign) \(item.day)  \(same.count) \(item.kind.rawValue) in bulk\n"
        place = same.endIndex
        continue
      }
      let entry = catalog.entry(item.entry)
      let url = entry.url.map { "  " + SafeText.url($0).text } ?? ""
      text += "  \(item.kind.sign) \(item.day)  \(shownLine(entry.title))\(url)\n"
      place += 1
    }
    return text
  }

  /// List, day, kind, title, URL, `bulk` or nothing.
  private func tsv(_ item: News, _ list: AwesomeList) -> String {
    let entry = catalog.entry(item.entry)
    return [
      safeLine(list.id.path), item.day.description, item.kind.rawValue, shownLine(entry.title),
      entry.url.map { SafeText.url($0).text } ?? "", item.isBulk ? "bulk" : "",
    ].joined(separator: "\t") + "\n"
  }

  private func json(_ item: News, _ list: AwesomeList) -> String {
    let entry = catalog.entry(item.entry)
    var writer = JSONWriter()
    writer.beginObject()
    writer.member("list", list.id.path)
    writer.member("day", item.day.description)
    writer.member("change", item.kind.rawValue)
    writer.member("title", entry.title)
    writer.member("url", entry.url)
    writer.member("category", entry.category.headings)
    writer.member("bulk", item.isBulk)
    writer.endObject()
    writer.endLine()
    return String(decoding: writer.bytes, as: UTF8.self)
  }
}

extension ChangeKind {
  fileprivate var sign: String {
    switch self {
    case .added: "+"
    case .removed: "-"
    case .restored: "*"
    case .edited, .moved, .categoryRenamed: "~"
    }
  }
}
