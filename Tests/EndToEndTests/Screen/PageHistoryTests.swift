import TestSupport
import Testing

/// The versions of the page of a list that is followed by its history, in a real terminal.
struct PageHistoryTests {
  private let home: AwlHome
  private let repository: SampleRepository

  init() throws {
    home = try AwlHome()
    repository = try SampleRepository()
    let start = "# A List\n\nAbout things.\n\n## Things\n\n"
    let items = { (names: [String]) in
      names.map { "- [\($0)](https://\($0.lowercased()).example) - About \($0).\n" }.joined()
    }
    try repository.commit(
      ["README.md": start + items(["One", "Two", "Three"])], day: 0, author: "Ann",
      subject: "Start the list")
    try repository.commit(
      ["README.md": start + items(["One", "Three", "Four"])], day: 10, author: "Bob",
      subject: "Swap \u{1B}[31mTwo for Four")
    try repository.commit(
      ["README.md": start + items(["One", "Three", "Four", "Five"])], day: 20, author: "Cyd",
      subject: "Add Five")
    _ = try home.output("$awl follow \(repository.path)")
  }

  /// Whether a row has some texts, or gets them.
  private func shows(_ screen: TmuxSession, _ texts: String...) -> Bool {
    screen.wait { $0.contains { row in texts.allSatisfy { row.contains($0) } } }
  }

  /// Whether no row has a text, or none has it soon.
  private func lacks(_ screen: TmuxSession, _ text: String) -> Bool {
    screen.wait { !$0.contains { $0.contains(text) } }
  }

  @Test func aVersionIsShownWithWhatItChanged() throws {
    let screen = try home.screen(shown: "4/4")
    screen.press("v")
    #expect(screen.wait(forText: "2020-01-21 Cyd: Add Five"))
    #expect(shows(screen, "• Five", " +"))
    screen.press("[", "v")
    #expect(screen.wait(forText: "2020-01-11 Bob: Swap ␛[31mTwo for Four"))
    #expect(lacks(screen, "• Five"))
    #expect(shows(screen, "• Four", " + "))
    #expect(shows(screen, "~ Two - About Two."))
    screen.press("g", "d")
    #expect(screen.wait(forText: "What this version changed"))
    #expect(shows(screen, "+ Four  in Things") && shows(screen, "- Two  in Things"))
    screen.press("g", "d", "2", "]", "v")
    #expect(screen.wait(forText: "2020-01-21 Cyd: Add Five"))
    screen.press("9", "[", "v")
    #expect(screen.wait(forText: "2020-01-01 Ann: Start the list"))
    #expect(shows(screen, "• Two"))
    screen.press("[", "v")
    #expect(screen.wait { $0.contains { $0.contains("no such version") } })
  }

  @Test func aDayShowsTheVersionOfThatDay() throws {
    let screen = try home.screen(shown: "4/4")
    screen.press("v")
    #expect(screen.wait(forText: "2020-01-21 Cyd: Add Five"))
    screen.type(":at 2020-01-15")
    screen.press("Enter")
    #expect(screen.wait(forText: "2020-01-11 Bob"))
    screen.type(":at 2019-01-01")
    screen.press("Enter")
    #expect(screen.wait { $0.contains { $0.contains("no such version") } })
    let text = try home.output("$awl show work --at 2020-01-05 | grep Two")
    #expect(text == "• Two - About Two.\nstatus 0\n")
  }

  @Test func removedEntriesAreShownInTheirPlace() throws {
    let screen = try home.screen(shown: "4/4")
    screen.press("v")
    #expect(screen.wait(forText: "2020-01-21 Cyd: Add Five"))
    #expect(lacks(screen, "~ Two"))
    screen.press("z", "r")
    #expect(screen.wait(forText: "1 that left the list is shown"))
    let lines = screen.screen
    let place = try #require(lines.firstIndex { $0.contains("~ Two - About Two.") })
    #expect(lines[place - 1].contains("• One") && lines[place + 1].contains("• Three"))
    #expect(lines[place].contains("2020-01-01"))
    screen.press("z", "r")
    #expect(screen.wait { !$0.contains { $0.contains("~ Two") } })
  }
}
