import LinkOpening
import TestSupport
import Testing

/// By which way text is copied, and that a program gets it.
struct CopyWayTests {
  private static let all = ["wl-copy", "xclip", "xsel", "pbcopy", "clip.exe", "tmux"]

  private func way(
    _ environment: [String: String], programs: [String] = all, preference: String = "auto"
  ) -> String {
    let type = ["TERM": "xterm-256color"].merging(environment) { $1 }
    return CopyMethods(environment: type) { programs.contains($0) ? "/bin/\($0)" : nil }
      .way(preference: preference).description
  }

  @Test func aProgramOfTheDisplayComesFirst() {
    #expect(way(["WAYLAND_DISPLAY": "wayland-0", "DISPLAY": ":0"]) == "wl-copy")
    #expect(way(["WAYLAND_DISPLAY": "wayland-0", "DISPLAY": ":0"], programs: ["xsel"]) == "xsel")
    #expect(way(["DISPLAY": ":0"]) == "xclip")
    #expect(way(["DISPLAY": ":0", "TMUX": "x"]) == "xclip")
    #expect(way(["WSL_DISTRO_NAME": "Debian"]) == "clip.exe")
    #expect(way([:]) == "pbcopy")
    #expect(way([:], programs: ["xclip", "wl-copy", "clip.exe"]) == "OSC 52", "no display")
  }

  /// A program would fill the clipboard of the machine that awl runs on.
  @Test func overSSHTheTerminalIsAsked() {
    let remote = ["SSH_CONNECTION": "192.0.2.1 1 192.0.2.2 22", "DISPLAY": ":0"]
    #expect(way(remote) == "OSC 52")
    #expect(way(remote.merging(["TMUX": "x"]) { $1 }) == "tmux")
    #expect(way(remote.merging(["TMUX": "x"]) { $1 }, programs: []) == "OSC 52")
    #expect(
      way(remote.merging(["STY": "1.tty", "TERM": "screen"]) { $1 }) == "OSC 52 through screen")
  }

  @Test func withNoProgramTheTerminalCopies() {
    #expect(way(["DISPLAY": ":0", "WAYLAND_DISPLAY": "w"], programs: []) == "OSC 52")
    #expect(way(["TERM": "linux"], programs: []).contains("has no clipboard"))
    #expect(way(["TERM": "vt100"], programs: []).contains("has no clipboard"))
    #expect(way(["TERM": "vte-256color"], programs: []) == "OSC 52")
    #expect(way([:], programs: [], preference: "osc52") == "OSC 52")
  }

  @Test func theSettingDecides() {
    #expect(way(["DISPLAY": ":0"], preference: "xsel") == "xsel")
    #expect(way(["DISPLAY": ":0"], preference: "osc52") == "OSC 52")
    #expect(
      way([:], programs: [], preference: "xsel") == "xsel is not installed: set copy-with auto")
  }

  @Test func theProgramReadsTheText() throws {
    let program = try FakeOpener("cat > \"$0.text\"")
    let text = "https://h/$(touch x);'\n— 漢"
    #expect(copied(text, with: program) == .opened)
    #expect(contents(program.program + ".text").map { String(decoding: $0, as: UTF8.self) } == text)
    #expect(program.arguments == ["-selection", "clipboard"])
  }

  @Test func theProgramOfWindowsReadsUTF16() throws {
    let ways = CopyMethods(environment: ["WSL_INTEROP": "x"]) { $0 == "clip.exe" ? "/x" : nil }
    guard case .program(let program) = ways.way() else {
      Issue.record("no program")
      return
    }
    #expect(program.bytes(of: "é漢") == [0xFF, 0xFE, 0xE9, 0, 0x22, 0x6F])
  }

  @Test func aProgramThatFailsOrDoesNotReadIsReported() throws {
    let failing = try FakeOpener("echo 'cannot open display' >&2; exit 1")
    #expect(
      copied("x", with: failing)
        == .failed(program: failing.program, status: 1, message: "cannot open display"))
    let lazy = try FakeOpener("exit 0")
    #expect(copied(String(repeating: "x", count: 60_000), with: lazy) == .opened)
  }

  @Test func aTextThatIsTooLongIsRefused() {
    let ways = CopyMethods(environment: ["DISPLAY": ":0"]) { "/bin/\($0)" }
    guard case .program(let program) = ways.way() else {
      Issue.record("no program")
      return
    }
    let answer = Answer()
    let isStarted = LinkOpener(environment: [:]).copy(
      String(repeating: "x", count: 3 << 20), with: program
    ) { answer.tell($0) }
    #expect(!isStarted)
    #expect(answer.all.isEmpty)
  }

  /// What copying by a program as xclip is called came to.
  private func copied(_ text: String, with opener: FakeOpener) -> OpeningOutcome? {
    let path = opener.program
    let ways = CopyMethods(environment: ["DISPLAY": ":0"]) { $0 == "xclip" ? path : nil }
    guard case .program(let program) = ways.way() else { return nil }
    let answer = Answer()
    guard
      LinkOpener(environment: ChildProcess.environment, attention: 60_000).copy(
        text, with: program, outcome: { answer.tell($0) })
    else { return nil }
    return answer.wait()
  }
}
