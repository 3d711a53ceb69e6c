import TestSupport
import Testing

/// Letters of ambiguous width on the screen of a terminal that draws them in one column or in two, as an
/// emulator has it.
@Suite(.enabled(if: Emulator.isInstalled, "needs python3-pyte"))
struct AmbiguousLetterTests {
  private static let page = """
    # Книги

    ## Жанры

    - [Преступление](https://a.example/) - Роман о “совести” – 1866.
    - [漢字Жé漢](https://b.example/) - Café ★ и ещё… слово.
    - [Plain](https://c.example/) - Nothing special, and nothing wide　here.

    ## Plain

    - [Ж](https://d.example/)

    """
  /// Rows that are drawn over in part, in whole, and again, and views that lie over others.
  private static let keys = [
    "j", "j", "?", "q", "/", "P", "\u{3}", "k", "v", "}", "q", "h", "f", "Ж", "\u{3}", "l", "gm",
    "q",
    "\u{C}", "gg", "G", "k",
  ]

  /// The screen after all keys.
  private func rows(
    _ configuration: String, ambiguous: Int, variables: [String: String] = [:]
  ) throws -> [String] {
    let home = try AwlHome()
    try home.configure(configuration)
    let terminal = try home.terminal(
      "exec $awl \(try home.file("page.md", Self.page))", environment: variables, columns: 100,
      rows: 30)
    try #require(terminal.wait(forText: "4/4"))
    for key in Self.keys {
      terminal.send(key)
      terminal.waitForRest()
    }
    let rows = try Emulator.rows(
      of: terminal.output, columns: 100, rows: 30, ambiguous: ambiguous)
    terminal.send("Q")
    #expect(terminal.waitForEnd() == .exited(0))
    return rows
  }

  /// The setting is right for the one and does no harm in the other.
  @Test(arguments: [1, 2], [["TERM": "xterm-256color"], ["TERM": "foot"], ["TERM": "linux"]])
  func ambiguousWidthKeepsTheColumnsAligned(drawn: Int, variables: [String: String]) throws {
    let rows = try rows("ambiguous-width = 2\n", ambiguous: drawn, variables: variables)
    let all = rows.joined(separator: "\n")
    for row in rows.dropFirst(2).dropLast(3) {
      #expect(row.utf8.isEmpty == false && characters(row)[28] == "|", "\(row)\n\(all)")
    }
    let letters = drawn == 2 ? "П.р.е.с.т.у.п.л.е.н.и.е.  " : "П р е с т у п л е н и е   "
    #expect(all.contains(letters), "\(all)")
    let mixed = drawn == 2 ? "漢.字.Ж.é.漢.  Caf" : "漢.字.Ж é 漢.  Caf"
    #expect(all.contains(mixed), "\(all)")
    // Each row looks as if it had been drawn at once.
    #expect(all.contains("\"") && !all.contains("“"), "\(all)")
  }

  @Test func withOneColumnNothingChanges() throws {
    let all = try rows("", ambiguous: 1).joined(separator: "\n")
    #expect(all.contains("│    Преступление  Роман о “совести” – 1866."), "\(all)")
  }

  private func characters(_ row: String) -> [Unicode.Scalar] {
    row.unicodeScalars.filter { $0.properties.generalCategory != .nonspacingMark }
  }
}
