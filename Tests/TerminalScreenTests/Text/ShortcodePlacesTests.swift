import Testing

@testable import TerminalScreen

/// The display of a text with emoji shortcodes.
struct ShortcodePlacesTests {
  @Test(arguments: [
    (":rocket: Launch :tada:", "🚀 Launch 🎉"), ("port :80:", "port :80:"),
    ("write `:rocket:` for :rocket:", "write `:rocket:` for 🚀"),
    ("it`s :rocket:", "it`s 🚀"), ("`a` :rocket: `b", "`a` 🚀 `b"),
    ("\u{1B}:rocket:\u{202E}", "␛🚀"), ("Füße :de:", "Füße DE"),
  ])
  func shortcodesAreShownAsEmoji(text: String, shown: String) {
    #expect(SafeText.shown(text).text == shown)
    #expect(SafeText.shownLines(text)[0].text == shown)
    #expect(SafeText.shownPiped(text) == shown)
    // A user's own text and addresses stay as they are.
    #expect(SafeText(":rocket:").text == ":rocket:")
  }

  @Test func aMatchInAShortcodeIsHighlightedInItsEmoji() {
    let text = SafeText.shown("a :rocket: b")
    #expect(text.columns(ofSource: 3..<9) == 2..<4)
    #expect(text.columns(ofSource: 11..<12) == 5..<6)
    #expect(text.width == 6)
  }

  @Test func theLimitCountsWhatIsShown() {
    let text = String(repeating: ":rocket:", count: 10)
    #expect(SafeText.shown(text, limit: 3).text == "🚀🚀🚀…")
  }
}
