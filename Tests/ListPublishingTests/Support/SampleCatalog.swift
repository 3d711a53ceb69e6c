import ListModel

/// Lists that a test writes down: their entries and what happened to them.
struct SampleCatalog {
  private var builder = CatalogBuilder()

  /// Adds a list with entries.
  mutating func add(
    _ list: String, title: String = "List", source: String? = nil, _ entries: [Entry]
  ) {
    builder.append(
      AwesomeList(
        id: ListID(list), title: title, description: "About it.",
        source: source ?? "https://github.com/\(list)", subject: "Tools"),
      entries: entries)
  }

  var catalog: Catalog { builder.catalog() }

  /// A catalog of one list.
  static func of(_ entries: Entry...) -> Catalog {
    var sample = SampleCatalog()
    sample.add("owner/list", entries)
    return sample.catalog
  }
}

extension Entry {
  /// An entry that a page dates: the day is the number of days after 2026-01-01.
  static func onPage(_ title: String, _ url: String?, day: Int, description: String = "") -> Entry {
    Entry(
      title: title, url: url, description: description, category: CategoryPath(["Tools"]),
      added: .sample(day))
  }

  /// An entry with a history; the first change dates it.
  static func tracked(
    _ title: String, _ url: String?, _ changes: [Change], isRemoved: Bool = false,
    firstLink: String? = nil
  ) -> Entry {
    Entry(
      title: title, url: url, category: CategoryPath(["Tools"]), added: changes.first?.day,
      history: EntryHistory(
        changes: changes, isRemoved: isRemoved, firstLink: firstLink.map { LinkKey($0) }))
  }
}

extension Change {
  /// A change by the commit `c<day>`, at noon unless a time is given.
  static func on(_ day: Int, _ kind: ChangeKind, bulk: Bool = false, time: Int? = nil) -> Change {
    Change(kind: kind, day: .sample(day), commit: "c\(day)", isBulk: bulk, time: time)
  }
}

extension Day {
  /// So many days after 2026-01-01.
  static func sample(_ day: Int) -> Day { Day(clamping: 20_454 + day) }
}
