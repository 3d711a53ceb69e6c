import ListMarkdown
import ListModel

extension ParsedPage {
  /// The page as indented lines, the same for the same page.
  ///
  ///     daily SE-ML/awesome-seml: Awesome Seml
  ///     2022-02-11
  ///       Tooling
  ///         13 Aim <https://aimstack.io>
  ///            Aim is an open source experiment tracking tool.
  var outline: String {
    var lines = ["\(kind.rawValue) \(list.id): \(list.title)"]
    for (name, fact) in [
      ("description", list.description), ("source", list.source ?? ""),
      ("stars", list.stars?.description ?? ""), ("subject", list.subject ?? ""),
    ] where !fact.isEmpty { lines.append("\(name): \(fact)") }
    var day: Day?
    var category: CategoryPath?
    for (entry, line) in zip(entries, self.lines) {
      if entry.added != day {
        day = entry.added
        category = nil
        lines.append(day?.description ?? "no day")
      }
      if entry.category != category {
        category = entry.category
        lines.append("  \(entry.category)")
      }
      lines += entry.outline(line: line)
    }
    lines += issues.map { "issue \($0)" }
    return lines.joined(separator: "\n")
  }
}

extension Entry {
  fileprivate func outline(line: Int) -> [String] {
    var head = "    \(line) \(title)"
    if let url { head += " <\(url)>" }
    if let stars { head += " ⭐\(stars.count)" }
    if !marks.isEmpty { head += " \(marks.map(\.symbol).joined(separator: " "))" }
    let indent = String(repeating: " ", count: 7)
    var lines = [head]
    for paragraph in description.utf8.split(separator: UInt8(ascii: "\n")) {
      lines.append(indent + String(decoding: paragraph, as: UTF8.self))
    }
    for link in links.dropFirst() { lines.append("\(indent)+ \(link.title) <\(link.url)>") }
    return lines
  }
}
