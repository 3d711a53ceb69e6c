import Testing

/// Entries that are more than one line: nested, of several blocks, written as headings or rows.
struct EntryBlockTests {
  @Test func nestedBulletsAreEntriesBelowTheirParent() throws {
    #expect(
      try daily(
        """
        ### Tools / Go

        *   [a](https://a.org)
            *   [b](https://b.org) - What.
        *   Frameworks:
            *   [c](https://c.org)
        """) == """
            Tools / Go
              11 a <https://a.org>
            Tools / Go / a
              12 b <https://b.org>
                 What.
            Tools / Go / Frameworks
              14 c <https://c.org>
          """)
  }

  @Test func bulletsWithoutLinkAreDetailsOfTheirParent() throws {
    #expect(
      try daily(
        "*   [a](https://a.org) - What.\n    *   fast\n    *   [small](https://s.org), too\n    *   old"
      )
        == """

            9 a <https://a.org>
               What.
               fast
               small, too
               old
               + small <https://s.org>
        """.belowNoCategory)
  }

  @Test func furtherBlocksJoinTheDescription() throws {
    #expect(
      try daily(
        "*   [a](https://a.org) - What.\n\n    Second.\n\n    > Quote\n\n    ```\n    code\n    ```\n\n    ![x](y)\n"
      )
        == """

            9 a <https://a.org>
               What.
               Second.
               Quote
               code
        """.belowNoCategory)
  }

  @Test func aPublishedRowOfATableIsAnEntry() throws {
    #expect(
      try daily(
        "- API: [Vett](https://v.org)\n\n  Description: Screen names\n\n  Auth: No\n\n  CORS:\n")
          == """

              9 Vett <https://v.org>
                 Screen names
                 Auth: No
          """.belowNoCategory)
  }

  @Test func aHeadingWithALinkIsAnEntry() throws {
    #expect(
      try daily(
        """
        ### Family

        ### [Takenoko (⭐3)](https://t.org) 💰

        > A long time ago.

        ![x](y)

        | Players | Age |
        | ------: | --: |
        |   2 - 4 |  8+ |

        ### Party

        #### [a](https://a.org)
        #### [b](https://b.org)
        """) == """
            Family
              11 Takenoko <https://t.org> ⭐3 💰
                 A long time ago.
                 Players | Age
                 2 - 4 | 8+
            Party
              23 a <https://a.org>
              24 b <https://b.org>
          """)
  }

  @Test func aHeadingWithTextBelowIsAnEntryAndOneWithBulletsACategory() throws {
    #expect(
      try daily(
        """
        ### Redirects / Force www

        ### Force www

        ```apacheconf
        RewriteEngine on
        ```

        ### [CodeKata](https://c.org)

        Some words.

        *   [Kata](https://k.org)

        ### [superconsole](https://s.org) / Windows-only

        *   [x](https://x.org)
        """) == """
            Redirects
              11 Force www
                 RewriteEngine on
            Redirects / Force www
              17 CodeKata <https://c.org>
                 Some words.
            CodeKata
              21 Kata <https://k.org>
            superconsole / Windows-only
              25 x <https://x.org>
          """)
  }

  @Test func paragraphsThatBeginWithALinkAreEntries() throws {
    #expect(
      try daily(
        """
        ### Pascal

        <img src="a.png">

        [**Delphi**](https://d.org) [<img src="h.png">](https://h.org) \\
        Language: English

        <img src="b.png">

        [**Free**](https://f.org)
        """) == """
            Pascal
              13 Delphi <https://d.org>
                 Language: English
                 +  <https://h.org>
              18 Free <https://f.org>
          """)
  }

  @Test func aSlashWithinALinkJoinsNoPath() throws {
    #expect(
      try daily("### A / [b / c](https://x.org)\n\n* [a](https://a.org)").hasPrefix("  A / b / c"))
    #expect(try daily("### A/B /  C /\n\n* [a](https://a.org)").hasPrefix("  A/B / C\n"))
  }
}

extension String {
  /// The text with the line of an entry's empty category before it.
  fileprivate var belowNoCategory: String { "  " + self }
}
