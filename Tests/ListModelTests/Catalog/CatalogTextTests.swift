import ListModel
import Testing

struct CatalogTextTests {
  private static let main = Link(title: "t", url: "u")
  private static let other = Link(title: "paper", url: "https://p.example")

  @Test(arguments: [
    [], [main], [main, other], [other], [other, main], [main, main], [Link(title: "", url: "u")],
    [Link(title: "", url: "")],
  ])
  func linksComeBackAsTheyWere(links: [Link]) {
    #expect(roundTrip(Entry(title: "t", url: "u", links: links)).links == links)
  }

  @Test func controlCharactersInsideTextsBecomeSpaces() {
    let links = [Link(title: "a\u{1D}b\u{1E}c\u{1F}d", url: "x")]
    let entry = Entry(
      title: "t", category: CategoryPath(["a\u{1F}b"]), marks: [Mark("\u{1E}")], links: links)
    let back = roundTrip(entry)
    #expect(back.links == [Link(title: "a b c d", url: "x")])
    #expect(back.category == CategoryPath(["a b"]))
    #expect(back.marks == [Mark(" ")])
  }

  private func roundTrip(_ entry: Entry) -> Entry {
    var builder = CatalogBuilder()
    builder.append(AwesomeList(id: ListID("o/n"), title: "L"), entries: [entry])
    return builder.catalog().entry(EntryIndex(0))
  }
}
