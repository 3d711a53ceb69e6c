import ConfigurationFile
import Settings
import TestSupport
import Testing

/// Reading configuration files, and reporting their errors.
struct ConfigurationTests {
  private static let commands = ["go-new", "bookmark", "move-down", "quit"]

  private func read(_ text: String) -> Configuration {
    Configuration(text, commands: Self.commands)
  }

  private func problems(_ text: String) -> [String] {
    read(text).issues.map { $0.description(in: "c") }
  }

  @Test func settingsAreApplied() {
    let found = read(
      """
      theme = "gruvbox"
      hints = false
      scrolloff = 7
      detail = "hidden"
      """)
    #expect(found.issues.isEmpty)
    #expect(found.settings.word(.theme) == "gruvbox" && !found.settings.isOn(.hints))
    #expect(found.settings.number(.scrollOff) == 7)
    #expect(found.settings.word(.detail) == "hidden")
    #expect(found.settings.origin(of: .scrollOff) == .file(line: 3))
    #expect(found.settings.number(.wrapWidth) == 88)
  }

  @Test(arguments: [
    ("scrollof = 3", "c:1:1: there is no setting scrollof: did you mean scrolloff?"),
    ("xyzzy = 3", "c:1:1: there is no setting xyzzy"),
    ("\n\n  scrolloff = 99", "c:3:3: scrolloff takes a number from 0 to 50"),
    ("scrolloff = \"3\"", "c:1:1: scrolloff takes a number from 0 to 50"),
    ("hints = 1", "c:1:1: hints takes true or false"),
    ("detail = \"rigth\"", "c:1:1: detail takes auto, right, below or hidden: did you mean right?"),
    ("sort = 2026-11-30", "c:1:1: sort takes date, name, stars or list"),
    ("keys = 3", "c:1:1: keys are tables such as [keys.global]"),
    ("[keys.globl]\n", "c:1:1: no keys are bound for globl: did you mean global?"),
    (
      "[keys.global]\n\"g n\" = \"go-nww\"",
      "c:2:1: there is no command go-nww: did you mean go-new?"
    ),
    (
      "[keys.global]\n\"g n\" = [\"quit\", 3]",
      "c:2:1: \"g n\" takes a command's name, or a list of names"
    ),
    ("hints = true\n [#x]", "c:2:3: this is not TOML: a key is missing"),
    ("[[openers]]\nhost = \"a\"", "c:1:1: an opener needs run = [\"program\", \"{url}\"]"),
    (
      "[[openers]]\nrun = \"mpv\"\nhosts = \"a\"",
      "c:3:1: an opener has no hosts: did you mean host?"
    ),
  ])
  func errorsAreReportedWithTheirPosition(text: String, problem: String) {
    #expect(problems(text) == [problem])
  }

  @Test func aFileThatIsNotTOMLIsReportedWithItsLine() throws {
    let issue = try #require(read("hints = false\nscrolloff = = 3\n").issues.first)
    #expect(issue.line == 2 && issue.message.hasPrefix("this is not TOML: "))
    #expect(read("hints = false\nscrolloff = = 3\n").settings.isOn(.hints))
  }

  @Test func aWrongLineLeavesTheOthers() {
    let found = read(
      """
      # A comment with = and [brackets]
      text = \"\"\"
      [keys.none]
      scrolloff = 1
      \"\"\"
      list = [
        "a", # ]
        'b = c',
      ]
      scrolloff = 5
      hints = "no"
      """)
    #expect(found.settings.number(.scrollOff) == 5)
    #expect(
      found.issues.map(\.line) == [2, 6, 11], "\(found.issues)")
  }

  @Test func keysComeInTheOrderOfTheirLines() {
    let found = read(
      """
      [keys.global]
      "g n" = "go-new"
      X = ["bookmark", "move-down"]
      [keys.page]
      "Q" = "unbind"
      """)
    #expect(found.issues.isEmpty)
    #expect(found.keys.map(\.keys) == ["g n", "X", "Q"])
    #expect(found.keys.map(\.context) == ["global", "global", "page"])
    #expect(found.keys.map(\.commands) == [["go-new"], ["bookmark", "move-down"], []])
    #expect(found.keys.map(\.place.line) == [2, 3, 5])
  }

  @Test func openersAreTriedInTheirOrder() {
    let found = read(
      """
      [[openers]]
      name = "video"
      host = ["youtube.com", "youtu.be"]
      run = ["mpv", "{url}"]

      [[openers]]
      run = ["w3m", "{url}"]
      scheme = "http"
      extension = "html"
      terminal = true
      """)
    #expect(found.issues.isEmpty)
    #expect(found.openers.map(\.name) == ["video", "w3m"])
    #expect(found.openers[0].hosts == ["youtube.com", "youtu.be"])
    #expect(found.openers[1].terminal == true && found.openers[1].extensions == ["html"])
  }

  @Test func aTableHasTheSettingsOfItsName() {
    for text in [
      "[publish]\nurl = \"https://x.example\"\nlimit = 5\n",
      "publish.url = \"https://x.example\"\npublish.limit = 5\n",
    ] {
      let found = read(text)
      #expect(found.issues.isEmpty)
      #expect(found.settings.word(.publishURL) == "https://x.example")
      #expect(found.settings.number(.publishLimit) == 5)
    }
    #expect(
      problems("[publish]\nurk = 1\nhtml = 3\n") == [
        "c:2:1: there is no setting publish.urk: did you mean publish.url?",
        "c:3:1: publish.html takes true or false",
      ])
    #expect(problems("publish = 3") == ["c:1:1: publish is a table of settings: [publish]"])
  }

  @Test func theTemplateIsAFileOfTheDefaults() {
    let text = ConfigurationTemplate.text()
    #expect(read(text).issues.isEmpty)
    let settings = text.split(separator: "\n").filter { line in
      SettingTable.entries.contains { line.hasPrefix("#\($0.name) = ") }
    }
    #expect(settings.count == SettingTable.entries.count)
    let found = read(settings.map { $0.dropFirst() }.joined(separator: "\n"))
    #expect(found.issues.isEmpty)
    for entry in SettingTable.entries {
      #expect(found.settings[entry.setting] == entry.standard)
    }
  }

  @Test func noTextStopsTheReading() {
    var random = SeededGenerator(seed: 19)
    let parts = [
      "theme", "=", "[", "]", "{", "}", "\"", "'", "\"\"\"", "\n", "#", ".", "keys", "global", "3",
      "true", "\\", "\\u00", "openers", "run", ",", " ", "\u{0}", "é", "\r\n", "[[", "]]", "-", "_",
    ]
    for _ in 0..<3_000 {
      let count = Int.random(in: 0..<40, using: &random)
      let text = (0..<count).map { _ in parts.randomElement(using: &random) ?? "" }.joined()
      let found = read(text)
      for issue in found.issues { #expect(issue.line >= 1 && issue.column >= 1) }
      for entry in SettingTable.entries {
        #expect(entry.type.accepts(found.settings[entry.setting]))
      }
    }
  }
}
