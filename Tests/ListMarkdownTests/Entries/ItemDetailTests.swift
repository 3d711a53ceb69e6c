import ListMarkdown
import ListModel
import Testing

/// What below an entry is a part of it, and what of a page leads to the page itself.
struct ItemDetailTests {
  @Test func unnamedItemsAreLinksOfTheEntryAbove() throws {
    #expect(
      try shapes(
        "- [CS 1](https://u.org)\n  - A long text.\n  - [Lectures](https://l.org)\n  - [Assignments](https://a.org)"
      )
        == [
          "CS 1 <https://u.org> | A long text. | + Lectures <https://l.org> | + Assignments <https://a.org>"
        ])
    #expect(
      try shapes(
        "- **CS 1**\n  - [Lectures](https://l.org)\n  - Videos: https://v.org\n  - https://w.org")
        == [
          "CS 1 <https://l.org> | + https://v.org <https://v.org> | + https://w.org <https://w.org>"
        ])
  }

  @Test func itemsWithNamesAreEntriesBelow() throws {
    #expect(
      try placedShapes(
        ofReadme:
          "# L\n\n## T\n\n- [Go](https://go.org)\n  - Said of it.\n  - [gin](https://gin.org) - d\n  - [Docs](https://d.org)\n  - Web\n    - [chi](https://chi.org)"
      )
        == [
          "T: Go <https://go.org> | Said of it. | + Docs <https://d.org>",
          "T / Go: gin <https://gin.org> | d",
          "T / Go / Web: chi <https://chi.org>",
        ])
  }

  @Test func aHeadRowWithALinkIsAnEntry() throws {
    #expect(
      try shapes("[bar](https://u.org) | d\n--- | ---\n[baz](https://v.org) | e")
        == ["bar <https://u.org> | d", "baz <https://v.org> | e"])
    #expect(
      try shapes("Project | [CI](https://ci.org)\n--- | ---\n[baz](https://v.org) | e").count == 1)
  }

  @Test func linksToThePageItselfAreContents() throws {
    let overview = """
      # L Overview

      [Home](/README.md) · [Search](/search/) · [😺 o/n](https://github.com/o/n)

      [ [Daily](/content/o/n/README.md) / [Weekly](/content/o/n/week/README.md) / Overview ]

      # L

      - [A](https://github.com/o/n#a)
      - [B](https://github.com/O/N/blob/main/README.md#b)

      | Section |
      |---|
      | [A](https://www.github.com/o/n/#a) |
      | [B](#b) |

      ## A

      - [x](https://github.com/o/n2#a)
      - [y](https://github.com/o/n)
      """
    let page = try PageReader.read(Array(overview.utf8), path: nil)
    #expect(page.entries.map(\.title) == ["x", "y"])
  }
}
