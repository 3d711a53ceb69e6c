import Glibc
import TestSupport
import Testing

/// A shell that stops the built program and continues it; C-z is in `BrowsingTests`.
@Suite(.enabled(if: TmuxSession.isInstalled, "needs tmux"))
struct SuspensionTests {
  /// The built program on the screen, started from a shell.
  private func sessionInShell(_ home: AwlHome) throws -> TmuxSession {
    let session = try TmuxSession(
      columns: 100, rows: 30, command: ["/bin/bash", "--norc", "-i"],
      environment: home.environment)
    session.type("\(AwlHome.program)\n")
    try requireAnswered(session)
    return session
  }

  /// SIGTSTP can be caught and is; SIGSTOP cannot, so the screen is only repaired afterwards.
  @Test(arguments: [SIGTSTP, SIGSTOP])
  func aScreenStoppedFromOutsideIsRedrawn(signal: Int32) throws {
    let home = try AwlHome()
    let session = try sessionInShell(home)
    session.press("j")
    try #require(session.wait(forText: " 2/84 ─"))
    let process = try #require(child(of: session.variable("pane_pid")))
    kill(process, signal)
    #expect(session.wait(forText: "Stopped"))
    if signal == SIGTSTP { #expect(session.variable("alternate_on") == "0") }
    // Keys typed meanwhile go to the shell, visibly.
    session.type("echo to the shell\n")
    #expect(session.wait { $0.contains { $0.hasPrefix("to the shell") } }, "\(session.screen)")
    session.type("fg\n")
    #expect(session.wait { $0[0].hasPrefix(" awl ") && $0.contains { $0.contains(" 2/84 ─") } })
    #expect(session.variable("alternate_on") == "1")
    session.press("j")
    #expect(session.wait(forText: " 3/84 ─"))
    session.press("q")
    #expect(session.wait { _ in session.variable("alternate_on") == "0" })
    session.type("stty -a | tr ' ' '\\n' | grep -xE '(-)?(icanon|echo|isig)' | tr '\\n' ' '\n")
    // In what order stty tells them is its own affair.
    #expect(
      session.wait { screen in
        screen.contains {
          Set($0.split(separator: " ")).isSuperset(of: ["isig", "icanon", "echo"])
        }
      }, "\(session.screen)")
  }

  /// The shell sends no signal with `fg` to a job that `kill -CONT` has continued already.
  @Test func aScreenContinuedInTheBackgroundRestoresItsModes() throws {
    let home = try AwlHome()
    let session = try sessionInShell(home)
    let process = try #require(child(of: session.variable("pane_pid")))
    kill(process, SIGSTOP)
    #expect(session.wait(forText: "Stopped"))
    kill(process, SIGCONT)
    // Meanwhile the terminal is the shell's.
    session.type("echo to the shell\n")
    #expect(session.wait { $0.contains { $0.hasPrefix("to the shell") } }, "\(session.screen)")
    session.type("fg\n")
    #expect(session.wait { $0[0].hasPrefix(" awl ") && $0.contains { $0.contains(" 1/84 ─") } })
    session.press("j")
    #expect(session.wait(forText: " 2/84 ─"))
    #expect(session.variable("alternate_on") == "1")
    session.press("q")
    #expect(session.wait { _ in session.variable("alternate_on") == "0" })
  }

  /// Waits until awl has read the response to its initial query, which the shell would read
  /// otherwise: it precedes the second key.
  private func requireAnswered(_ session: TmuxSession) throws {
    try #require(session.wait(forText: "84/84"))
    session.press("j")
    try #require(session.wait(forText: " 2/84 ─"))
    session.press("k")
    try #require(session.wait(forText: " 1/84 ─"))
  }

  /// The process that a shell has started last.
  private func child(of shell: String) -> Int32? {
    text("/proc/\(shell)/task/\(shell)/children").split(separator: " ").last
      .flatMap { Int32($0) }
  }
}
