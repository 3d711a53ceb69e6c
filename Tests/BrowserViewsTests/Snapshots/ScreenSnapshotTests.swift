import BrowserScenario
import HeadlessBrowser
import ListModel
import TestSupport
import BrowserViews
import TerminalScreen
import Testing

/// Whole screens, as text, against the files in Screens/.
struct ScreenSnapshotTests {
  /// A name, a size, a library, and the keys that lead there.
  struct Scene: CustomTestStringConvertible, Sendable {
    let name: String
    let columns: Int
    let rows: Int
    var catalog = Sample.catalog
    var keys = ""

    var testDescription: String { name }
  }

  static let scenes = [
    Scene(name: "library-160x30", columns: 160, rows: 30, keys: "4 j"),
    Scene(name: "library-120x30", columns: 120, rows: 30),
    Scene(name: "library-80x24", columns: 80, rows: 24),
    Scene(
      name: "lists-120x30", columns: 120, rows: 30, catalog: Sample.threeLists, keys: "g h j j l"),
    Scene(
      name: "list-detail-160x30", columns: 160, rows: 30, catalog: Sample.threeLists,
      keys: "g h j l j"),
    Scene(name: "several-lists-120x30", columns: 120, rows: 30, catalog: Sample.twoLists),
    Scene(name: "filter-120x30", columns: 120, rows: 30, keys: "/ t e n s o r"),
    Scene(name: "no-match-80x24", columns: 80, rows: 24, keys: "/ q q q q"),
    Scene(name: "bookmarks-80x24", columns: 80, rows: 24, keys: "b j s g b"),
    Scene(name: "no-bookmarks-80x24", columns: 80, rows: 24, keys: "g b"),
    Scene(name: "help-120x30", columns: 120, rows: 30, keys: "? / s o r t"),
    Scene(name: "help-40x12", columns: 40, rows: 12, keys: "? G"),
    Scene(name: "narrowed-rows-120x40", columns: 120, rows: 40, keys: "h j j j h f f r a"),
    Scene(name: "narrowed-rows-80x24", columns: 80, rows: 24, keys: "f t o Down"),
    Scene(name: "messages-120x40", columns: 120, rows: 40, keys: "x , l b g m k"),
    Scene(name: "messages-80x24", columns: 80, rows: 24, keys: "x : n o n s e n s e Enter g m"),
    Scene(name: "openers-80x24", columns: 80, rows: 24, keys: "O j"),
    Scene(name: "begun-key-80x24", columns: 80, rows: 24, keys: "g"),
    Scene(name: "command-80x24", columns: 80, rows: 24, keys: ": s o r t Tab"),
    Scene(name: "detail-40x12", columns: 40, rows: 12, keys: "4 j l"),
    Scene(name: "dates-40x12", columns: 40, rows: 12, keys: "h Tab"),
    Scene(name: "weeks-120x30", columns: 120, rows: 30, keys: "h Tab w j l"),
    Scene(name: "zoomed-120x30", columns: 120, rows: 30, keys: "+"),
    Scene(name: "smallest-24x6", columns: 24, rows: 6),
    Scene(name: "too-small-20x5", columns: 20, rows: 5),
  ]

  @Test(arguments: scenes)
  func looksAsRecorded(scene: Scene) {
    var browser = Scenario(columns: scene.columns, rows: scene.rows, catalog: scene.catalog)
    browser.press(scene.keys)
    let screen = browser.screen
    #expect(screen.count == scene.rows)
    expectSnapshot(
      screen.joined(separator: "\n") + "\n", at: "Tests/BrowserViewsTests/Screens/\(scene.name).txt"
    )
  }

  @Test func asciiBordersWhereTheLocaleHasNoOthers() {
    var browser = Scenario(columns: 80, rows: 24)
    browser.view = ScreenView(theme: .plain, borders: .ascii)
    let drawn = Set("│─┌┐└┘├┤┬┴┼▾▸›█".unicodeScalars)
    for keys in ["", "O", "?"] {
      browser.press(keys)
      #expect(browser.screen.allSatisfy { $0.unicodeScalars.allSatisfy { !drawn.contains($0) } })
      browser.press("q")
    }
  }
}
