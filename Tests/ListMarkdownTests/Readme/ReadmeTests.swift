import Testing

struct ReadmeTests {
  @Test func aReadmeIsReadByItsHeadings() throws {
    #expect(
      try readme(
        """
        # Awesome Go [![Awesome](badge.svg)](https://awesome.re)

        > A curated list.

        ## Contents

        - [Tools](#tools)
          - [Deep](#deep)

        Tools
        -----

        *Some words.*

        - [a](https://a.org) - What.

        ### Deep / Down

        1. [b](https://b.org)

        ## Contributing

        - [Guide](https://g.org)

        ## More

        * [c](c.md)
        """) == """
          overview name: Awesome Go
          description: A curated list.
            Tools
              15 a <https://a.org>
                 What.
            Tools / Deep / Down
              19 b <https://b.org>
            More
              27 c <c.md>
          issue 23: links in a section about the list itself are not entries
          """)
  }

  @Test func rowsOfATableAreEntries() throws {
    #expect(
      try readme(
        """
        ## Weather

        | API | Description | Auth |
        |:---|:---|---|
        | [a](https://a.org) | What. | No |
        | [b](https://b.org) | | |
        """
      ).split(separator: "\n").dropFirst(1).joined(separator: "\n") == """
          Weather
            5 a <https://a.org>
               What.
               Auth: No
            6 b <https://b.org>
        """)
  }

  @Test func rowsBeyondOnePieceKeepTheirLinesAndColumns() throws {
    let rows = (1...100).map { "| [r\($0)](https://r.org/\($0)) | x |\n" }.joined()
    let outline = try readme("## A\n\n| N | Auth |\n|---|---|\n" + rows)
    #expect(outline.contains("    104 r100 <https://r.org/100>\n       Auth: x"))
    #expect(outline.split(separator: "\n").count == 2 + 200)
  }

  @Test func linesThatBeginWithALinkNeedNoBullet() throws {
    #expect(
      try readme(
        """
        ## Tools

        [a](https://a.org) - What,
        and more.
        **[b](https://b.org)** – That.

        [c](https://c.org)

        ## Words

        [d](https://d.org) is a tool that all of these need.

        [Site](https://s.org) | [Docs](https://d.org)

        [e](https://e.org) - Of [f](https://f.org), and
        [g](https://g.org) too.
        """
      ).split(separator: "\n").dropFirst(1).joined(separator: "\n") == """
          Tools
            3 a <https://a.org>
               What, and more.
            5 b <https://b.org>
               That.
            7 c <https://c.org>
        """)
  }

  @Test func headingsWithALinkAreEntriesWithWhatTheyAreSaidToBe() throws {
    #expect(
      try readme(
        "## Tools\n\n### [a](https://a.org)\n\nWhat it does.\n\n### [b](https://b.org)\n\nThat.\n"
      ).split(separator: "\n").dropFirst(1).joined(separator: "\n") == """
          Tools
            3 a <https://a.org>
               What it does.
            7 b <https://b.org>
               That.
        """)
  }

  @Test func wordsStepsAndBadgesAreNoEntries() throws {
    #expect(
      try readme(
        "# A\n\n[![b](b.svg)](https://b.org)\n\n[Site](https://s.org) | [Docs](https://d.org)\n\n1. Install it.\n2. Run it.\n"
      )
        == "overview name: A")
  }

  @Test func aReferenceIsFoundWhereverItIsDefined() throws {
    let filler = String(repeating: "* [x](https://x.org)\n", count: 4_000)
    let outline = try readme("## A\n\n* [First][one]\n\n\(filler)\n[ONE]: https://one.org 'One'\n")
    #expect(outline.contains("    3 First <https://one.org>"))
  }

  @Test func aCommentHidesItsContent() throws {
    #expect(try readme("# A\n\n<!--\n\n* [a](https://a.org)\n\n## B\n-->\n") == "overview name: A")
  }
}
