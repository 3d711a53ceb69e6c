import Glibc
import TestSupport
import Testing

/// Copying says by which way the text went, and works with no program installed.
struct CopyingTests {
  /// `https://aimstack.io` begins like this in base64.
  private static let encoded = "\u{1B}]52;c;aHR0c"

  @Test func withoutAProgramTheTerminalCopies() throws {
    let terminal = try started(["PATH": "/nonexistent"])
    terminal.send("yy")
    #expect(terminal.wait(forText: Self.encoded))
    #expect(terminal.wait(forText: "copied the URL (OSC 52)"))
    quit(terminal)
  }

  @Test func inScreenItIsWrapped() throws {
    let terminal = try started(["PATH": "/nonexistent", "STY": "1.tty", "TERM": "screen"])
    terminal.send("yy")
    #expect(terminal.wait(forText: "\u{1B}P" + Self.encoded))
    #expect(terminal.wait(forText: "copied the URL (OSC 52 through screen)"))
    quit(terminal)
  }

  @Test func aProgramOfTheDisplayGetsIt() throws {
    let home = try AwlHome()
    try program("xclip", "/bin/cat > $HOME/copied; echo $* > $HOME/arguments", in: home)
    let terminal = try started(["PATH": home.folder("bin"), "DISPLAY": ":0"], in: home)
    terminal.send("yy")
    #expect(terminal.wait(forText: "copied the URL (xclip)"))
    #expect(wait { text(home.folder("arguments")) == "-selection clipboard\n" })
    #expect(text(home.folder("copied")).hasPrefix("http"))
    #expect(!String(decoding: terminal.output, as: UTF8.self).contains("\u{1B}]52"))
    quit(terminal)
  }

  @Test func aFailedProgramFallsBackToTheTerminal() throws {
    let home = try AwlHome()
    try program("xclip", "echo 'no display' >&2; exit 1", in: home)
    let terminal = try started(
      ["PATH": home.folder("bin"), "DISPLAY": ":0"], in: home, columns: 160)
    terminal.send("yy")
    #expect(terminal.wait(forText: "copied the URL (OSC 52; "))
    #expect(terminal.wait(forText: "no display"))
    #expect(terminal.wait(forText: Self.encoded))
    quit(terminal)
  }

  @Test func inTmuxItsBufferIsLoaded() throws {
    let home = try AwlHome()
    let session = try home.screen()
    session.press("y", "y")
    #expect(session.wait(forText: "copied the URL (tmux)"))
    #expect(session.tmux("show-buffer").hasPrefix("http"))
    session.press("Q")
  }

  @Test func theConsoleHasNone() throws {
    let terminal = try started(["PATH": "/nonexistent", "TERM": "linux"])
    terminal.send("yy")
    #expect(terminal.wait(forText: "has no clipboard"))
    #expect(!String(decoding: terminal.output, as: UTF8.self).contains("\u{1B}]52"))
    quit(terminal)
  }

  @Test func theSettingDecidesAndTheDoctorAgrees() throws {
    let home = try AwlHome()
    try program("xclip", "/bin/cat > $HOME/copied", in: home)
    try program("xsel", "/bin/cat > $HOME/copied-by-xsel", in: home)
    try home.configure("copy-with = \"xsel\"\n")
    let variables = ["PATH": home.folder("bin"), "DISPLAY": ":0"]
    let terminal = try started(variables, in: home)
    terminal.send("yy")
    #expect(terminal.wait(forText: "copied the URL (xsel)"))
    quit(terminal)
    let doctor = try home.output("$awl doctor", environment: variables)
    #expect(doctor.contains("ok       clipboard           \(home.folder("bin"))/xsel --clipboard"))
  }

  private func program(_ name: String, _ script: String, in home: AwlHome) throws {
    _ = try home.output("/bin/mkdir -p $HOME/bin")
    _ = try home.program("bin/\(name)", "#!/bin/sh\n\(script)\n")
  }

  private func started(
    _ variables: [String: String], in home: AwlHome? = nil, columns: Int = 120
  ) throws -> PseudoTerminal {
    let terminal = try (home ?? AwlHome()).terminal(environment: variables, columns: columns)
    try #require(terminal.wait(forText: "84/84"))
    return terminal
  }

  private func quit(_ terminal: PseudoTerminal) {
    terminal.send("Q")
    #expect(terminal.waitForEnd() == .exited(0))
  }
}
