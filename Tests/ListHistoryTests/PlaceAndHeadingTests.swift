import Testing

/// H7 to H10 of docs/tracking.md: changes that are none of the entry, or none that moves it.
struct PlaceAndHeadingTests {
  private let a = "- [A](https://a.org) - First."
  private let b = "- [B](https://b.org) - Second."

  // MARK: H7: entries without a link

  @Test(arguments: [
    ("- Apps: **10**", "- Apps: **11**"), ("- plain text", "- other text"),
    ("- one\n- two", "- one\n- three"), ("- **One**: x", "- **Uno**: x"),
    ("- one\n- two", "- uno\n- due"),
  ])
  func anUnlinkedEntryIsEditedInPlace(before: String, after: String) {
    let lines = SampleHistory.of(
      "## T\n\n\(a)\n\(before)\n\(b)\n", "## T\n\n\(a)\n\(after)\n\(b)\n"
    ).lines
    #expect(!lines.contains { $0.contains("removed") || $0.contains("01-02 added") })
    #expect(lines.contains { $0.hasSuffix("01-01 added*, 01-02 edited") })
  }

  @Test func anUnlinkedEntryElsewhereIsNew() {
    let lines = SampleHistory.of(
      "## T\n\n- one\n\(a)\n\n## U\n\n\(b)\n", "## T\n\n\(a)\n\n## U\n\n\(b)\n- two\n"
    ).lines
    #expect(lines.contains("two <> in U: 01-02 added"))
    #expect(lines.contains("~one <> in T: 01-01 added*, 01-02 removed"))
  }

  @Test(arguments: [
    ("* Apps: **10**\n* Users: **3**", "* Apps: **11**\n* Users: **3**"), ("- one", "- two"),
    ("* Apps: **10**", "text"), ("- [T](#t)\n- Apps: 10", "- [T](#t)\n- Apps: 11"),
    ("1. Apps: **10**\n2. x", "1. Apps: **11**\n2. x"),
  ])
  func countersAboveTheFirstHeadingAreNoEntries(before: String, after: String) {
    let lines = SampleHistory.of("\(before)\n\n## T\n\n\(a)\n", "\(after)\n\n## T\n\n\(a)\n").lines
    #expect(lines == ["A <https://a.org> in T: 01-01 added*"])
  }

  // MARK: H8: two places of one link

  @Test func swappingSectionsMovesNoEntry() {
    let first = "## T\n\n\(a)\n\(b)\n\n"
    let second = "## U\n\n\(a)\n- [C](https://c.org)\n\n"
    let third = "## V\n\n- [A!](https://a.org)\n\n"
    for (old, new) in [
      (first + second, second + first), (first + third, third + first),
      (second + third, third + second), (first + second + third, third + second + first),
      (first + second + third, second + third + first),
    ] {
      for line in SampleHistory.of(old, new).lines { #expect(line.hasSuffix(": 01-01 added*")) }
    }
  }

  @Test func onePlaceThatIsEditedAsBothChangePlacesIsAnEdit() {
    let lines = SampleHistory.of(
      "## T\n\n\(a)\n\n## U\n\n\(a)\n",
      "## U\n\n- [A](https://a.org) - Changed.\n\n## T\n\n\(a)\n"
    ).lines
    #expect(lines[0].hasSuffix(": 01-01 added*, 01-02 edited"))
  }

  // MARK: H9: further links

  @Test(arguments: [
    (
      "- [A](https://a.org) - [docs](https://d.org)", "- [A](https://a.org) - [docs](https://e.org)"
    ),
    ("- [A](https://a.org) ([src](https://s.org))", "- [A](https://a.org)"),
    ("- [A](https://a.org) x [y](https://s.org)", "- [A](https://a.org) x y"),
    ("- [A](https://a.org) x y", "- [A](https://a.org) x [y](https://s.org)"),
    (
      "- [A](https://a.org) [x](https://x.org) [y](https://y.org)",
      "- [A](https://a.org) [y](https://y.org) [x](https://x.org)"
    ),
  ])
  func aFurtherLinkIsPartOfTheEntry(before: String, after: String) {
    let lines = SampleHistory.of("\(before)\n\(b)\n", "\(after)\n\(b)\n").lines
    #expect(
      lines == [
        "A <https://a.org> in : 01-01 added*, 01-02 edited", "B <https://b.org> in : 01-01 added*",
      ])
  }

