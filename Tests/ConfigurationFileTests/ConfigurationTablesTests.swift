import ConfigurationFile
import Settings
import Testing

/// Tables of commands, openers and rules, and themes by the background.
struct ConfigurationTablesTests {
  private func read(_ text: String) -> Configuration {
    Configuration(text, commands: ["go-new", "bookmark", "quit"])
  }

  @Test func commandsAreReadAndBound() {
    let found = read(
      """
      [keys.entries]
      x = ":archive"
      "g x" = ["bookmark", "archive"]

      [commands.archive]
      run = ["wget", "--", "{url}"]
      mode = "output"
      help = "Save a copy"
      """)
    #expect(found.issues.isEmpty, "\(found.issues)")
    #expect(found.commands.map(\.name) == ["archive"])
    #expect(found.commands[0].run == ["wget", "--", "{url}"])
    #expect(found.commands[0].mode == "output" && found.commands[0].help == "Save a copy")
    #expect(found.keys.map(\.commands) == [["archive"], ["bookmark", "archive"]])
  }

  @Test func rulesAndOpenersAreReadWithTheirConditions() {
    let found = read(
      """
      [rules]
      "is:paper" = { fg = "magenta", bold = true }
      "stars:>1k" = { fg = "#ffd700", bg = 17 }
      [[openers]]
      run = "zathura"
      query = "is:paper"
      ask = true
      """)
    #expect(found.issues.isEmpty, "\(found.issues)")
    #expect(found.rules.map(\.query) == ["is:paper", "stars:>1k"])
    #expect(found.rules[0].foreground == "magenta" && found.rules[0].attributes == ["bold"])
    #expect(found.rules[1].foreground == "#ffd700" && found.rules[1].background == "17")
    #expect(found.openers[0].query == "is:paper" && found.openers[0].ask)
    #expect(found.openers[0].terminal == nil)
  }

  @Test(arguments: ["query = 5", "host = 5", "scheme = [1]", "extension = true"])
  func anOpenerWithAConditionOfTheWrongKindIsLeftOut(condition: String) {
    let found = read("[[openers]]\nrun = \"zathura\"\n\(condition)\n")
    #expect(found.openers.isEmpty && found.issues.count == 1)
  }

  @Test(arguments: [
    ("theme = { dark = \"nord\", light = \"one-light\" }", "dark=nord light=one-light"),
    ("theme = { light = \"one-light\" }", "light=one-light"),
    ("[theme]\ndark = \"nord\"\n", "dark=nord"), ("theme = \"nord\"", "nord"),
  ])
  func aThemeMayGoByTheBackground(text: String, value: String) throws {
    let found = read(text)
    #expect(found.issues.isEmpty && found.settings.word(.theme) == value)
    let choice = try #require(ThemeChoice(value))
    #expect(choice.name(isLight: nil) == choice.dark)
    #expect(choice.isByBackground == value.contains("="))
  }

  @Test(arguments: [
    ("theme = { drak = \"nord\" }", "c:1:1: theme takes the name of a theme"),
    ("[commands]\nx = 3", "c:2:1: commands are tables such as [commands.archive]"),
    (
      "[commands.quit]\nrun = \"x\"",
      "c:1:1: quit is a command of awl's: choose another name"
    ),
    (
      "[commands.x]\nrun = \"x\"\nmode = \"ouput\"",
      "c:3:1: mode takes silent, terminal or output: did you mean output?"
    ),
    ("[commands.x]\nmode = \"silent\"", "c:1:1: a command needs run = [\"program\", \"{url}\"]"),
    (
      "[commands.x]\nrun = \"x\"\nrum = 3", "c:3:1: a command has no rum: did you mean run?"
    ),
    (
      "[rules]\n\"is:paper\" = \"red\"",
      "c:2:1: a rule is a table such as { fg = \"magenta\", bold = true }"
    ),
    (
      "[rules]\n\"is:paper\" = { fg = \"magneta\" }",
      "c:2:16: fg takes \"#rrggbb\", a number up to 255 or a colour's name: did you mean magenta?"
    ),
    ("[[openers]]\nrun = \"x\"\nhost = 3", "c:3:1: host takes a text or a list of texts"),
    ("[[openers]]\nrun = \"x\"\nask = \"yes\"", "c:3:1: ask takes true or false"),
  ])
  func errorsAreReportedWithTheirPosition(text: String, problem: String) {
    #expect(read(text).issues.map { $0.description(in: "c") } == [problem])
  }

  @Test func anOpenerWithABrokenConditionOpensNothing() {
    #expect(read("[[openers]]\nrun = \"x\"\nhost = 3").openers.isEmpty)
  }
}
