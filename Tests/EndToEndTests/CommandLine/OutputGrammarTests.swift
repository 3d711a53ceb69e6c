import Glibc
import TestSupport
import Testing

/// Nothing of what strangers write reaches the terminal but text.
struct OutputGrammarTests {
  @Test(arguments: HostilePages.fragments.map(\.name))
  func pagesActNotOnTheTerminal(name: String) throws {
    let fragments = HostilePages.fragments.first { $0.name == name }?.fragments ?? []
    try check(HostilePages.page(with: fragments))
  }

  @Test(arguments: HostilePages.files.map(\.name))
  func oddFilesActNotOnTheTerminal(name: String) throws {
    try check(HostilePages.files.first { $0.name == name }?.bytes ?? [])
  }

  @Test(arguments: [
    "no\u{1B}[2Jfile", "no\u{9B}2Jfile", "no\nfile", "no\u{202E}file", "--no\u{1B}]0;x\u{7}",
    "https://\u{1B}[31m", "no\r\u{8}\u{7}file",
  ])
  func errorMessagesActNotOnTheTerminal(word: String) throws {
    let home = try AwlHome()
    for arguments in [[word], ["entries", word], ["open", word], ["bookmarks", "add", word]] {
      let terminal = try PseudoTerminal(columns: 100, rows: 30)
      try terminal.start(AwlHome.program, arguments, environment: home.environment)
      let ending = terminal.waitForEnd()
      #expect(ending != nil && ending != .exited(0))
      #expect(OutputGrammar(terminal.output).violations == [], "\(arguments)")
      #expect(!terminal.output.isEmpty)
    }
  }

  @Test func aFolderWithAHostileNameIsShownAsText() throws {
    let home = try AwlHome()
    let folder = home.folder("a\u{1B}[2J\u{202E}b")
    mkdir(folder, 0o700)
    try put(Array("# T\n".utf8), into: folder + "/README.md")
    let terminal = try PseudoTerminal(columns: 100, rows: 30)
    try terminal.start(AwlHome.program, [folder], environment: home.environment)
    terminal.send("Q")
    #expect(terminal.waitForEnd() != nil)
    #expect(OutputGrammar(terminal.output).violations == [])
  }

  @Test func hostileSurroundingsAreShownAsText() throws {
    let home = try AwlHome()
    let hostile = "/x\u{1B}[2J\u{202E}\n"
    for name in ["TERM", "HOME", "XDG_DATA_HOME", "XDG_STATE_HOME", "BROWSER", "PATH", "LANG"] {
      let terminal = try PseudoTerminal(columns: 100, rows: 30)
      let environment = home.environment.merging([name: hostile]) { $1 }
      try terminal.start(AwlHome.program, environment: environment)
      _ = terminal.wait(forText: "84/84", timeout: .seconds(10))
      terminal.send("bO")
      _ = terminal.waitForEnd(timeout: .milliseconds(100))
      terminal.send("\u{3}Q")
      #expect(terminal.waitForEnd() != nil)
      #expect(OutputGrammar(terminal.output).violations == [], "\(name)")
    }
  }

  /// The clipboard is written only at the user's request, and only with the URL.
  @Test func copyingIsTheOnlyOtherSequence() throws {
    let home = try AwlHome()
    let terminal = try home.terminal()
    try #require(terminal.wait(forText: "84/84"))
    #expect(OutputGrammar(terminal.output).violations == [])
    terminal.send("yu")
    // https://aimstack.io in base64.
    #expect(terminal.wait(forText: "\u{1B}]52;c;aHR0cHM6Ly9haW1zdGFjay5pbw==\u{7}"))
    #expect(OutputGrammar(terminal.output).violations.count == 2)
  }

