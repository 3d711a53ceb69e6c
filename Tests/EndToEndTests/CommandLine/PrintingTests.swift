import TestSupport
import Testing

/// The built program where standard input or output is not a terminal.
struct PrintingTests {
  private static let page = """
    # A Page

    ## Things

    - [One](https://one.example) - The first.
    - [Two](https://two.example) - The second.

    """

  @Test func withoutATerminalTheEntriesArePrinted() throws {
    let home = try AwlHome()
    #expect(try home.output("$awl | wc -l") == "84\nstatus 0\n")
    let text = try home.output("$awl")
    #expect(text.hasPrefix("2022-02-11  Aim  https://aimstack.io  Tooling  Aim is an open source"))
    #expect(!text.utf8.contains(0x1B))
  }

  @Test func leftOutItemsAreListedWithTheirReason() throws {
    let home = try AwlHome()
    let text = "See [x](https://x.example).\n\n\(Self.page)## Empty\n"
    let page = try home.file("page.md", text)
    #expect(
      try home.output("$awl entries --left-out \(page) 2>/dev/null | sed 's|^[^:]*/||'") == """
        page.md:1: introduction  x  https://x.example
        page.md:3: title  # A Page
        page.md:9: heading  # Empty  A Page
        status 0

        """)
    let json = try home.output("$awl entries --left-out --format json \(page) | head -n 1")
    #expect(json.contains(#""line":1,"reason":"introduction","kind":"link","title":"x","url""#))
  }

  @Test func shortcodesAreShownAsEmojiExceptInJSON() throws {
    let home = try AwlHome()
    let page = try home.file(
      "page.md", "# P\n\n## :tada: New\n\n- [:rocket: One](https://one.example/:id:) - A :80:.\n")
    #expect(
      try home.output("$awl entries --filter 🚀 \(page)") == """
                    🚀 One  https://one.example/:id:  🎉 New  A :80:.
        status 0

        """)
    let json = try home.output("$awl entries --format json \(page)")
    #expect(json.contains(#""title":":rocket: One""#))
    #expect(json.contains(#""category":[":tada: New"]"#))
  }

  @Test func aPageFromAPipeIsBrowsedWithKeysFromTheTerminal() throws {
    let home = try AwlHome()
    let page = try home.file("page.md", Self.page)
    let terminal = try home.terminal("cat \(page) | $awl -")
    #expect(terminal.wait(forText: "2/2"))
    terminal.send("j")
    // The detail follows the cursor once no key is waiting; then the whole screen is sent again.
    let isShown = (0..<60).contains { _ in
      #expect(terminal.waitForEnd(timeout: .milliseconds(300)) == nil)
      terminal.send("\u{C}")
      return terminal.wait(forText: "https://two.example", timeout: .milliseconds(700))
    }
    #expect(isShown)
    terminal.send("q")
    #expect(terminal.waitForEnd() == .exited(0))
  }

  @Test func aPageFromAPipeIsPrintedWhereThereIsNoTerminal() throws {
    let home = try AwlHome()
    let page = try home.file("page.md", Self.page)
    let text = try home.output("cat \(page) | $awl -")
    #expect(
      text == """
                    One  https://one.example  Things  The first.
                    Two  https://two.example  Things  The second.
        status 0

        """)
  }

  @Test func aLinkInTwoListsIsPrintedForEach() throws {
    let home = try AwlHome()
    let first = try home.file("first.md", Self.page)
    let second = try home.file("second.md", "# Another\n\n- [Uno](https://one.example) - El uno.\n")
    let cut = "cut -f 1,3,4"
    #expect(
      try home.output("$awl entries --format tsv \(first) \(second) | \(cut)") == """
        first\tOne\thttps://one.example
        first\tTwo\thttps://two.example
        second\tUno\thttps://one.example
        status 0

        """)
  }

  @Test func aClosedPipeEndsItQuietly() throws {
    let home = try AwlHome()
    #expect(try home.output("$awl entries | head -1 | wc -l") == "1\nstatus 0\n")
  }

  @Test func aFullDiskIsAFailure() throws {
    let home = try AwlHome()
    #expect(try home.output("$awl entries > /dev/full").hasSuffix("status 5\n"))
  }

  /// So many that several threads lay them out, some of which take longer than others.
  @Test func thousandsOfEntriesAreInOrder() throws {
    let home = try AwlHome()
    let numbers = 1...3_000
    let items = numbers.map { number in
      "- [Item \(number)](https://x.example/\(number)) - "
        + String(repeating: "Long. ", count: number / 256 % 3 == 0 ? 200 : 1) + "\n"
    }
    let page = try home.file("page.md", "# P\n\n## Things\n\n" + items.joined())
    #expect(
      try home.output("$awl entries \(page) | awk '{print $2}'")
        == numbers.map { "\($0)\n" }.joined() + "status 0\n")
    #expect(try home.output("$awl entries \(page) | head -1 | wc -l") == "1\nstatus 0\n")
    #expect(try home.output("$awl entries \(page) > /dev/full").hasSuffix("status 5\n"))
  }

  @Test(arguments: [
    (
      "$awl no-such-file",
      "awl: cannot read no-such-file (No such file or directory): check the path and who may read it\n"
        + "status 4\n"
    ),
    ("$awl open javascript:x 2>&1 | cut -c1-19; false", "awl: javascript:x: \nstatus 1\n"),
  ])
  func errorsNameWhatIsWrong(line: String, expected: String) throws {
    let home = try AwlHome()
    #expect(try home.output(line) == expected)
  }
}
