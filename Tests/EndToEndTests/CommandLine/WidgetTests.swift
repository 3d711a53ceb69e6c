import Glibc
import TestSupport
import Testing

/// The key bindings that `awl widget` prints, in the shells they are for.
@Suite(.enabled(if: TmuxSession.isInstalled, "needs tmux"))
struct WidgetTests {
  private let home: AwlHome

  init() throws {
    home = try AwlHome()
  }

  private func shell(_ name: String, key: String = "") throws -> TmuxSession {
    mkdir(home.folder("bin"), 0o700)
    symlink(AwlHome.program, home.folder("bin/awl"))
    let (options, load) =
      switch name {
      case "bash": (["--norc", "--noprofile"], "eval \"$(awl widget bash \(key))\"")
      case "zsh": (["-f"], "eval \"$(awl widget zsh \(key))\"")
      default: (["--no-config"], "awl widget fish \(key) | source")
      }
    var environment = home.environment
    environment["PATH"] = "\(home.folder("bin")):/usr/bin:/bin"
    let session = try TmuxSession(
      columns: 110, rows: 30, command: [try #require(systemProgram(name))] + options,
      environment: environment)
    session.type(load + "; echo read''y\n")
    try #require(session.wait(forText: "ready"), "\(session.screen)")
    session.press("C-l")
    return session
  }

  @Test(arguments: CompletionTests.shells)
  func aPickedLinkIsPutInAtTheCursor(name: String) throws {
    let session = try shell(name)
    session.type("echo got  end")
    session.press("Left", "Left", "Left", "Left", "C-g")
    try #require(session.wait(forText: "84/84"), "\(session.screen)")
    session.type("tensorboard")
    try #require(session.wait(forText: "1/84"))
    session.press("Enter")
    #expect(session.wait { $0.contains { $0.contains("echo got https://") } }, "\(session.screen)")
    session.press("Enter")
    #expect(session.wait { $0.contains { $0.hasPrefix("got https://") && $0.hasSuffix(" end") } })
  }

  @Test(arguments: CompletionTests.shells)
  func cancellingKeepsTheLine(name: String) throws {
    let session = try shell(name, key: "--key C-o")
    session.type("echo kept")
    session.press("C-o")
    try #require(session.wait(forText: "84/84"), "\(session.screen)")
    session.press("Escape")
    #expect(session.wait { !$0.contains { $0.contains("84/84") } })
    session.press("Enter")
    #expect(session.wait { $0.contains("kept") }, "\(session.screen)")
  }

  @Test func onlyControlKeysCanBeBound() throws {
    for key in ["x", "C-1", "C-';rm", "F1"] {
      let output = try home.output("$awl widget bash --key \"\(key)\" 2>&1")
      #expect(output.hasPrefix("awl: ") && output.hasSuffix("status 2\n"), "\(output)")
    }
  }
}
