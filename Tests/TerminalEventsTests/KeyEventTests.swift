import TerminalEvents
import Testing

struct KeyEventTests {
  @Test(arguments: [
    ("j", KeyEvent("j")), ("G", KeyEvent("G")), ("?", KeyEvent("?")), ("-", KeyEvent("-")),
    ("é", KeyEvent("é")),
    ("C-d", KeyEvent(.character("d"), control: true)),
    ("C-Space", KeyEvent(.character(" "), control: true)),
    ("C--", KeyEvent(.character("-"), control: true)),
    ("A-b", KeyEvent(.character("b"), alt: true)),
    ("C-A-Left", KeyEvent(.left, control: true, alt: true)),
    ("S-Up", KeyEvent(.up, shift: true)),
    ("S-Tab", KeyEvent(.backTab)),
    ("Enter", KeyEvent(.enter)), ("Esc", KeyEvent(.escape)), ("Tab", KeyEvent(.tab)),
    ("Space", KeyEvent(" ")), ("PgDn", KeyEvent(.pageDown)), ("PgUp", KeyEvent(.pageUp)),
    ("Del", KeyEvent(.delete)), ("Backspace", KeyEvent(.backspace)), ("F1", KeyEvent(.function(1))),
    ("F12", KeyEvent(.function(12))), ("F", KeyEvent("F")),
    ("A-F", KeyEvent(.character("F"), alt: true)),
  ])
  func keysAreReadAndPrinted(text: String, key: KeyEvent) {
    #expect(KeyEvent(parsing: text) == key)
    #expect(key.description == text)
  }

  @Test(arguments: [
    ("C-D", "C-d"), ("A-C-x", "C-A-x"), ("PageDown", "PgDn"), ("Return", "Enter"), ("↓", "Down"),
    ("Escape", "Esc"), ("Delete", "Del"), ("C-S-Tab", "C-S-Tab"),
  ])
  func otherSpellingsAreRead(text: String, printed: String) {
    #expect(KeyEvent(parsing: text)?.description == printed)
  }

  @Test(arguments: [
    "", "jj", "C-", "C-dd", "X-a", "S-a", "C-C-a", "F0", "F64", "Fx", "enter", " ", "\u{1B}",
    "C-\u{7F}",
    "e\u{301}",
  ])
  func anInvalidKeyIsRefused(text: String) {
    #expect(KeyEvent(parsing: text) == nil)
  }

  @Test(arguments: [
    ("g g", "gg"), ("gg", "gg"), (", d", ",d"), ("j", "j"), ("C-x C-c", "C-x C-c"),
    ("g Enter", "g Enter"), ("F 1", "F 1"), ("F1", "F1"), ("↑↓", "Up Down"), ("3 o l", "3 o l"),
  ])
  func sequencesAreReadAndPrinted(text: String, printed: String) throws {
    let sequence = try #require(KeySequence(parsing: text))
    #expect(sequence.description == printed)
    #expect(KeySequence(parsing: printed) == sequence)
  }

  @Test func sequencesAreMadeOfKeys() {
    #expect(KeySequence([KeyEvent("g"), KeyEvent("g")]) == KeySequence(parsing: "gg"))
  }

  @Test func sizesArePrintedAsTheyAreCalled() {
    #expect(Size(columns: 80, rows: 24).description == "80x24")
  }

  @Test(arguments: ["", "  ", "Entr", "C-xx", "g Foo"])
  func invalidSequencesAreRefused(text: String) {
    #expect(KeySequence(parsing: text) == nil)
  }
}
