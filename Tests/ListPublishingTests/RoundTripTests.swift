import ListMarkdown
import ListModel
import TestSupport
import Testing

@testable import ListPublishing

/// Reading published pages restores the lists.
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
      category: CategoryPath(["Tools", text]), added: .sample(0),
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

  @Test func furtherLinksStayInPlace() throws {
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

  @Test func removedEntriesAreNotOnThePage() throws {
    let catalog = SampleCatalog.of(
      .tracked("A", "https://a.org", [.on(1, .added)]),
      .tracked("Gone", "https://g.org", [.on(0, .added), .on(1, .removed)], isRemoved: true))
    let list = PublishedList(ListIndex(0), of: catalog, only: nil)
    let file = ListPages(catalog: catalog, list: list, hasFeeds: true).page(of: .daily)
      .file(at: nil)
    #expect(String(decoding: file.bytes, as: UTF8.self).contains("\n\nRemoved: Gone\n"))
    #expect(try PageReader.read(file.bytes, path: file.path).entries.map(\.title) == ["A"])
  }

  @Test(arguments: [
    "Qt :octocat:", "👍 good 👍", "a  b", " a ", "  1. one\n   - two  \n+ three", "- dash -",
    "…and -",
    "git clone https://a.org/x.git git@b.org:c www.d.org", "| a | b |\n| - | - |\n===", "(⭐5)",
    "*Links:* no", "a / b", "~~struck~~", "\u{A0}nbsp\u{3000}", "```\ncode\n```", "&#32;",
  ])
  func noPartOfATextIsMisinterpreted(text: String) throws {
    let entry = Entry(
      title: text.replacing("\n", with: " "), url: "https://a.org", description: text,
      added: .sample(0))
    for url in ["https://a.org", nil] {
      var entry = entry
      entry.url = url
      let read = try read(entry, .daily)
      #expect(read.title == entry.title && read.description == text)
      #expect(read.url == url && read.marks.isEmpty && read.links.count == (url == nil ? 0 : 1))
    }
  }

  @Test func aStruckEntryAndLinksBesideTheTextAreReadBack() throws {
    let links = [
      Link(title: "A", url: "https://a.org"), Link(title: "elsewhere", url: "https://b.org"),
      Link(title: "", url: "https://c.org"), Link(title: "said", url: "https://d.org"),
    ]
    let entry = Entry(
      title: "A", url: "https://a.org", description: "It is said.", added: .sample(0),
      marks: [.publication, .struck], links: links)
    let read = try read(entry, .daily)
    #expect(read.marks == entry.marks && read.description == "It is said.")
    #expect(read.links == [links[0], links[3], links[1], links[2]])
  }

  /// Texts of anything that has a meaning in Markdown, HTML, templates or awl's own pages.
  @Test func anyTextIsReadBack() throws {
    let parts = [
      "a", "B ", " ", "  ", "*", "_", "`", "``", "[", "]", "(", ")", "!", "<", ">", "&", "#", "-",
      "+", "=", "~", "~~", "|", "\\", "/", " / ", " - ", ":", ".", "1.", "{{", "{%", "$", "@",
      "a@b.org", "https://a.org/", "www.b.org", ":tada:", "🎓", "⭐", "(⭐1.5k)", "&amp;", "<!--",
      "<b>", "]]>", "\u{A0}", "é", "日本", "\u{200D}", "'", "\"", "^", "*Links:*",
    ]
    var random = SeededGenerator(seed: 18)
    func text(_ most: Int) -> String {
      (0..<Int.random(in: 1...most, using: &random))
        .map { _ in parts.randomElement(using: &random) ?? "" }.joined()
    }
    for _ in 0..<rounds(400, soak: 40_000) {
      let lines = (0..<Int.random(in: 0...3, using: &random)).map { _ in text(9) }
      var entry = Entry(
        title: text(6), url: Bool.random(using: &random) ? "https://e.org/?a" : nil,
        description: lines.filter { $0.contains { $0 != " " } }.joined(separator: "\n"),
        category: CategoryPath(["Tools", "x"]), added: .sample(0), stars: Stars(1_500),
        marks: Bool.random(using: &random) ? [.publication] : [])
      // The title of an entry without a link needs a character to be under.
      if entry.url == nil { entry.title += "x" }
      let read = try read(entry, .daily)
      try #require(read.title == entry.title, "\(entry)")
      try #require(read.description == entry.description, "\(entry)")
      try #require(read.url == entry.url && read.marks == entry.marks, "\(entry)")
      try #require(read.stars == entry.stars && read.category == entry.category, "\(entry)")
    }
  }

  @Test func categoriesAreReadBackWhateverTheyAreCalled() throws {
    for name in ["a / b", "/", "/ a", "a /", "1. One", "🎓 Papers (12)", "[x](y)", "Contents", "#"] {
      let entry = Entry(
        title: "A", url: "https://a.org", category: CategoryPath(["Top", name]), added: .sample(0))
      #expect(try read(entry, .daily).category == entry.category, "\(name)")
    }
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
