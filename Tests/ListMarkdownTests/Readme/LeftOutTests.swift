import ListMarkdown
import ListModel
import Testing

/// Text that is part of no entry is listed with its line, its section and the reason.
struct LeftOutTests {
  private func leftOut(_ text: String) throws -> [String] {
    let account = try PageReader.account(Array(text.utf8), path: nil)
    return account.leftOut.map { leftOut in
      switch leftOut.content {
      case .link(let title, let url):
        "\(leftOut.line) \(leftOut.reason) \(title) <\(url)> \(leftOut.section)"
      case .heading(let text): "\(leftOut.line) \(leftOut.reason) # \(text)"
      }
    }
  }

  @Test func eachLinkOutsideEntriesIsListedWithItsReason() throws {
    #expect(
      try leftOut(
        """
        # A list

        [![Build](b.svg)](https://travis-ci.org/a/b) See
        [the site](https://site.org).

        ## Contents

        - [Tools](#tools)

        ## Tools

        - [a](https://a.org) - What, by [b](https://b.org).

        Related:
        see [c](https://c.org) and https://d.org.

        <!-- - [e](https://e.org) -->

        <div>more at <a href="https://f.org">f</a></div>

        ## Empty

        ## License

        - [CC0](https://cc0.org)
        """) == [
          "1 title # A list",
          "3 badge  <https://travis-ci.org/a/b> A list",
          "4 introduction the site <https://site.org> A list",
          "6 contents # Contents",
          "15 prose c <https://c.org> A list / Tools",
          "15 prose https://d.org <https://d.org> A list / Tools",
          "17 comment e <https://e.org> A list / Tools",
          "19 html f <https://f.org> A list / Tools",
          "21 heading # Empty",
          "23 licence # License",
          "25 licence CC0 <https://cc0.org> A list / License",
        ])
  }

  @Test func aReferenceThatIsHiddenIsListedWithItsAddress() throws {
    #expect(
      try leftOut(
        """
        ## T

        - [a](https://a.org)
        <img src="i.png">
        <pre>

        - [b][r], [B] and [unknown][r2]
        [b]: words
        </pre>

        <!-- [b][], [n][^1] and [b](#b) (https://c.org/c_(d)). -->

        [r]: https://r.org
        [b]: <https://b.org> "title"
        [^1]: note
        """) == [
          "7 html b <https://r.org> T",
          "7 html B <https://b.org> T",
          "11 comment b <https://b.org> T",
          "11 comment  <https://c.org/c_(d)> T",
        ])
  }

  @Test func aLinkIsCountedOnceForEachOccurrence() throws {
    let account = try PageReader.account(
      Array(
        """
        ## Tools

        - [a](https://a.org) - See [a](https://a.org).
        - [b](https://b.org)

        Again [a](https://a.org) and [b](https://b.org).
        """.utf8), path: nil)
    #expect(account.linkCount == 5)
    #expect(account.leftOut.map(\.line) == [6, 6])
  }
}
