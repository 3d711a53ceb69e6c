import JSONLines
import ListMarkdown
import ListModel
import TerminalScreen

/// Prints the links and headings of a page that belong to no entry, in one of the formats.
struct LeftOutPrinter {
  let format: OutputFormat
  let path: String

  /// Returns the line of a link or a heading, with its line end.
  func line(_ leftOut: LeftOut) -> String {
    switch format {
    case .plain: plain(leftOut) + "\n"
    case .tsv: tsv(leftOut) + "\n"
    case .json: json(leftOut)
    }
  }

  /// Returns `path:line: reason`, title, address and section, separated by two spaces.
  private func plain(_ leftOut: LeftOut) -> String {
    let (title, url) = leftOut.texts
    var parts = [
      "\(safeLine(path)):\(leftOut.line): \(leftOut.reason.rawValue)",
      url == nil ? "# \(shownLine(title))" : shownLine(title),
    ]
    if let url { parts.append(SafeText.url(url).text) }
    if !leftOut.section.headings.isEmpty { parts.append(shownLine(leftOut.section.description)) }
    return parts.filter { !$0.isEmpty }.joined(separator: "  ")
  }

  /// Returns path, line, reason, title, address (empty for a heading), section.
  private func tsv(_ leftOut: LeftOut) -> String {
    let (title, url) = leftOut.texts
    return [
      safeLine(path), String(leftOut.line), leftOut.reason.rawValue, shownLine(title),
      url.map { SafeText.url($0).text } ?? "", shownLine(leftOut.section.description),
    ].joined(separator: "\t")
  }

  private func json(_ leftOut: LeftOut) -> String {
    let (title, url) = leftOut.texts
    return jsonLine { writer in
      writer.member("path", path)
      writer.member("line", leftOut.line)
      writer.member("reason", leftOut.reason.rawValue)
      writer.member("kind", url == nil ? "heading" : "link")
      writer.member("title", title)
      writer.member("url", url)
      writer.member("section", leftOut.section.headings)
    }
  }
}

extension LeftOut {
  /// The text and the address; a heading has none.
  fileprivate var texts: (title: String, url: String?) {
    switch content {
    case .link(let title, let url): (title, url)
    case .heading(let text): (text, nil)
    }
  }
}
