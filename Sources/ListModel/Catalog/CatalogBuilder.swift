/// Lays lists and their entries into the columns of a catalog.
///
///     var builder = CatalogBuilder()
///     builder.append(list, entries: entries)
///     let catalog = builder.catalog()
public struct CatalogBuilder {
  private var lists: [AwesomeList] = []
  private var listFirstEntry: [UInt32] = [0]
  private var titles = TextColumnBuilder()
  private var urls = TextColumnBuilder()
  private var descriptions = TextColumnBuilder()
  private var links = TextColumnBuilder()
  private var categories = TextColumnBuilder()
  private var categoryNumbers: [CategoryPath: UInt32] = [:]
  private var markSets = TextColumnBuilder()
  private var markNumbers: [[Mark]: UInt32] = [:]
  private var entryList: [UInt32] = []
  private var entryCategory: [UInt32] = []
  private var entryDay: [Int32] = []
  private var entryStars: [Int32] = []
  private var entryMarks: [UInt32] = []
  private var sameLinks = SameLinkBuilder()

  /// A builder of an empty catalog.
  public init() {}

  /// Adds a list with its entries, in their order.
  public mutating func append(_ list: AwesomeList, entries: [Entry]) {
    let number = UInt32(lists.count)
    lists.append(list)
    for entry in entries {
      titles.append(entry.title)
      urls.append(entry.url ?? "")
      descriptions.append(entry.description)
      links.append(encodeLinks(entry.links))
      entryList.append(number)
      entryCategory.append(index(of: entry.category))
      entryDay.append(entry.added.map { Int32(clamping: $0.number) } ?? .min)
      entryStars.append(entry.stars.map { Int32(clamping: $0.count) } ?? -1)
      entryMarks.append(index(of: entry.marks))
      sameLinks.append(entry.url)
    }
    listFirstEntry.append(UInt32(entryList.count))
  }

  /// The image of all that was added.
  ///
  /// Sorts the entries once by day: n log n.
  public func image() -> [UInt8] {
    var writer = CatalogImageWriter()
    writer.add(.listPath, column(lists.map(\.id.path)))
    writer.add(.listTitle, column(lists.map(\.title)))
    writer.add(.listDescription, column(lists.map(\.description)))
    writer.add(.listSource, column(lists.map { $0.source ?? "" }))
    writer.add(.listSubject, column(lists.map { $0.subject ?? "" }))
    writer.add(.listStars, numbers: lists.map { $0.stars.map { Int32(clamping: $0.count) } ?? -1 })
    writer.add(.listFirstEntry, numbers: listFirstEntry)
    writer.add(.category, categories.section)
    writer.add(.markSet, markSets.section)
    writer.add(.title, titles.section)
    writer.add(.url, urls.section)
    writer.add(.description, descriptions.section)
    writer.add(.links, links.section)
    writer.add(.entryList, numbers: entryList)
    writer.add(.entryCategory, numbers: entryCategory)
    writer.add(.entryDay, numbers: entryDay)
    writer.add(.entryStars, numbers: entryStars)
    writer.add(.entryMarks, numbers: entryMarks)
    writer.add(.newestFirst, numbers: newestFirst())
    writer.add(.sameLinkFirst, numbers: sameLinks.first)
    writer.add(.sameLinkNext, numbers: sameLinks.next)
    return writer.image()
  }

  /// A catalog in memory of all that was added.
  public func catalog() -> Catalog {
    Catalog(CatalogImage(copying: image()))
  }

  private func newestFirst() -> [UInt32] {
    (0..<UInt32(entryDay.count)).sorted {
      let (left, right) = (entryDay[Int($0)], entryDay[Int($1)])
      return left == right ? $0 < $1 : left > right
    }
  }

  private func column(_ texts: [String]) -> [UInt8] {
    var builder = TextColumnBuilder()
    for text in texts { builder.append(text) }
    return builder.section
  }

  private mutating func index(of category: CategoryPath) -> UInt32 {
    if let number = categoryNumbers[category] { return number }
    let number = UInt32(categories.append(Separator.join(category.headings, by: Separator.unit)))
    categoryNumbers[category] = number
    return number
  }

  private mutating func index(of marks: [Mark]) -> UInt32 {
    if let number = markNumbers[marks] { return number }
    let number = UInt32(markSets.append(Separator.join(marks.map(\.symbol), by: Separator.unit)))
    markNumbers[marks] = number
    return number
  }
}
