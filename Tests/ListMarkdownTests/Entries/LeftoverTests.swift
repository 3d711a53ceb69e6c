import Testing

/// Brackets, separators and marks around a link are not part of what an entry says.
struct LeftoverTests {
  @Test(arguments: [
    "[[x](https://u.org)] d", "([x](https://u.org)) d", "{[x](https://u.org)} d",
    "[x] (https://u.org) - d", "x (https://u.org) d", "x <https://u.org> - d",
    "x, https://u.org, d",
    "[x](https://u.org). d", "[x](https://u.org), d", "[x](https://u.org); d",
    "[x](https://u.org) ~ d", "[x](https://u.org) => d", "[x](https://u.org) -> d",
    "[x](https://u.org) --> d", "[x](https://u.org) -- d", "[x](https://u.org) • d",
    "[x](https://u.org) / d", "[x](https://u.org) | d |", "[x](https://u.org) » d",
    "[x](https://u.org) ➡️ d", "[x](https://u.org) : d", "[x](https://u.org) -d",
    "[x](https://u.org) - d -", "[x](https://u.org) - d ()", "[x](https://u.org) - d ( )",
    "[x:](https://u.org) d", "**[x](https://u.org)**: d", "[**x**](https://u.org)**:** d",
    "• [x](https://u.org) - d", "1. [x](https://u.org) - d",
    "`x` [https://u.org](https://u.org) - d",
  ])
  func titleAndDescriptionAreClean(bullet: String) throws {
    #expect(try shapes("- " + bullet) == ["x <https://u.org> | d"])
  }

  @Test(arguments: [
    ("：第一。", "第一。"), ("——第一。", "第一。"), ("—第一。", "第一。"), ("－第一。", "第一。"),
    ("–第一。", "第一。"), ("·第一。", "第一。"), ("→第一。", "第一。"), ("|第一。", "第一。"),
    (" ：第一。", "第一。"), (" - 第一，第二", "第一，第二"), ("、第一", "第一"),
  ])
  func separatorsOfOtherScriptsAreKnown(behind: String, description: String) throws {
    #expect(
      try shapes("- [Alpha](https://u.org)" + behind) == ["Alpha <https://u.org> | \(description)"])
  }

  @Test(arguments: [
    ("- Name：<https://u.org>", "Name <https://u.org>"), ("- Name：描述", "Name | 描述"),
    ("- [x](https://u.org) .NET for all", "x <https://u.org> | .NET for all"),
    ("- [x](https://u.org) /r/x on Reddit", "x <https://u.org> | /r/x on Reddit"),
    ("- [x](https://u.org) (Free) d", "x <https://u.org> | (Free) d"),
    ("- [x](https://u.org) - Tools, etc.", "x <https://u.org> | Tools, etc."),
    ("- [C++ -](https://u.org) Fast.", "C++ <https://u.org> | Fast."),
  ])
  func wordsThatLookLikeSeparatorsStay(bullet: String, expected: String) throws {
    #expect(try shapes(bullet) == [expected])
  }

  @Test func symbolsAndTheirNamesAreMarks() throws {
    #expect(try shapes("- :link: [x](https://u.org)") == ["x <https://u.org> :link:"])
    #expect(try shapes("- **x** :warning: — d") == ["x :warning: | d"])
    #expect(try shapes("- [x](https://u.org) - d :tada:") == ["x <https://u.org> :tada: | d"])
    #expect(try shapes("- [x](https://u.org) - At 10:30: d") == ["x <https://u.org> | At 10:30: d"])
    #expect(try shapes("- 🔥 **x**: d") == ["x 🔥 | d"])
    #expect(try shapes("- 🆓 - Free") == ["Free 🆓"])
  }

  @Test func aBadgeAfterTheDescriptionIsDropped() throws {
    let expected = ["x <https://u.org> | d | +  <https://l.org>"]
    #expect(try shapes("- [x](https://u.org) - d - [![b](i)](https://l.org)") == expected)
    #expect(try shapes("- [x](https://u.org) - d ([![b](i)](https://l.org))") == expected)
    #expect(try shapes("- [x](https://u.org) [![b](i)](https://l.org) - d") == expected)
  }

  @Test func aLinkBackToTheTopIsNoPartOfTheEntryBeforeIt() throws {
    #expect(
      try shapes("- [x](https://u.org) - d\n  **[⬆ back to top](#contents)**")
        == ["x <https://u.org> | d"])
  }

  @Test func aSentenceAroundALinkIsKept() throws {
    #expect(
      try shapes("- Unlike [x](https://u.org), no files are needed")
        == ["x <https://u.org> | Unlike x, no files are needed"])
  }

  @Test func taskBoxesAreNoTitles() throws {
    #expect(try shapes("- [ ] **Name**: Text.") == ["Name | Text."])
    #expect(try shapes("- [x] **Name** - Text.") == ["Name | Text."])
  }
}
