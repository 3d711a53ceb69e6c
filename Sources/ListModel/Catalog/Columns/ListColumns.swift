/// Builds the columns with one row per list.
struct ListColumns {
  private var lists: [AwesomeList] = []
  private var origins: [ListOrigin?] = []
  private var firstEntry: [UInt32] = [0]
  private var firstDay: [Int32] = []
  private var lastDay: [Int32] = []
  private var beginnings: [Int64] = []

  var count: Int { lists.count }

  /// The last day of each list; `Int32.min` for one without days.
  var lastDays: [Int32] { lastDay }

  /// How many entries all lists have together.
  var entryCount: Int { Int(firstEntry.last ?? 0) }

  /// How many entries the last list has.
  var entryCountOfLast: Int { Int((firstEntry.last ?? 0) - (firstEntry.dropLast().last ?? 0)) }

  /// Notes when the page of the last list was read first.
  mutating func setBeginningOfLast(_ beginning: Timestamp) {
    guard let last = beginnings.indices.last else { return }
    beginnings[last] = Int64(beginning.milliseconds)
  }

  /// Adds a list of entries, which were added on these days, if not `Int32.min`.
  ///
  /// `beginning` is when a page was read first, in milliseconds; 0 if that is unknown.
  mutating func append(
    _ list: AwesomeList, entries: Int, days: [Int32], origin: ListOrigin?, beginning: Int64 = 0
  ) {
    lists.append(list)
    origins.append(origin)
    firstEntry.append((firstEntry.last ?? 0) + UInt32(entries))
    firstDay.append(days.lazy.filter { $0 != .min }.min() ?? .min)
    lastDay.append(days.max() ?? .min)
    beginnings.append(beginning)
  }

  func add(to writer: inout CatalogImageWriter) {
    writer.add(.listPath, TextColumnBuilder(lists.map(\.id.path)))
    writer.add(.listTitle, TextColumnBuilder(lists.map(\.title)))
    writer.add(.listDescription, TextColumnBuilder(lists.map(\.description)))
    writer.add(.listSource, TextColumnBuilder(lists.map { $0.source ?? "" }))
    writer.add(.listSubject, TextColumnBuilder(lists.map { $0.subject ?? "" }))
    writer.add(.listStars, numbers: lists.map { $0.stars.map { Int32(clamping: $0.count) } ?? -1 })
    writer.add(.listFirstEntry, numbers: firstEntry)
    writer.add(.listOrigin, originTexts)
    writer.add(.listRead, numbers: origins.map { Int64($0?.read?.milliseconds ?? .min) })
    writer.add(.listFirstDay, numbers: firstDay)
    writer.add(.listLastDay, numbers: lastDay)
    writer.add(.listRelativeLinks, relativeLinksTexts)
    writer.add(.listBeginning, numbers: beginnings)
    writer.add(.listCategoryTexts, categoryTexts)
  }

  private var categoryTexts: TextColumnBuilder {
    var column = TextColumnBuilder()
    for list in lists { column.append { appendCategoryTexts(list.categoryTexts, to: &$0) } }
    return column
  }

  private var relativeLinksTexts: TextColumnBuilder {
    var column = TextColumnBuilder()
    for list in lists {
      column.append { bytes in
        guard let base = list.relativeLinks else { return }
        appendUnits([base.root, base.branch, base.file], to: &bytes)
      }
    }
    return column
  }

  private var originTexts: TextColumnBuilder {
    var column = TextColumnBuilder()
    for origin in origins {
      column.append { bytes in
        guard let origin else { return }
        appendUnits([origin.source, origin.page, origin.failure ?? ""], to: &bytes)
      }
    }
    return column
  }
}
