public import ListModel

/// The news of lists, for printing or mailing: lists with lines.
public struct Digest {
  /// A line about a list.
  public enum Line {
    /// Something happened to one entry.
    case single(News)
    /// A commit changed many entries at once.
    case bulk(ChangeKind, day: Day, count: Int)
  }

  /// The news of one list.
  public struct Part {
    public let list: ListIndex
    /// Newest first; at least one.
    public let lines: [Line]
  }

  let catalog: Catalog
  /// The lists in catalog order, without those that have no news.
  public let parts: [Part]
  let additions: Int
  let removals: Int

  /// Lays out news of lists, in the given order.
  ///
  /// - Parameter listsBulk: whether each entry of a bulk change gets a separate line.
  public init(
    of catalog: Catalog, _ news: [(list: ListIndex, news: [News])], listsBulk: Bool = false
  ) {
    self.catalog = catalog
    parts = news.filter { !$0.news.isEmpty }
      .map { Part(list: $0.list, lines: Digest.lines(of: $0.news, listsBulk: listsBulk)) }
    let all = news.flatMap(\.news)
    removals = all.count { $0.kind == .removed }
    additions = all.count - removals
  }

  /// `12 added and 2 removed in 3 lists`; restored entries count as added.
  var summary: String {
    var counts: [String] = []
    if additions > 0 { counts.append("\(additions) added") }
    if removals > 0 { counts.append("\(removals) removed") }
    let lists = parts.count == 1 ? "1 list" : "\(parts.count) lists"
    return counts.joined(separator: " and ") + " in " + lists
  }

  private static func lines(of news: [News], listsBulk: Bool) -> [Line] {
    var lines: [Line] = []
    var rest = news[...]
    while let item = rest.first {
      let same = rest.prefix { $0.isBulk && $0.day == item.day && $0.kind == item.kind }
      if same.count > 1, !listsBulk {
        lines.append(.bulk(item.kind, day: item.day, count: same.count))
        rest = rest.dropFirst(same.count)
      } else {
        lines.append(.single(item))
        rest.removeFirst()
      }
    }
    return lines
  }
}

extension Digest {
  /// Returns the link of an entry, if it may be published.
  func link(of entry: Entry, in list: AwesomeList) -> String? {
    entry.url.flatMap { PublishedLink($0, of: list)?.uri }
  }

  /// Returns a description as one line.
  func line(_ description: String) -> String {
    description.split(separator: "\n").joined(separator: " ").publishable
  }
}