  @Test func theGrammarRefusesWhatItShould() {
    let refused = [
      "\u{1B}]0;x\u{7}", "\u{9B}m", "\u{1B}P", "\u{1B}[21t", "\u{1B}[?1003h", "\u{1B}[>c",
      "\u{1B}[?2027$p", "\u{1B}]2;a\nb\u{1B}\\", "\u{1B}]2;a\u{202E}\u{1B}\\", "\u{1B}]2;a",
      "a\u{202E}",
      "\u{200B}", "\u{FE0F}", "\u{7}", "\u{E000}", "\u{0}", "\u{1B}c", "\u{1B}[>4;1m",
    ]
    for text in refused { #expect(OutputGrammar(Array(text.utf8)).violations != [], "\(text)") }
    #expect(OutputGrammar([0x41, 0xFF]).violations == ["broken UTF-8"])
    #expect(OutputGrammar(Array("é中🎓\u{1B}[1;31m\u{1B}(B\r\n".utf8)).violations == [])
    #expect(OutputGrammar(Array("a\u{1B}[m".utf8), to: .text).violations != [])
  }

  /// The page in the screen: links, letters on them, contents, finding, details and changes.
  private func checkPage(_ path: String, _ home: AwlHome) throws {
    let terminal = try PseudoTerminal(columns: 100, rows: 30)
    try terminal.start(AwlHome.program, [path], environment: home.environment)
    press(
      [
        "", "v", "\t\t", "f", "\u{1B}", "/A", "\r", "nN", "}", "gO", "j\r", "gd", "zr", "zl", "\r",
        "v", "q",
      ], in: terminal)
    #expect(OutputGrammar(terminal.output).violations == [], "in the page")
  }

  /// Sends keys, giving each step the time to be drawn, and quits.
  private func press(_ steps: [String], in terminal: PseudoTerminal) {
    for keys in steps {
      terminal.send(keys)
      _ = terminal.waitForEnd(timeout: .milliseconds(keys.isEmpty ? 300 : 50))
    }
    terminal.send("\u{3}")
    _ = terminal.waitForEnd(timeout: .milliseconds(50))
    terminal.send("QQ")
    #expect(terminal.waitForEnd() != nil)
  }

  private func check(_ page: [UInt8]) throws {
    let home = try AwlHome()
    try put(page, into: home.folder("page.md"))
    let terminal = try PseudoTerminal(columns: 100, rows: 30)
    try terminal.start(
      AwlHome.program, [home.folder("page.md")], environment: home.environment)
    // Through entries, detail, categories, filter, bookmarks and help; drawn after each step.
    press(
      ["", "jl", "Jh", "hj", "ll", "\u{1B}", "/A", "\r", "b", "gb", "?", "\u{1B}", "O"],
      in: terminal)
    #expect(OutputGrammar(terminal.output).violations == [])

    try checkPage(home.folder("page.md"), home)

    for format in ["plain", "tsv", "json"] {
      let printed = try SpawnedProcess.output(
        of: AwlHome.program, ["entries", home.folder("page.md"), "--format", format],
        environment: home.environment)
      #expect(
        OutputGrammar(Array(printed.utf8), to: format == "json" ? .json : .text).violations == [],
        "\(format)")
    }
    // The page as a page: plain in a pipe, styled on a terminal, its source on a terminal.
    let shown = try SpawnedProcess.output(
      of: AwlHome.program, ["show", home.folder("page.md")], environment: home.environment)
    #expect(OutputGrammar(Array(shown.utf8), to: .text).violations == [])
    for format in ["text", "markdown", "html"] {
      let terminal = try PseudoTerminal(columns: 100, rows: 30)
      try terminal.start(
        AwlHome.program, ["show", "--no-pager", "--format", format, home.folder("page.md")],
        environment: home.environment)
      #expect(terminal.waitForEnd() != nil)
      #expect(OutputGrammar(terminal.output).violations == [], "\(format)")
    }
    let issues = try SpawnedProcess.output(
      of: AwlHome.program, ["entries", home.folder("page.md"), "--issues"],
      environment: home.environment)
    #expect(OutputGrammar(Array(issues.utf8), to: .text).violations == [])
  }
}
