import Glibc
import TestSupport
import Testing

/// The mouse, links, titles and updates in the built program, in the kinds of terminals that there are.
struct TerminalFeaturesTests {
  /// The sequences sent to each kind of terminal at the start, and those never sent.
  struct Kind: CustomTestStringConvertible, Sendable {
    let testDescription: String
    var variables: [String: String] = [:]
    var hasMouse = true
    var hasTitle = true
    var hasLinks = false
    var isAsked = true
  }

  static let kinds = [
    Kind(testDescription: "xterm-256color"), Kind(testDescription: "foot", hasLinks: true),
    Kind(testDescription: "tmux-256color", variables: ["TMUX": "/tmp/none,1,0"]),
    Kind(
      testDescription: "tmux-256color",
      variables: [
        "TMUX": "/tmp/none,1,0", "TERM_PROGRAM": "tmux", "TERM_PROGRAM_VERSION": "3.4",
      ], hasLinks: true),
    Kind(testDescription: "screen", variables: ["STY": "1.tty"], hasTitle: false),
    Kind(testDescription: "linux", hasMouse: false, hasTitle: false, isAsked: false),
    Kind(testDescription: "vt100", hasMouse: false, hasTitle: false, isAsked: false),
  ]

  @Test(arguments: kinds)
  func eachTerminalGetsItsSequencesAndIsRestored(kind: Kind) throws {
    let home = try AwlHome()
    let terminal = try home.terminal(
      environment: kind.variables.merging(["TERM": kind.testDescription]) { $1 }, columns: 100,
      rows: 30)
    try #require(terminal.wait(forText: "84/84"))
    let shown = terminal.output.count
    terminal.send("G")
    #expect(terminal.wait(forText: "\u{1B}[", after: shown), "another frame")
    terminal.send("Q")
    #expect(terminal.waitForEnd() == .exited(0))
    let text = String(decoding: terminal.output, as: UTF8.self)
    #expect(text.contains("\u{1B}[?1000h\u{1B}[?1006h") == kind.hasMouse)
    #expect(text.contains("\u{1B}[?1006l\u{1B}[?1002l\u{1B}[?1000l") == kind.hasMouse)
    #expect(text.contains("\u{1B}[22;2t\u{1B}]2;awl") == kind.hasTitle)
    #expect(text.contains("\u{1B}[23;2t") == kind.hasTitle)
    #expect(text.contains("\u{1B}]8;id=") == kind.hasLinks)
    #expect(text.contains("\u{1B}[?2026$p") == kind.isAsked)
    #expect(!text.contains("\u{1B}[?2026h"), "the terminal did not say that it can")
    #expect(!text.contains("\u{1B}]52") && !text.contains("\u{1B}]9;4"))
  }

  @Test func theSettingsTurnAllOfItOff() throws {
    let home = try AwlHome()
    try home.configure("mouse = \"off\"\ntitle = false\nhyperlinks = \"off\"\n")
    let terminal = try home.terminal(environment: ["TERM": "foot"])
    try #require(terminal.wait(forText: "84/84"))
    terminal.send("Q")
    #expect(terminal.waitForEnd() == .exited(0))
    let text = String(decoding: terminal.output, as: UTF8.self)
    for sequence in ["\u{1B}[?1000h", "\u{1B}]2;", "\u{1B}[22;2t", "\u{1B}]8;"] {
      #expect(!text.contains(sequence), "\(sequence.debugDescription)")
    }
  }

  /// tmux does not know this kind of link and shows only the text: the screen must be the same as
  /// without links, whatever is scrolled, filtered and resized.
  @Test func hyperlinksDoNotChangeTheScreen() throws {
    var screens: [[String]] = []
    for links in ["on", "off"] {
      let home = try AwlHome()
      try home.configure("hyperlinks = \"\(links)\"\n")
      let session = try home.screen(environment: ["TERM": "tmux-256color"])
      session.press("v")
      try #require(session.wait(forText: "Contents"))
      for key in ["C-d", "C-d", "j", "j", "C-u", "Tab", "Tab", "j", "C-f", "k"] {
        session.press(key)
      }
      session.resize(columns: 100, rows: 30)
      session.press("j", "G", "C-b", "v")
      try #require(session.wait(forText: "Entries"))
      for key in ["j", "j", "j", "G", "k", "C-u"] { session.press(key) }
      session.type("/data")
      session.press("Enter")
      session.press("j")
      try #require(session.wait { $0.contains { $0.contains("2/") && $0.contains("Entries") } })
      if let first = screens.first {
        #expect(session.wait { $0 == first }, "\(session.screen)")
      } else {
        usleep(1_000_000)
        screens.append(session.screen)
      }
      session.press("Q")
    }
  }

  @Test func theMouseScrollsInATerminal() throws {
    let home = try AwlHome()
    let session = try home.screen(columns: 100, rows: 30)
    #expect(session.wait { _ in session.variable("mouse_standard_flag") == "1" })
    let title = session.screen[2]
    // The wheel turned down three times over the entries, as a terminal reports it.
    for _ in 0..<3 { session.type("\u{1B}[<65;60;8M") }
    #expect(session.wait { $0.count > 2 && $0[2] != title })
    session.type(":set mouse off")
    session.press("Enter")
    #expect(session.wait { _ in session.variable("mouse_any_flag") == "0" })
    session.press("Q")
  }

  @Test func aFloodOfReportsIsSurvived() throws {
    let home = try AwlHome()
    let terminal = try home.terminal()
    try #require(terminal.wait(forText: "84/84"))
    var flood = ""
    for number in 0..<20_000 {
      flood += "\u{1B}[<\([64, 65, 0, 32, 35, 200][number % 6]);\(number % 90);\(number % 30)M"
    }
    terminal.send(flood)
    terminal.send("\u{1B}[<65;99999999999999999999;1M\u{1B}[<Q")
    #expect(terminal.waitForEnd(timeout: .milliseconds(500)) == nil)
    terminal.send("Q")
    #expect(terminal.waitForEnd() == .exited(0))
  }
}
