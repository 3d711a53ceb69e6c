import ListMarkdown
import ListModel
import Testing

/// Lists in other languages give titles, categories, entries and lines as those in Markdown do.
struct OtherMarkupListTests {
  private func outline(_ text: String, _ path: String) throws -> String {
    let page = try PageReader.read(Array(text.utf8), path: path)
    #expect(try packedEntries(Array(text.utf8), path: path) == page.entries)
    return page.outline
  }

  @Test func anOrgListIsRead() throws {
    #expect(
      try outline(orgList, "o/bars/README.org") == """
        overview bars: Awesome Bars
        description: A curated list of bars.
          Editors
            16 Alpha <https://ex.org/alpha>
               An alpha, with code, over two lines. See also this.
               A second paragraph.
               + this <https://ex.org/see>
            20 Beta b <https://ex.org/beta_(x)>
               A beta.
          Editors / Beta b
            21 Nested <https://ex.org/nested>
               In it.
          Editors / Beta b / Nested
            22 Deep <https://ex.org/deep>
          Editors
            23 https://ex.org/bare <https://ex.org/bare>
               A bare one.
            24 Abbreviated <https://github.com/o/n>
          Editors / Small
            31 T <https://ex.org/t>
               What: a t
        """)
  }

  @Test func aListInReStructuredTextIsRead() throws {
    #expect(
      try outline(rstList, "o/foos/README.rst") == """
        overview foos: Awesome Foos
        description: A curated list of foos.
          Frameworks
            20 Alpha <https://ex.org/alpha>
               An alpha, with emphasis and code, over two lines.
            22 Beta <https://ex.org/beta_x>
               A beta thing.
               + beta <https://ex.org/beta-ref>
          Frameworks / Beta
            25 Nested <https://ex.org/nested>
               In it. Over two lines.
          Frameworks / Beta / Nested
            28 Deep <https://ex.org/deep>
          Frameworks
            30 Gamma <https://ex.org/gamma>
               By reference.
            31 Delta <https://ex.org/delta>
               Anonymous.
            32 Eps <https://ex.org/(eps)?a=1&copy=2>
               (replaced) - Text with foo_bar.
          Frameworks / Tools
            44 Zeta <https://ex.org/zeta>
               A definition of zeta.
            47 Eta <https://ex.org/eta>
               A definition of eta.
            57 Theta <https://ex.org/th>
               What: The theta
            58 Iota <https://ex.org/iota>
               What: The iota of two lines
            65 Kappa <https://ex.org/kappa>
               What: A kappa of two
            74 Lambda <https://ex.org/lambda>
               What: A lambda
        """)
  }

  @Test func anAsciiDocListIsRead() throws {
    #expect(
      try outline(asciiDocList, "o/bazes/README.adoc") == """
        overview bazes: Awesome Bazes
        description: A curated list of bazes.
          Frameworks
            15 Alpha <https://ex.org/alpha>
               An alpha, with code, over two lines.
          Frameworks / Alpha
            17 Nested <https://ex.org/nested_x>
               In it.
          Frameworks / Alpha / Nested
            18 Deep, it is <https://ex.org/deep>
          Frameworks
            19 Attribute <https://github.com/o/n>
               By attribute.
            20 https://ex.org/bare <https://ex.org/bare>
               A bare one.
               More on it.
            26 Zeta <https://ex.org/zeta>
               A definition.
            27 more <https://ex.org/more>
               Tools - Another, of more
               + Tools <#>
          Frameworks / Tools
            37 T <https://ex.org/t>
               What: A t with u
               + u <https://ex.org/u>
        """)
  }

  @Test(arguments: [
    (
      "* Awesome X\nWords.\n** A\n- [[https://ex.org/a][a]]\n* B\n- [[https://ex.org/b][b]]\n",
      "list.org"
    ),
    (
      "Awesome X\n=========\nWords.\n\nA\n-\n\n- `a <https://ex.org/a>`_\n\nB\n=\n\n- `b <https://ex.org/b>`_\n",
      "x.rst"
    ),
  ])
  func theFirstHeadingIsTheTitleWhereItHasNoEntriesOfItsOwn(text: String, path: String) throws {
    let page = try PageReader.read(Array(text.utf8), path: path)
    #expect(page.list.title == "Awesome X")
    #expect(page.entries.map(\.category.headings) == [["A"], ["B"]])
  }

  @Test func headingsWithEntriesBesideEachOtherAreCategories() throws {
    let text = "* A\n- [[https://ex.org/a][a]]\n* B\n- [[https://ex.org/b][b]]\n"
    let page = try PageReader.read(Array(text.utf8), path: "things.org")
    #expect(page.list.title == "things")
    #expect(page.entries.map(\.category.headings) == [["A"], ["B"]])
  }

  @Test(arguments: [
    ("- [[https://ex.org/a][a *b* _c_ `d` <e> &amp; \\[f]]] - x", "l.org"),
    ("- `a_b*c[d](e) <https://ex.org/a>`__ - # no heading", "l.rst"),
    ("* https://ex.org/a[a <b> & c_d] - ![x](https://no.example)", "l.adoc"),
  ])
  func markdownSyntaxInOtherMarkupStaysText(text: String, path: String) throws {
    let page = try PageReader.read(Array(text.utf8), path: path)
    #expect(page.entries.first?.url == "https://ex.org/a")
    #expect(page.entries.count == 1 && page.issues.isEmpty)
  }

  @Test func leftOutItemsHaveTheirLine() throws {
    let account = try PageReader.account(Array(rstList.utf8), path: "README.rst")
    #expect(
      account.leftOut.contains {
        $0.line == 12 && $0.content == .link(title: "foos", url: "https://foo.example")
      })
    #expect(account.page.lines.first == 20)
  }
}
