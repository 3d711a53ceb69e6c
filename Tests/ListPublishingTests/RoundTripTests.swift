import ListMarkdown
import ListModel
import Testing

@testable import ListPublishing

/// What is published is read back as it was.
struct RoundTripTests {
  private static let texts = [
    "Plain", "A*b*_c_ `d`", "[x](javascript:y)", "<script>alert(1)</script>", "1. one", "# head",
    "a & b &amp; c", "{{ jinja }} {% raw %}", "https://x.org www.y.org a@b.org", "dash - in - it",
    "日本語 العربية", "👩‍💻 and 🇩🇪 flags", "pipe | pipe", "~~no~~ $math$", "trailing \\", "!bang!",
    "a / b",
  ]

  @Test(arguments: texts, [ListPageKind.daily, .weekly])
  func anEntryIsReadBack(text: String, kind: ListPageKind) throws {
    let entry = Entry(
      title: text + " title", url: "https://a.org/(x)?a=b&c=d#e", description: text + " said",
      // A number before a heading is no part of a category, however a list is read.
      category: CategoryPath(["Tools", text == "1. one" ? "one" : text]), added: .sample(0),
      stars: Stars(1_234),
      marks: [.publication])
    let read = try read(entry, kind)
    #expect(read.title == entry.title)
    #expect(read.description == entry.description)
    #expect(read.category == entry.category)
    #expect(read.url == entry.url)
    #expect(read.stars == entry.stars && read.marks == entry.marks)
    let week = ISOWeek(of: .sample(0)).days.lowerBound
    #expect(read.added == (kind == .daily ? .sample(0) : week))
  }

  @Test func linesOfADescriptionStayLines() throws {
    let entry = Entry(
      title: "A", url: "https://a.org", description: "One\n2. two\n- three", added: .sample(0))
    #expect(try read(entry, .daily).description == entry.description)
  }

  @Test func furtherLinksStayWhereTheyStand() throws {
    let links = [
      Link(title: "A", url: "https://a.org"), Link(title: "docs", url: "https://a.org/docs"),
      Link(title: "source", url: "https://b.org"),
    ]
    let entry = Entry(
      title: "A", url: "https://a.org", description: "See docs and source.", added: .sample(0),
      links: links)
    let read = try read(entry, .daily)
    #expect(read.links == links)
    #expect(read.description == entry.description)
  }

  @Test func anEntryWithoutALinkOrADayIsReadBack() throws {
    let read = try read(Entry(title: "Only text", description: "said of it"), .daily)
    #expect(read.title == "Only text" && read.url == nil && read.added == nil)
  }

  @Test func whatLeftTheListIsNoEntryOfItsPage() throws {
    let catalog = SampleCatalog.of(
      .tracked("A", "https://a.org", [.on(1, .added)]),
      .tracked("Gone", "https://g.org", [.on(0, .added), .on(1, .removed)], isRemoved: true))
    let list = PublishedList(ListIndex(0), of: catalog, only: nil)
    let file = ListPages(catalog: catalog, list: list, hasFeeds: true).page(of: .daily)
      .file(at: nil)
    #expect(String(decoding: file.bytes, as: UTF8.self).contains("\n\nRemoved: Gone\n"))
    #expect(try PageReader.read(file.bytes, path: file.path).entries.map(\.title) == ["A"])
  }

  private func read(_ entry: Entry, _ kind: ListPageKind) throws -> Entry {
    let catalog = SampleCatalog.of(entry)
    let list = PublishedList(ListIndex(0), of: catalog, only: nil)
    let file = ListPages(catalog: catalog, list: list, hasFeeds: true).page(of: kind)
      .file(at: nil)
    let page = try PageReader.read(file.bytes, path: file.path)
    #expect(page.list.id == ListID("owner/list"))
    #expect(page.list.title == "List" && page.list.subject == "Tools")
    return try #require(page.entries.first)
  }
}
