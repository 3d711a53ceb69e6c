import Browser
import BrowserScenario
import HeadlessBrowser
import ListModel
import TerminalEvents
import Testing

/// Commands of the user's own and `|`: keys in, effects and screens out.
struct OwnCommandTests {
  private func browser(_ commands: [CustomCommand], columns: Int = 120) throws -> Scenario {
    var browser = Scenario(columns: columns)
    var preferences = Preferences()
    preferences.customCommands = commands
    let keys = try #require(KeySequence(parsing: "g x"))
    preferences.keymaps = Keymaps([
      KeyBinding(.global, keys, running: commands.map { .custom($0.name) })
    ])
    browser.send(.configured(preferences, Message(.information, "")))
    _ = browser.takeEffects()
    return browser
  }

  private func runs(_ browser: inout Scenario) -> [(name: String, titles: [String])] {
    browser.takeEffects().compactMap { effect in
      if case .runCustom(let name, let entries) = effect {
        (name, entries.map(\.title))
      } else {
        nil
      }
    }
  }

  @Test func itsKeysRunItForTheSelectedOrTheMarkedEntries() throws {
    var browser = try browser([CustomCommand(name: "archive")])
    browser.press("g x")
    #expect(runs(&browser).map(\.titles) == [["Aim"]])
    browser.press("Space Space")
    browser.run("archive")
    #expect(runs(&browser).map(\.titles) == [["Aim", "Understanding Software 2.0"]])
  }

  @Test func aCommandGetsThePartsOfAnEntry() throws {
    var browser = try browser([CustomCommand(name: "archive")])
    browser.run("archive")
    guard case .runCustom(_, let entries)? = browser.takeEffects().last, let aim = entries.first
    else {
      Issue.record("nothing was run")
      return
    }
    #expect(aim.url == "https://aimstack.io" && aim.list == "me/awesome-sample")
    #expect(aim.category == "Tooling" && aim.day?.description == "2022-02-11")
  }

  @Test func anEntryWithoutALinkIsNotGivenToACommandForLinks() throws {
    var browser = try browser([
      CustomCommand(name: "archive"), CustomCommand(name: "say", needsLink: false),
    ])
    browser.press("5 j")
    #expect(browser.selectedTitle == "A talk without a link")
    browser.run("archive")
    #expect(browser.state.message?.kind == .error && runs(&browser).isEmpty)
    browser.run("say")
    #expect(runs(&browser).map(\.titles) == [["A talk without a link"]])
  }

  @Test func manyEntriesAreAskedAbout() throws {
    var browser = try browser([CustomCommand(name: "archive")])
    browser.run("set ask-open 2")
    browser.press("C-a g x")
    #expect(browser.state.question?.text == "run archive for 7 entries?")
    browser.press("n")
    #expect(runs(&browser).isEmpty)
    browser.press("g x y")
    #expect(runs(&browser).first?.titles.count == 7)
  }

  @Test func aCommandWithoutPartsOfEntriesRunsOnce() throws {
    var browser = try browser([CustomCommand(name: "build", isForEachEntry: false)])
    browser.press("C-a g x")
    #expect(runs(&browser).map(\.titles) == [[]])
  }

  @Test func helpCompletionAndWaitingKeysShowIt() throws {
    var browser = try browser([CustomCommand(name: "archive", help: "Save a copy")])
    browser.press(":")
    browser.type("arch")
    browser.press("Tab")
    #expect(browser.state.prompt?.line.text == "archive")
    browser.press("Esc ?")
    browser.press("/")
    browser.type("save a copy")
    #expect(browser.screen.contains { $0.contains("gx") && $0.contains("Save a copy") })
    browser.press("Enter Enter")
    #expect(runs(&browser).map(\.name) == ["archive"])
    browser.press("g")
    browser.send(.keysWaited)
    #expect(browser.screen.contains { $0.contains("Save a copy") })
  }

