import ListSearch
import Testing

struct TextFinderTests {
  private func found(_ needle: String, in text: String) -> [String] {
    var text = text
    return text.withUTF8 { bytes in
      (TextFinder(needle)?.ranges(in: UnsafeRawBufferPointer(bytes)) ?? []).map {
        String(decoding: bytes[$0], as: UTF8.self)
      }
    }
  }

  @Test(arguments: [
    ("cafe", "a Café, a CAFE\u{301} and a cafe", ["Café", "CAFE\u{301}", "cafe"]),
    ("strasse", "Straße", ["Straße"]),
    ("Light", "Light light LIGHT", ["Light"]),
    ("light", "Light light LIGHT", ["Light", "light", "LIGHT"]),
    ("aa", "aaaa", ["aa", "aa"]),
    ("f", "\u{FB03}", ["\u{FB03}"]),
    ("don't", "don’t", ["don’t"]),
    ("x", "", []),
  ])
  func textIsFoundAsTheFilterFoldsIt(needle: String, text: String, expected: [String]) {
    #expect(found(needle, in: text).map { Array($0.utf8) } == expected.map { Array($0.utf8) })
  }

  @Test func textThatFoldsToNothingIsEmpty() {
    #expect(TextFinder("") == nil)
    #expect(TextFinder("\u{301}") == nil)
  }
}
