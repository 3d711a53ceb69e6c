import TestSupport
import Testing

/// The screen after movements, of which awl draws only parts and the terminal scrolls some, is the one
/// that it would be if it were drawn and written in full.
@Suite(.enabled(if: Emulator.isInstalled, "needs python3-pyte"))
struct ScrollingTests {
  private static let keys = [
    "j", "j", "jjjjj", "k", "kkkk", "\u{5}", "3\u{5}", "\u{19}", "\u{4}", "\u{15}", "\u{6}",
    "\u{2}",
    "J", "J", "K", "G", "gg", "8j", "zt", "zb", "\t", "+", "/e1\u{1B}", "hjl",
    "vG\u{15}\u{5}\u{19}kk\u{1B}",
    "?jjj\u{6}kq",
  ]

  // The emulator does not repeat characters, as descriptions of xterm want.
  @Test(arguments: [(120, 40), (80, 24), (200, 50), (60, 20)])
  func partsOfFramesAddUpToTheFrame(columns: Int, rows: Int) throws {
    var generator = SeededGenerator(seed: UInt64(columns))
    let home = try AwlHome()
    let terminal = try home.terminal(
      "exec $awl \(try home.file("page.md", Self.page))", environment: ["TERM": "linux"],
      columns: columns, rows: rows)
    try #require(terminal.wait(forText: "300/300"))
    for round in 0..<4 {
      let sent = (0..<12).map { _ in Self.keys[generator.next(below: Self.keys.count)] }
      for keys in sent + ["\u{1B}"] {
        terminal.send(keys)
        terminal.waitForRest()
      }
      let shown = try screen(of: terminal, columns, rows)
      terminal.send("\u{C}")
      terminal.waitForRest()
      let written = try screen(of: terminal, columns, rows)
      #expect(shown == written, "seed \(columns), round \(round): \(sent)")
    }
    terminal.send("Q")
    #expect(terminal.waitForEnd() == .exited(0))
  }

  /// ncurses lets the terminal scroll it.
  @Test func aStepInAPageIsShort() throws {
    let home = try AwlHome()
    let terminal = try home.terminal(
      "exec $awl \(try home.file("page.md", Self.page))", columns: 120, rows: 40)
    try #require(terminal.wait(forText: "300/300"))
    terminal.send("v50j")
    terminal.waitForRest()
    let written = terminal.output.count
    terminal.send("j")
    terminal.waitForRest()
    #expect((1..<600).contains(terminal.output.count - written))
  }

  private func screen(
    of terminal: PseudoTerminal, _ columns: Int, _ rows: Int
  ) throws -> [String] {
    try Emulator.rows(of: terminal.output, columns: columns, rows: rows, hasStyles: true)
  }

  /// Entries of which no two have the same words at the same place.
  private static let page =
    "# A Page\n\n"
    + (0..<12).map { category in
      "## Things of kind \(category * 7919 % 97)\n\n"
        + (0..<25).map { entry in
          let number = category * 25 + entry
          let words = (0..<12).map { "e\(number * (2 * $0 + 3) % 10_007)" }.joined(separator: " ")
          let wide = number % 7 == 0 ? "漢字 " : number % 5 == 0 ? "Café ★ " : ""
          return "- [\(wide)Entry \(number)](https://example.org/\(number)) - \(words).\n"
        }.joined() + "\n"
    }.joined()
}
