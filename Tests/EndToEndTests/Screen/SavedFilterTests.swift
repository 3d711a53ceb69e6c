import TestSupport
import Testing

/// Filters that are saved under a name, on the screen and on the command line.
@Suite(.enabled(if: TmuxSession.isInstalled, "needs tmux"))
struct SavedFilterTests {
  @Test func aFilterThatIsSavedOnTheScreenIsKnownToTheCommands() throws {
    let home = try AwlHome()
    let session = try home.screen()
    session.type("/'tensorflow\r:save my tensors\r")
    try #require(session.wait(forText: "saved: filter my tensors"))
    session.press("g", "f")
    #expect(
      session.wait { $0.contains { $0.contains("my tensors") && $0.contains("'tensorflow") } })
    session.press("q", "q")
    try #require(session.wait(forText: "status 0"))

    let found = try home.output("$awl entries --filter \"'tensorflow\"")
    #expect(try home.output("$awl entries --saved 'my tensors'") == found)
    #expect(try home.output("$awl --saved 'my tensors'") == found)
    #expect(try home.output("$awl feed --saved 'my tensors'").contains("<feed"))
    let pick = try home.screen(["pick", "--saved", "my tensors"], shown: "/'tensorflow")
    pick.press("Escape")
  }

  @Test func anUnknownNameIsAUsageError() throws {
    let home = try AwlHome()
    #expect(
      try home.output("$awl entries --saved none 2>&1")
        == "awl: --saved none: there is no such filter: / and :save NAME in the screen save one\n"
        + "status 2\n")
    #expect(
      try home.output("$awl new --saved none --filter a 2>&1").hasSuffix("status 2\n"))
  }
}
