import JSONLines
import ListLibrary
import ListModel

/// Prints lists in one of the formats.
struct ListPrinter {
  let catalog: Catalog
  let format: OutputFormat
  /// The state of the sources at the last sync.
  let sources: [SourceState]

  /// Returns the line of a list, with its line end.
  func line(_ index: ListIndex) -> String {
    let list = catalog.list(index)
    return switch format {
    case .plain: plain(list, index) + "\n"
    case .tsv: tsv(list, index) + "\n"
    case .json: json(list, index)
    }
  }

  /// Returns identity, entries, last addition, stars and title.
  private func columns(_ list: AwesomeList, _ index: ListIndex) -> [String] {
    [
      safeLine(list.id.path), String(catalog.presentCount(of: index)),
      catalog.days(of: index)?.upperBound.description ?? "",
      list.stars.map { String($0.count) } ?? "", shownLine(list.title),
    ]
  }

  /// Returns the columns, then the source if it differs from the list's name, and the error.
  private func plain(_ list: AwesomeList, _ index: ListIndex) -> String {
    let origin = catalog.origin(of: index)
    var parts = columns(list, index)
    if let source = origin?.source, ListID(source) != list.id {
      parts.append("from \(safeLine(source))")
    }
    if let failure = origin?.failure, !isOfManyLists(failure) {
      parts.append("! \(safeLine(failure))")
    }
    return parts.filter { !$0.isEmpty }.joined(separator: "  ")
  }

  /// Returns whether a failure belongs to a source with many lists, each of which would repeat it.
  private func isOfManyLists(_ failure: String) -> Bool {
    sources.contains {
      $0.lists > 1 && $0.failure?.utf8.elementsEqual(failure.utf8) == true
    }
  }

  /// Returns the columns, then the error, and the source.
  private func tsv(_ list: AwesomeList, _ index: ListIndex) -> String {
    let origin = catalog.origin(of: index)
    let last = [safeLine(origin?.failure ?? ""), safeLine(origin?.source ?? "")]
    return (columns(list, index) + last).joined(separator: "\t")
  }

  private func json(_ list: AwesomeList, _ index: ListIndex) -> String {
    let days = catalog.days(of: index)
    let origin = catalog.origin(of: index)
    return jsonLine { writer in
      writer.member("list", list.id.path)
      writer.member("title", list.title)
      writer.member("description", list.description)
      writer.member("source", list.source)
      writer.member("subject", list.subject)
      writer.member("stars", list.stars?.count)
      writer.member("entries", catalog.presentCount(of: index))
      writer.member("first", days?.lowerBound.description)
      writer.member("last", days?.upperBound.description)
      writer.member("from", origin?.source)
      writer.member("synced", origin?.read?.milliseconds)
      writer.member("failure", origin?.failure)
    }
  }
}
