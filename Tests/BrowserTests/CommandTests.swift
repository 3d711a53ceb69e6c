import Browser
import BrowserScenario
import HeadlessBrowser
import TerminalEvents
import Testing

struct CommandTests {
  @Test func everyCommandStandsInTheTableOnce() {
    #expect(
      CommandTable.entries.map(\.command).count == Set(CommandTable.entries.map(\.command)).count)
    #expect(Set(CommandTable.entries.map(\.command)) == Set(Command.allCases))
  }

  @Test(arguments: [false, true])
  func everyDefaultKeyIsAKeyAndNoneShadowsAnother(isPicking: Bool) throws {
    let keymap = isPicking ? Keymap.picking : .standard
    var seen: [[KeyEvent]] = []
    for entry in CommandTable.entries {
      for text in entry.keys {
        #expect(KeySequence(parsing: text) != nil, "\(text) is no key")
      }
      for text in keymap.keys(of: entry.command) {
        let keys = try #require(KeySequence(parsing: text), "\(text) is no key").keys
        for other in seen {
          #expect(!other.starts(with: keys) && !keys.starts(with: other), "\(text) is taken")
        }
        seen.append(keys)
      }
    }
  }

  @Test func aCommandIsRunByItsName() {
    var browser = Scenario()
    browser.press(":")
    browser.type("sort-name")
    browser.press("Enter")
    #expect(browser.titles.first == "A talk without a link")
    browser.press(":")
    browser.type("3")
    browser.press("Enter")
    #expect(browser.selectedTitle == browser.titles[2])
  }

  @Test func tabCompletesAndCycles() {
    var browser = Scenario()
    browser.press(":")
    browser.type("sort-s")
    browser.press("Tab")
    #expect(browser.state.prompt?.line.text == "sort-stars")
    browser.press("Tab")
    #expect(browser.state.prompt?.line.text == "sort-stars-reversed")
    browser.press("Tab")
    #expect(browser.state.prompt?.line.text == "sort-stars")
  }

  @Test func anUnknownCommandSuggestsTheNearest() {
    var browser = Scenario()
    browser.press(":")
    browser.type("bokmark")
    browser.press("Enter")
    #expect(browser.state.message?.text == "there is no command :bokmark: did you mean :bookmark?")
  }

  @Test func aFilterCanBeAnArgument() {
    var browser = Scenario()
    browser.press(":")
    browser.type("filter tensor")
    browser.press("Enter")
    #expect(browser.titles == ["TensorFlow Data Validation"])
  }

  @Test func commandsAreRecalledWithTheArrows() {
    var browser = Scenario()
    browser.press(": 2 Enter : 3 Enter : Up Up")
    #expect(browser.state.prompt?.line.text == "2")
    browser.press("Down")
    #expect(browser.state.prompt?.line.text == "3")
    browser.press("Down")
    #expect(browser.state.prompt?.line.text == "")
  }

  @Test func theHelpFiltersAndRunsACommand() {
    var browser = Scenario()
    browser.press("? /")
    browser.type("sort-name-rev")
    browser.press("Enter")
    #expect(browser.state.overlay == nil)
    #expect(browser.titles.first == "Understanding Software 2.0")
  }

  @Test func theHelpClosesWithoutRunningAnything() {
    for key in ["q", "Esc", "?", "C-c", "h"] {
      var browser = Scenario()
      browser.press("? j j " + key)
      #expect(browser.state.overlay == nil, "\(key) closes the help")
      #expect(browser.takeEffects().isEmpty)
    }
  }

  @Test func controlCCancelsThePromptThenStopsWorkElseQuits() {
    var browser = Scenario()
    browser.press("/ a C-c")
    #expect(browser.state.prompt == nil)
    #expect(browser.takeEffects().isEmpty)
    browser.press("R C-c")
    #expect(browser.takeEffects() == [.sync([]), .cancelWork])
    browser.send(.syncing(nil))
    browser.press("C-c")
    #expect(browser.takeEffects() == [.quit])
  }

  @Test(arguments: [("Q", BrowserEffect.quit), ("C-z", .suspend), ("C-l", .redraw)])
  func somethingIsAskedOfTheOutside(keys: String, effect: BrowserEffect) {
    var browser = Scenario()
    browser.press(keys)
    #expect(browser.takeEffects() == [effect])
  }

  @Test func surpriseGoesToARandomEntry() {
    var browser = Scenario()
    browser.seed = 8 * 5 + 3
    browser.press("g s")
    #expect(browser.selectedTitle == "PyTorch Lightning")
  }
}

struct LineEditorTests {
  @Test(arguments: [
    ("a b c", ["C-w"], "a b "), ("a b c", ["C-u"], ""), ("abc", ["C-a", "C-k"], ""),
    ("abc", ["Left", "Backspace"], "ac"), ("abc", ["Home", "Del"], "bc"),
    ("one two", ["A-b", "x"], "one xtwo"), ("one two", ["C-a", "A-f", "x"], "onex two"),
    ("abc", ["C-b", "C-b", "C-d"], "ac"), ("abc", ["C-h"], "ab"),
    ("abc", ["C-a", "C-e", "d"], "abcd"),
  ])
  func editsLikeAShell(text: String, keys: [String], result: String) {
    var browser = Scenario()
    browser.press(":")
    browser.type(text)
    browser.press(keys.joined(separator: " "))
    #expect(browser.state.prompt?.line.text == result)
  }
}
