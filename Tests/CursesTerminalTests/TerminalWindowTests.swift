import TestSupport
import Testing

/// Additional modes: they are turned on if the terminal has them, and off on every kind of exit.
struct TerminalWindowTests {
  private static let wheelOn = "\u{1B}[?1000h\u{1B}[?1006h"
  private static let fullOn = "\u{1B}[?1002h\u{1B}[?1006h"
  private static let mouseOff = "\u{1B}[?1006l\u{1B}[?1002l\u{1B}[?1000l"
  private static let titlePush = "\u{1B}[22;2t"
  private static let titlePop = "\u{1B}[23;2t"

  @Test(arguments: [("m", wheelOn), ("M", fullOn)])
  func theMouseIsReportedAndNotAfterTheEnd(key: String, on: String) throws {
    let terminal = try started()
    terminal.send(key)
    try #require(terminal.wait(forText: on))
    terminal.send("\u{1B}[<65;8;3M")
    #expect(terminal.wait(forText: "mouse wheel(1) 7 2"))
    let shown = terminal.output.count
    terminal.send("q")
    #expect(terminal.waitForEnd() == .exited(0))
    #expect(terminal.wait(forText: Self.mouseOff, after: shown))
  }

  @Test func theMouseCanBeTurnedOffAgain() throws {
    let terminal = try started()
    terminal.send("M")
    try #require(terminal.wait(forText: Self.fullOn))
    let shown = terminal.output.count
    terminal.send("0")
    #expect(terminal.wait(forText: Self.mouseOff, after: shown))
    terminal.send("\u{1B}[<65;8;3Mj")
    #expect(terminal.wait(forText: "key j"))
    #expect(!terminal.wait(forText: "mouse wheel", timeout: .milliseconds(50)))
  }

  @Test func twoPressesAtOnceAreADoubleClick() throws {
    let terminal = try started()
    terminal.send("M")
    try #require(terminal.wait(forText: Self.fullOn))
    let press = "\u{1B}[<0;8;3M\u{1B}[<0;8;3m"
    terminal.send(press + press)
    #expect(terminal.wait(forText: "mouse press 7 2 twice"))
  }

  @Test(arguments: ["linux", "vt100"])
  func aTerminalWithoutAMouseSendsNoEvents(type: String) throws {
    let terminal = try started(["TERM": type])
    terminal.send("Mt")
    terminal.send("j")
    #expect(terminal.wait(forText: "key j"))
    let text = String(decoding: terminal.output, as: UTF8.self)
    #expect(!text.contains("\u{1B}[?1002h") && !text.contains("\u{1B}]2;"))
  }

  @Test(arguments: [("S", true), ("A", true), ("x", false), ("q", false)])
  func theModesEndWithACrashAProgramInFrontAndTheEnd(key: String, isCrash: Bool) throws {
    let terminal = try started()
    terminal.send("Mt")
    try #require(terminal.wait(forText: "\u{1B}]2;awl: probe\u{1B}\\"))
    let shown = terminal.output.count
    terminal.send(key)
    #expect(terminal.wait(forText: Self.mouseOff, after: shown))
    #expect(terminal.wait(forText: Self.titlePop, after: shown))
    guard key == "x" else { return }
    try #require(terminal.wait(forText: "in front", after: shown))
    terminal.send("\n")
    #expect(terminal.wait(forText: Self.fullOn, after: shown), "back from the program")
    #expect(terminal.wait(forText: Self.titlePush + "\u{1B}]2;awl: probe", after: shown))
  }

  @Test func theModesEndWithASuspension() throws {
    let terminal = try PseudoTerminal(columns: 60, rows: 10)
    try terminal.start(
      "/bin/sh", ["-ic", "\(BuiltProduct.path("terminal-probe")); echo stopped; fg"],
      environment: ["TERM": "xterm-256color", "LANG": "C.UTF-8"])
    try #require(terminal.wait(forText: "ready"))
    terminal.send("Mt")
    try #require(terminal.wait(forText: "\u{1B}]2;awl: probe"))
    let shown = terminal.output.count
    terminal.send("\u{1A}")
    #expect(terminal.wait(forText: Self.mouseOff, after: shown))
    #expect(terminal.wait(forText: "stopped", after: shown))
    #expect(terminal.wait(forText: Self.fullOn, after: shown))
  }

  @Test func aTitleIsPlainTextOfABoundedLength() throws {
    let terminal = try started()
    terminal.send("i")
    let title = "\u{1B}]2;evil ?]52;c;AAA?? caf?? "
    #expect(terminal.wait(forText: title))
    let text = String(decoding: terminal.output, as: UTF8.self)
    #expect(!text.contains("\u{1B}]52"))
    #expect(text.contains("\u{1B}]2;") && !text.contains(String(repeating: "x", count: 81)))
  }

  @Test(
    arguments: [
      (["TERM": "xterm-256color", "WT_SESSION": "1"], true), (["TERM": "xterm-256color"], false),
    ] as [([String: String], Bool)])
  func progressIsShownWhereItIsKnownAndEnds(variables: [String: String], isShown: Bool) throws {
    let terminal = try started(variables)
    terminal.send("p")
    terminal.send("j")
    try #require(terminal.wait(forText: "key j"))
    let text = String(decoding: terminal.output, as: UTF8.self)
    #expect(text.contains("\u{1B}]9;4;1;40\u{1B}\\") == isShown)
    let shown = terminal.output.count
    terminal.send("q")
    #expect(terminal.waitForEnd() == .exited(0))
    #expect(
      String(decoding: terminal.output.dropFirst(shown), as: UTF8.self)
        .contains("\u{1B}]9;4;0;\u{1B}\\") == isShown)
  }

  private func started(
    _ environment: [String: String] = ["TERM": "xterm-256color"]
  ) throws -> PseudoTerminal {
    let terminal = try PseudoTerminal(columns: 60, rows: 20)
    try terminal.start(
      BuiltProduct.path("terminal-probe"),
      environment: environment.merging(["LANG": "C.UTF-8"]) { $1 })
    try #require(terminal.wait(forText: "ready"))
    return terminal
  }
}