  @Test func aPrefixOrTypoOfANameIsUnderstood() throws {
    var browser = try browser([CustomCommand(name: "archive")])
    browser.run("arch")
    #expect(runs(&browser).count == 1)
    browser.run("archvie")
    #expect(browser.state.message?.text == "there is no command :archvie: did you mean :archive?")
  }

  @Test(arguments: [(120, 40), (80, 24)])
  func outputIsShownAndScrolled(columns: Int, rows: Int) throws {
    var browser = try browser([CustomCommand(name: "list", mode: .output)], columns: columns)
    browser.send(.resized(Size(columns: columns, rows: rows)))
    browser.run("list")
    #expect(browser.screen[rows - 2].contains("running list"))
    browser.run("list")
    #expect(browser.state.message?.text == "list is running: C-c stops it")
    browser.press("C-c")
    #expect(browser.takeEffects().contains(.cancelCommand))
    let text = (1...100).map { "line \($0)\tafter\u{1B}[31m a tab\n" }.joined()
    browser.send(.commandEnded(name: "list", output: text, nil))
    #expect(browser.screen[2].hasPrefix(" line 1  after␛[31m a tab"))
    #expect(browser.screen[1].contains("─ list ─") && browser.screen[1].contains("/100"))
    browser.press("j j")
    #expect(browser.screen[2].hasPrefix(" line 3"))
    browser.press("G")
    #expect(browser.screen[rows - 3].hasPrefix(" line 100"))
    browser.press("l")
    #expect(browser.screen[rows - 3].hasPrefix(" ") && browser.screen[rows - 3].contains("after"))
    browser.press("q")
    #expect(browser.screen.contains { $0.contains("Entries") })
  }

  @Test func outputDoesNotReplaceTheTypedText() throws {
    var browser = try browser([CustomCommand(name: "list", mode: .output)])
    browser.run("list")
    browser.press("/")
    browser.type("aim")
    browser.send(.commandEnded(name: "list", output: "text\n", nil))
    #expect(browser.state.prompt?.line.text == "aim" && browser.state.overlay == nil)
  }

  @Test func markedEntriesAreSentToACommand() throws {
    var browser = Scenario()
    browser.press("Space Space |")
    #expect(browser.screen[38].hasPrefix(" |"))
    browser.type("jq -r .url")
    browser.press("Enter")
    let entries = [EntryIndex(0), EntryIndex(1)]
    #expect(
      browser.takeEffects() == [
        .pipe(line: "jq -r .url", inTerminal: false, entries: entries, place: .library)
      ])
    #expect(browser.screen[38].contains("running jq"))
    browser.send(.commandEnded(name: "jq", output: "", nil))
    #expect(browser.state.message?.text == "jq printed nothing")
    browser.press("|")
    browser.type("!less")
    browser.press("Enter")
    #expect(
      browser.takeEffects() == [
        .pipe(line: "less", inTerminal: true, entries: entries, place: .library)
      ])
    browser.press("| Up Up")
    #expect(browser.state.prompt?.line.text == "jq -r .url")
  }

  @Test func anOpenerThatAsksIsAnsweredOnTheScreen() {
    var browser = Scenario()
    browser.send(.openersAsk(urls: ["https://a.example/"], names: ["video"]))
    #expect(browser.screen[38].contains("open https://a.example/ with video? (y/n)"))
    browser.press("y")
    #expect(browser.takeEffects() == [.openConfirmed(urls: ["https://a.example/"])])
    browser.send(.openersAsk(urls: ["https://a.example/"], names: ["video"]))
    browser.press("j")
    #expect(browser.takeEffects().isEmpty)
  }

  @Test func openersThatFitAreOfferedByName() {
    var browser = Scenario(openerNames: ["video", "papers"])
    browser.press("O")
    #expect(browser.screen.contains { $0.contains("papers") })
    browser.press("j Enter")
    #expect(browser.takeEffects() == [.open(url: "https://aimstack.io", opener: 1)])
    var none = Scenario(openerNames: [])
    none.press("O")
    #expect(none.state.message?.text.hasPrefix("no opener fits") == true)
  }
}
