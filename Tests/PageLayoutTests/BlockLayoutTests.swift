import ListMarkdown
import PageLayout
import Testing

struct BlockLayoutTests {
  @Test func textIsWrappedAtTheWidthAndItemsHang() throws {
    #expect(
      try lines("- one two three four\n  - five six seven\n", columns: 12) == [
        "• one two", "  three four", "  • five six", "    seven",
      ])
  }

  @Test func aNumberedListKeepsItsNumbers() throws {
    #expect(try lines("9. a\n10. b\n") == ["9. a", "10. b"])
  }

  @Test func aLooseListHasEmptyLinesBetweenItsItems() throws {
    #expect(try lines("- a\n\n- b\n\n  c\n") == ["• a", "", "• b", "", "  c"])
  }

  @Test func shortcodesAreShownAsEmojiOutsideCode() throws {
    #expect(
      try lines("- :rocket: `:rocket:` **:no_entry_sign:** :80:\n\n```\n:tada:\n```\n")
        == ["• 🚀 :rocket: 🚫 :80:", "", "  :tada:"])
  }

  @Test func codeIsNotWrapped() throws {
    let long = String(repeating: "x", count: 100)
    #expect(try lines("```sh\n\(long)\n  y\n```\n", columns: 20) == ["  sh", "  " + long, "    y"])
  }

  @Test func columnsShrinkAndNoCellIsCut() throws {
    let table = "| a | b |\n|---|--:|\n| one two three four | 5 |\n"
    #expect(
      try lines(table, columns: 16) == [
        "a            │ b", "━━━━━━━━━━━━━┼━━", "one two      │ 5", "three four   │",
      ])
  }

  @Test func aTableOfWordsTooLongForThePaneIsWiderThanIt() throws {
    let word = String(repeating: "w", count: 30)
    let laid = try lines("|a|b|\n|-|-|\n|\(word)|\(word)|\n", columns: 40)
    #expect(laid.joined().filter { $0 == "w" }.count == 60)
  }

  @Test func detailsAreClosedUntilTheyAreOpened() throws {
    let text = "<details>\n<summary>More</summary>\n\nhidden\n\n</details>\n\nafter\n"
    #expect(try lines(text) == ["▸ More", "", "after"])
    #expect(
      try lines(text) { $0.toggledDetails = [1] } == ["▾ More", "", "hidden", "", "after"])
    #expect(try lines(text) { $0.opensDetails = true }.contains("hidden"))
  }

  @Test func commentsScriptsAndFrontMatterAreHidden() throws {
    let text = "---\ntitle: x\n---\n\na <!-- no -->b\n\n<script>\nalert(1)\n</script>\n\nc\n"
    #expect(try lines(text) == ["a b", "", "c"])
  }

  @Test func aRuleAtTheTopIsNotFrontMatter() throws {
    #expect(
      try lines("---\n\ntext\n\n---\n", columns: 8) == ["────────", "", "text", "", "────────"])
  }

  @Test func headingsOfHTMLReadAsThoseOfMarkdown() throws {
    #expect(try lines("<h2 align=\"center\">A</h2>\n") == (try lines("## A\n")))
  }

  @Test func badgesAreOneRow() throws {
    let badge = "[![build](https://i/x.svg)](https://a.example)"
    #expect(try lines("\(badge) \(badge)\n\(badge)\n", columns: 12) == ["[build] [build] [build]"])
  }

  @Test func footnotesKeepTheirNumbersInAPageOfManyPieces() throws {
    let filler = String(repeating: "a paragraph of words\n\n", count: 4_000)
    let laid = try lines("See[^b] and[^a].\n\n\(filler)[^a]: First.\n\n[^b]: Second.\n")
    #expect(laid.first == "See[2] and[1].")
    #expect(laid.contains("[1] First."))
    #expect(laid.contains("[2] Second."))
  }

  @Test func aTableCutIntoPiecesIsOneTable() throws {
    let rows = (1...100).map { "| \($0) | \($0 == 90 ? "wide wide wide" : "x") |\n" }.joined()
    let laid = try lines("| n | t |\n|---|---|\n\(rows)")
    #expect(laid.filter { $0.hasPrefix("n ") }.count == 1)
    #expect(laid.count == 102)
  }
}