  @Test func aBadgeIsNotOneOfItsLinks() {
    let badge = "![b](https://img.shields.io/github/stars/a/a"
    let lines = SampleHistory.of("\(a) \(badge))\n", "\(a) \(badge)?style=flat)\n").lines
    #expect(lines == ["A <https://a.org> in : 01-01 added*"])
  }

  // MARK: H10: headings over their entries

  @Test(arguments: [
    ("## Tools\n\n", "## Utilities\n\n"), ("## Tools\n\n### CLI\n\n", "## Kits\n\n### CLI\n\n"),
    ("## Tools\n\n### CLI\n\n", "## Tools\n\n### Terminal\n\n"),
    ("## Tools\n\n", "## Software\n\n### Tools\n\n"), ("# L\n\n## Tools\n\n", "# L\n\n## 工具\n\n"),
  ])
  func renamingAHeadingMovesNoEntry(before: String, after: String) {
    let rest = "\n## Z\n\n- [Z](https://z.org)\n"
    let lines = SampleHistory.of(
      before + "\(a)\n\(b)\n" + rest, after + "\(a)\n\(b)\n" + rest
    ).lines
    for line in lines.prefix(2) { #expect(line.hasSuffix("01-01 added*, 01-02 category renamed")) }
    #expect(lines[2] == "Z <https://z.org> in Z: 01-01 added*")
  }

  @Test func aCategoryThatJoinsAnotherMovesItsEntries() {
    let lines = SampleHistory.of(
      "## T\n\n\(a)\n\n## U\n\n\(b)\n", "## U\n\n\(b)\n\(a)\n"
    ).lines
    #expect(lines[1].hasSuffix("in U: 01-01 added*, 01-02 moved"))
  }

  @Test func aCategoryThatIsSplitMovesTheSmallerPart() {
    let c = "- [C](https://c.org)"
    let lines = SampleHistory.of(
      "## T\n\n\(a)\n\(b)\n\(c)\n", "## T1\n\n\(a)\n\(b)\n\n## T2\n\n\(c)\n"
    ).lines
    #expect(lines.map { $0.hasSuffix("01-02 category renamed") } == [true, true, false])
    #expect(lines[2].hasSuffix("01-01 added*, 01-02 moved"))
  }

  @Test func aRenamedHeadingIsNoBulkOfChanges() {
    let many = (0..<30).map { "- [N\($0)](https://n.org/\($0))\n" }.joined()
    let lines = SampleHistory.of("## T\n\n\(many)", "## U\n\n\(many)").lines
    #expect(lines[0].hasSuffix("01-01 added*, 01-02 category renamed"))
  }

  @Test func anEditUnderARenamedHeadingIsAnEdit() {
    let lines = SampleHistory.of(
      "## T\n\n\(a)\n\(b)\n", "## U\n\n\(a)\n- [B](https://b.org) - Changed.\n"
    ).lines
    #expect(lines[1].hasSuffix("01-02 edited, 01-02 category renamed"))
  }

  @Test func anEntryWithANewOwnerUnderARenamedHeadingIsEdited() {
    let lines = SampleHistory.of(
      "## T\n\n\(a)\n\(b)\n- [a/x](https://github.com/a/x)\n",
      "## U\n\n\(a)\n\(b)\n- [b/x](https://github.com/b/x)\n"
    ).lines
    #expect(lines[2].hasSuffix("01-01 added*, 01-02 edited, 01-02 category renamed"))
  }
}
