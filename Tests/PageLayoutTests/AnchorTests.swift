import ListMarkdown
import PageLayout
import Testing

struct AnchorTests {
  @Test(arguments: [
    ("📚 Learning & Tools", "-learning--tools"), ("C++ / C#", "c--c"),
    ("Foo_Bar-baz", "foo_bar-baz"), ("Ünïcode Ä", "ünïcode-ä"),
    ("⚙\u{FE0F} Setup", "\u{FE0F}-setup"), ("1.2 Numbers½", "12-numbers"), ("中文 标题", "中文-标题"),
  ])
  func namesFollowGitHub(text: String, slug: String) {
    #expect(Array(HeadingSlug.slug(of: text).utf8) == Array(slug.utf8))
  }

  private func text(at anchor: String, _ markdown: String) throws -> String? {
    var page = LaidOutPage(try PageDocument(Array(markdown.utf8)), LayoutOptions(columns: 60))
    guard let place = page.position(ofAnchor: anchor) else { return nil }
    return String(decoding: page.piece(place.piece).text(ofLine: place.line), as: UTF8.self)
  }

  @Test func duplicatesAreNumbered() throws {
    let page = "# A\n\n## Same\n\none\n\n## Same\n\ntwo\n\n### Same-1 x\n"
    var laid = LaidOutPage(try PageDocument(Array(page.utf8)), LayoutOptions(columns: 60))
    let (first, second) = (laid.position(ofAnchor: "same"), laid.position(ofAnchor: "same-1"))
    #expect(try #require(first) < (try #require(second)))
  }

  @Test func placesThatThePageNamesCount() throws {
    #expect(try text(at: "here", "# A\n\n<a name=\"here\"></a>\n## B\n") == "B")
    #expect(try text(at: "there", "# A\n\ntext <a id=\"there\"></a>more\n") == "text more")
  }

  @Test func percentEncodingAndCaseMakeNoDifference() throws {
    #expect(try text(at: "%C3%9Cber", "# A\n\n## Über\n") == "Über")
    #expect(try text(at: "Setup", "# A\n\n## setup\n") == "setup")
  }

  @Test func anUnknownHeadingLeadsToTheNearest() throws {
    let page = "# A\n\n## 📚 Learning & Tools\n"
    #expect(try text(at: "learning-tools", page) == "📚 Learning & Tools")
    #expect(try text(at: "nothing-like-it", "# A\n\n## B\n") == nil)
  }
}
