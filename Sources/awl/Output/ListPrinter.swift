import JSONLines
import ListModel

/// Prints lists in one of the formats.
struct ListPrinter {
  let catalog: Catalog
  let format: OutputFormat

  /// The line of a list, with its line end.
  func line(_ index: ListIndex) -> String {
    let list = catalog.list(index)
    return switch format {
    case .plain: columns(list, index).filter { !$0.isEmpty }.joined(separator: "  ") + "\n"
    case .tsv: columns(list, index).joined(separator: "\t") + "\n"
    case .json: json(list, index)
    }
  }

  /// Identity, entries, last addition, stars, title, and what is wrong with it if anything is.
  private func columns(_ list: AwesomeList, _ index: ListIndex) -> [String] {
    [
      safeLine(list.id.path), String(catalog.standingCount(of: index)),
      catalog.days(of: index)?.upperBound.description ?? "",
      list.stars.map { String($0.count) } ?? "", safeLine(list.title),
      safeLine(catalog.origin(of: index)?.failure ?? ""),
    ]
  }

  private func json(_ list: AwesomeList, _ index: ListIndex) -> String {
    let days = catalog.days(of: index)
    let origin = catalog.origin(of: index)
    var writer = JSONWriter()
    writer.beginObject()
    writer.member("list", list.id.path)
    writer.member("title", list.title)
    writer.member("description", list.description)
    writer.member("source", list.source)
    writer.member("subject", list.subject)
    writer.member("stars", list.stars?.count)
    writer.member("entries", catalog.standingCount(of: index))
    writer.member("first", days?.lowerBound.description)
    writer.member("last", days?.upperBound.description)
    writer.member("from", origin?.source)
    writer.member("synced", origin?.read?.milliseconds)
    writer.member("failure", origin?.failure)
    writer.endObject()
    writer.endLine()
    return String(decoding: writer.bytes, as: UTF8.self)
  }
}
