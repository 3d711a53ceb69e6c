import Testing

/// If a link's text is generic, the name next to it is the title.
struct GenericTitleTests {
  @Test(arguments: [
    "**Wekan**: a board ([docs](https://u.org), [source](https://v.org))",
    "**Wekan** ([docs](https://u.org), [source](https://v.org)) a board",
    "Wekan - a board ([docs](https://u.org), [source](https://v.org))",
    "Wekan: a board [docs](https://u.org) [source](https://v.org)",
    "Wekan – a board | [docs](https://u.org) | [source](https://v.org)",
    "**Wekan** a board [docs](https://u.org) and [source](https://v.org)",
    "_Wekan_: a board [docs](https://u.org), [source](https://v.org)",
    "<b>Wekan</b>: a board [[docs](https://u.org)] [[source](https://v.org)]",
  ])
  func theNameBeforeTheLinksIsTheTitle(bullet: String) throws {
    #expect(
      try shapes("- " + bullet) == ["Wekan <https://u.org> | a board | + source <https://v.org>"])
  }

  @Test(arguments: [
    ("**Title**, Author [[pdf]](https://u.org)", "Title <https://u.org> | Author"),
    ("*Author*, Title [[pdf]](https://u.org)", "Title <https://u.org> | Author"),
    ("Title, *Author* [[pdf]](https://u.org)", "Title <https://u.org> | Author"),
    ("[2020] [[pdf](https://u.org)] Title", "Title <https://u.org> | 2020"),
    (
      "[[pdf](https://u.org)] - [[code](https://v.org)] - Title",
      "Title <https://u.org> | + code <https://v.org>"
    ),
    (
      "Title (2015), A. Author et al. [[pdf]](https://u.org)",
      "Title (2015) <https://u.org> | A. Author et al."
    ),
    (
      "Some Title [video](https://u.org) [slides](https://v.org)",
      "Some Title <https://u.org> | + slides <https://v.org>"
    ),
    (
      "\"Title\" ([audio](https://u.org), [slides](https://v.org))",
      "\"Title\" <https://u.org> | + slides <https://v.org>"
    ),
  ])
  func papersHaveTheirTitles(bullet: String, expected: String) throws {
    #expect(try shapes("- " + bullet) == [expected])
  }

  @Test(arguments: [
    ("[Website](https://u.org) - The site.", "Website <https://u.org> | The site."),
    (
      "[github](https://github.com/google/go-github) - Go library.",
      "github <https://github.com/google/go-github> | Go library."
    ),
    ("[Web Audio API](https://u.org) - **Boris**", "Web Audio API <https://u.org> | Boris"),
    ("See the [docs](https://u.org) for more.", "docs <https://u.org> | See the docs for more."),
    (
      "[docs](https://u.org) of [One](https://v.org)",
      "docs <https://u.org> | of One | + One <https://v.org>"
    ),
    (
      "Git hosting: [GitHub](https://github.com) - d",
      "GitHub <https://github.com> | Git hosting: d"
    ),
    (
      "[One](https://u.org) - [docs](https://v.org)",
      "One <https://u.org> | docs | + docs <https://v.org>"
    ),
  ])
  func aLinkWithoutANameBesideItKeepsItsText(bullet: String, expected: String) throws {
    #expect(try shapes("- " + bullet) == [expected])
  }

  @Test func aCellBeforeTheLinkNamesTheRow() throws {
    let head = "| Name | Link | Text |\n|---|---|---|\n"
    #expect(
      try shapes(head + "| Table A | [site](https://u.org) | d |") == [
        "Table A <https://u.org> | Text: d"
      ])
    #expect(
      try shapes(head + "| Table A | https://u.org | d |") == ["Table A <https://u.org> | Text: d"])
    #expect(
      try shapes("| API | Description |\n|---|---|\n| [Kaggle](https://kaggle.com/docs) | d |")
        == ["Kaggle <https://kaggle.com/docs> | d"])
  }

  @Test func picturesShowTheirAltText() throws {
    #expect(try shapes("- [![Alpha](a.png)](https://u.org)") == ["Alpha <https://u.org>"])
    #expect(try shapes("- [![Alpha](a.png)](https://u.org) - d") == ["Alpha <https://u.org> | d"])
    #expect(
      try shapes("- [<img src=\"a.png\" alt=\"Alpha\">](https://u.org) d") == ["d <https://u.org>"])
    #expect(
      try shapes("- <a href=\"https://u.org\"><img alt=\"Alpha\"></a>: d") == [
        "Alpha <https://u.org> | d"
      ])
    #expect(
      try shapes("- [![](a.png)](https://u.org) - d") == ["https://u.org <https://u.org> | d"])
    #expect(
      try shapes("| A | B |\n|---|---|\n| [![Alpha](a.png)](https://u.org) | d |") == [
        "Alpha <https://u.org> | B: d"
      ])
    #expect(
      try shapes("- [![logo](a.png)](https://v.org) [Alpha](https://u.org)")
        == ["Alpha <https://u.org> | +  <https://v.org>"])
  }
}
