import JSONLines
import ListModel
import ListPublishing
import TerminalScreen

/// Prints new entries of lists as plain lines, JSON Lines or tab-separated values.
struct NewsPrinter {
  let catalog: Catalog
  let format: NewsFormat

  /// Returns all lines of a digest.
  func text(_ digest: Digest) -> String {
    digest.parts.enumerated().map { number, part in
      let list = catalog.list(part.list)
      let heading = shownLine("\(list.id.path)  \(list.title)") + "\n"
      let start = format == .plain ? (number == 0 ? "" : "\n") + heading : ""
      return start + part.lines.map { line($0, list) }.joined()
    }.joined()
  }

  private func line(_ line: Digest.Line, _ list: AwesomeList) -> String {
    switch line {
    case .bulk(let kind, let day, let count):
      "  \(kind.sign) \(day)  \(count) \(kind.rawValue) in bulk\n"
    case .single(let news):
      switch format {
      case .json: json(news, list)
      case .tsv: tsv(news, list)
      case .plain, .markdown, .html, .mail: plain(news)
      }
    }
  }

  private func plain(_ news: News) -> String {
    let entry = catalog.entry(news.entry)
    let url = entry.url.map { "  " + SafeText.url($0).text } ?? ""
    return "  \(news.kind.sign) \(news.day)  \(shownLine(entry.title))\(url)\n"
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
    return jsonLine { writer in
      writer.member("list", list.id.path)
      writer.member("day", item.day.description)
      writer.member("change", item.kind.rawValue)
      writer.member("title", entry.title)
      writer.member("url", entry.url)
      writer.member("category", entry.category.headings)
      writer.member("bulk", item.isBulk)
    }
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
