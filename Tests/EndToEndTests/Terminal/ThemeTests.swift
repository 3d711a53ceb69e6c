import Foundation
import TestSupport
import Testing

/// Themes as terminals show them: by their colours, by the background, and after SIGUSR1.
struct ThemeTests {
  private let home: AwlHome

  init() throws { home = try AwlHome() }

  /// The program's output on a terminal type until its screen is complete, and until it exits.
  private func output(_ environment: [String: String]) throws -> String {
    let terminal = try home.terminal(environment: environment)
    try #require(terminal.wait(forText: "84/84"))
    terminal.send("Q")
    _ = terminal.waitForEnd()
    return String(decoding: terminal.output, as: UTF8.self)
  }

  @Test(arguments: ["xterm-256color", "tmux-256color"])
  func trueColoursAreExactAndThePaletteIsRestored(type: String) throws {
    try home.configure("theme = \"gruvbox-dark\"\n")
    let output = try output(["TERM": type, "COLORTERM": "truecolor"])
    // The number next to #282828, and that colour.
    #expect(output.contains("48;5;235") && output.contains("\u{1B}]4;235;rgb:28/28/28\u{1B}\\"))
    let end = try #require(output.range(of: "\u{1B}]104;", options: .backwards))
    let numbers = output[end.upperBound...].prefix { $0 != "\u{1B}" }.split(separator: ";")
    let set = output.components(separatedBy: "\u{1B}]4;").dropFirst().map {
      String($0.prefix { $0 != ";" })
    }
    #expect(numbers.map(String.init) == set.sorted { Int($0) ?? 0 < Int($1) ?? 0 })
    // Nobody's own sixteen colours are touched.
    #expect(set.allSatisfy { Int($0) ?? 0 >= 16 })
  }

  @Test func aDirectColourTerminalNeedsNoPalette() throws {
    try home.configure("theme = \"gruvbox-dark\"\n")
    // As ncurses describes xterm-direct, which not every system has.
    let source = try home.file(
      "direct.ti",
      """
      xterm-direct|xterm with direct colours, RGB, colors#0x1000000, pairs#0x7FFF,
        setab=\\E[%?%p1%{8}%<%t4%p1%d%e48:2::%p1%{65536}%/%d:%p1%{256}%/%{255}%&%d:%p1%{255}%&%d%;m,
        setaf=\\E[%?%p1%{8}%<%t3%p1%d%e38:2::%p1%{65536}%/%d:%p1%{256}%/%{255}%&%d:%p1%{255}%&%d%;m,
        use=xterm-256color,

      """)
    try #require(home.output("tic -x -o $HOME/.terminfo \(source) 2>&1").hasSuffix("status 0\n"))
    let output = try output(["TERM": "xterm-direct"])
    // #282828 after it, and #ebdbb2 for text; ncurses writes the parts with colons.
    #expect(output.contains("48:2::40:40:40") && output.contains("38:2::235:219:178"))
    #expect(!output.contains("\u{1B}]4;"))
  }

  @Test func theDefaultThemeLeavesThePaletteAlone() throws {
    let output = try output(["COLORTERM": "truecolor"])
    #expect(!output.contains("\u{1B}]4;") && !output.contains("\u{1B}]104"))
  }

  @Test(arguments: ["xterm-256color", "tmux-256color", "screen-256color"])
  func elsewhereTheNearestOf256ColoursAreShown(type: String) throws {
    try home.configure("theme = \"gruvbox-dark\"\n")
    let output = try output(["TERM": type])
    #expect(output.contains("48;5;235") && !output.contains("\u{1B}]4;"))
  }

  @Test(arguments: ["linux", "screen", "vt100", "xterm"])
  func terminalsOfFewColoursShowNoOthers(type: String) throws {
    try home.configure("theme = \"gruvbox-dark\"\n")
    let output = try output(["TERM": type, "COLORTERM": "truecolor"])
    #expect(!output.contains(";5;") && !output.contains("\u{1B}]4;"))
  }

  @Test func withoutColoursThereAreNone() throws {
    try home.configure("theme = \"gruvbox-dark\"\n")
    let output = try output(["COLORTERM": "truecolor", "NO_COLOR": "1"])
    #expect(!output.contains("\u{1B}]4;") && !output.contains("8;5;"))
  }

  /// Starts the program and answers its question about the background.
  private func screen(answering answer: String?, _ text: String) throws -> PseudoTerminal {
    try home.configure(text)
    let delay = answer == nil ? "25" : "5000"
    let terminal = try home.terminal(environment: ["COLORTERM": "truecolor", "ESCDELAY": delay])
    if let answer {
      try #require(terminal.wait(forText: "\u{1B}]11;?"))
      // The first answer is that to the question for the modes: awl waits for it when it ends.
      terminal.send("\u{1B}[?62c\u{1B}]11;\(answer)\u{1B}\\\u{1B}[?62c")
    }
    try #require(terminal.wait(forText: "84/84"))
    return terminal
  }

  private static let pair = "theme = { dark = \"nord\", light = \"solarized-light\" }\n"

  @Test(arguments: [
    ("rgb:ffff/ffff/ffff", "rgb:fd/f6/e3"), ("rgb:1c/1c/1c", "rgb:2e/34/40"),
    ("rgb:fdfd/f6f6/e3e3", "rgb:fd/f6/e3"), ("rgb:0000/2b2b/3636", "rgb:2e/34/40"),
  ])
  func theBackgroundDecides(answer: String, background: String) throws {
    let terminal = try screen(answering: answer, Self.pair)
    #expect(terminal.wait(forText: background))
    terminal.send("Q")
    #expect(terminal.waitForEnd() == .exited(0))
  }

  @Test func anUnresponsiveTerminalGetsTheDarkTheme() throws {
    let terminal = try screen(answering: nil, Self.pair)
    #expect(terminal.wait(forText: "rgb:2e/34/40"))
    // A late answer is no key.
    terminal.send("\u{1B}]11;rgb:ffff/ffff/ffff\u{1B}\\")
    terminal.send("j\u{C}")
    #expect(terminal.wait(forText: "2/84"))
    terminal.send("Q")
    #expect(terminal.waitForEnd() == .exited(0))
  }

  @Test func nothingIsAskedWhereTheBackgroundDoesNotMatter() throws {
    let terminal = try screen(answering: nil, "theme = \"nord\"\n")
    #expect(!String(decoding: terminal.output, as: UTF8.self).contains("]11;?"))
    terminal.send("Q")
    #expect(terminal.waitForEnd() == .exited(0))
  }

  @Test func aSignalReadsTheConfigurationAgain() throws {
    let terminal = try screen(answering: nil, "theme = \"nord\"\n")
    try home.configure("theme = \"gruvbox-dark\"\nhints = true\n")
    let before = terminal.output.count
    kill(terminal.process, SIGUSR1)
    #expect(terminal.wait(forText: "configuration read", after: before))
    #expect(terminal.wait(forText: "rgb:28/28/28", after: before))
    // Many of them are as one, and none ends the program.
    for _ in 0..<200 { kill(terminal.process, SIGUSR1) }
    terminal.send("j")
    #expect(terminal.wait(forText: "2/84", after: before))
    terminal.send("Q")
    #expect(terminal.waitForEnd() == .exited(0))
  }
}
