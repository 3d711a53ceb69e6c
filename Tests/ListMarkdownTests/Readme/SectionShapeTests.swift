import Testing

/// Titles, contents, headings in HTML, folded sections and sections on the list itself.
struct SectionShapeTests {
  @Test(arguments: [
    "# My list\n\n# Table of Contents\n\n- [Databases](#databases)\n\n## Databases\n\n- [x](https://x.org)",
    "# My list\n\n## Contents\n\n- [Databases](#databases)\n\n### Databases\n\n- [x](https://x.org)",
    "## Contents\n\n- [Databases](#databases)\n- [More](#more)\n\n# My list\n\n## Databases\n\n- [x](https://x.org)",
    "# Table of Contents\n\n- [Databases](#databases)\n- [More](#more)\n\n# My list\n\n## Databases\n\n- [x](https://x.org)",
    "# My list\n\n## Index\n\n- [Databases](#databases)\n\n### Databases\n\n- [x](https://x.org)",
    "# My list\n\n## 目录\n\n- [Databases](#databases)\n\n### 1. Databases (1) [⬆](#top)\n\n- [x](https://x.org)",
    "# My list\n\n**Contents**\n\n| [Databases](#databases) |\n|---|\n| [More](#more) |\n\n## Databases\n\n- [x](https://x.org)",
  ])
  func contentsAreNoCategoryAndNoTitle(readme: String) throws {
    #expect(try placedShapes(ofReadme: readme) == ["Databases: x <https://x.org>"])
    #expect(try listTitle(ofReadme: readme) == "My list")
  }

  @Test func sectionsThatTheContentsNameAreNoTitle() throws {
    let readme =
      "## Contents\n\n- [Databases](#databases)\n- [Web](#web)\n\n# Databases\n\n- [x](https://x.org)\n\n# Web\n\n- [y](https://y.org)"
    #expect(
      try placedShapes(ofReadme: readme) == [
        "Databases: x <https://x.org>", "Web: y <https://y.org>",
      ])
    #expect(try listTitle(ofReadme: readme) == "name")
  }

  @Test func anIndexWithEntriesIsACategory() throws {
    #expect(
      try placedShapes(ofReadme: "# L\n\n## Index\n\n- [x](https://x.org)") == [
        "Index: x <https://x.org>"
      ])
  }

  @Test(arguments: [
    ("Audio (39)", "Audio"), ("Audio [39]", "Audio"), ("Audio (1,039 items)", "Audio"),
    ("Tools [⬆](#c)", "Tools"), ("Tools ([top](#x))", "Tools"),
    ("Tools <a href=\"#c\">↑</a>", "Tools"),
    ("[🔗](#tools) Tools", "Tools"), ("1. Tools", "Tools"), ("1.2 Tools", "Tools"),
    ("(3) Tools", "Tools"),
    ("Tools:", "Tools"), ("Tools：", "Tools"), ("Tools {#t}", "Tools"), ("一、工具", "工具"),
    ("Tools ⬆️", "Tools"),
    ("2. Tools (3): [⬆](#c)", "Tools"), ("Talks (2023)", "Talks (2023)"),
    ("Games (2 players)", "Games (2 players)"),
    ("3D Tools", "3D Tools"), ("C++", "C++"), ("[Tools](#tools)", "Tools"), (":books:", ":books:"),
    ("2048", "2048"),
  ])
  func aHeadingIsItsName(heading: String, category: String) throws {
    #expect(
      try placedShapes(ofReadme: "# L\n\n## \(heading)\n\n- [x](https://x.org)") == [
        "\(category): x <https://x.org>"
      ])
  }

  @Test(arguments: [
    "<h1 align=\"center\">My list</h1>", "<h1 align=\"center\"><img src=\"a.png\"><br>My list</h1>",
    "<h1><img src=\"a.png\" alt=\"My list\"></h1>",
    "<div align=\"center\">\n  <h1>My\n  list</h1>\n</div>",
    "<h1 align=\"center\">\n\nMy list\n\n</h1>", "# ![My list](a.png)",
    "<h1><a href=\"https://l.org\">My list</a></h1>",
  ])
  func headingsInHTMLAreTitlesAndCategories(title: String) throws {
    let readme =
      title
      + "\n\n<h2>Tools</h2>\n\n- [x](https://x.org)\n\n<h3 align=\"center\">Go</h3>\n\n- [y](https://y.org)\n\n<h2>Web</h2>\n<ul><li><a href=\"https://z.org\">z</a></li></ul>"
    #expect(
      try placedShapes(ofReadme: readme) == [
        "Tools: x <https://x.org>", "Tools / Go: y <https://y.org>", "Web: z <https://z.org>",
      ])
    #expect(try listTitle(ofReadme: readme) == "My list")
  }

  @Test func aSubjectMayBeCalledAsASectionOnTheList() throws {
    let readme =
      "# L\n\n## Law\n\n### Licensing\n\n- [x](https://x.org)\n\n### Sponsors\n\n- [y](https://y.org)\n\n## Sponsors\n\n- [z](https://z.org)\n\n## Contributing\n\n- [w](https://w.org)"
    #expect(
      try placedShapes(ofReadme: readme) == [
        "Law / Licensing: x <https://x.org>", "Law / Sponsors: y <https://y.org>",
      ])
  }

  @Test func aFoldedSectionWithALinkInItsSummaryIsAnEntry() throws {
    let below =
      "\n\n- [GitHub](https://g.org) (5 forks):\n\n\t```\n\tclone\n\t```\n- [PyPi](https://p.org)\n"
    let links = " | An open thing. | + GitHub <https://g.org> | + PyPi <https://p.org>"
    #expect(
      try shapes(
        "<details><summary><b><a href=\"https://a.org\">A</a></b> (⭐ 180K) - An open thing.</summary>\(below)</details>\n<details><summary><b>[B](https://b.org)</b> - An open thing.</summary>\(below)\n</details>\n\n- [c](https://c.org)"
      ) == [
        "A <https://a.org> ⭐180000" + links, "B <https://b.org>" + links, "c <https://c.org>",
      ])
  }

  @Test func aFoldedSectionWithoutALinkHoldsEntries() throws {
    #expect(
      try shapes(
        "<details><summary>Show 2 more…</summary>\n\n- [x](https://x.org)\n- [y](https://y.org)\n\n</details>"
      )
        == ["x <https://x.org>", "y <https://y.org>"])
  }
}
