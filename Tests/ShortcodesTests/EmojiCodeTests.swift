import Testing

@testable import Shortcodes

struct EmojiCodeTests {
  @Test(arguments: [
    (":rocket: Launch", "🚀 Launch"), ("推荐:star:了", "推荐⭐了"), (":+1::-1:", "👍👎"),
    (":zzz:", "💤"), (":100:", "💯"), (":de:", "🇩🇪"), (":star:Name", "⭐Name"),
    (":80:", ":80:"), (":nosuch:", ":nosuch:"), ("std::star::x", "std::star::x"),
    ("1:100:2", "1:100:2"), (":rocket", ":rocket"), ("rocket:", "rocket:"), ("::", "::"), ("", ""),
    (":not:rocket:", ":not:rocket:"), (":ROCKET:", ":ROCKET:"),
  ])
  func aKnownNameBetweenColonsIsShownAsItsEmoji(text: String, shown: String) {
    #expect(shownText(text) == shown)
  }

  @Test func everyNameIsFoundInTheSortedTable() {
    var count = 0
    for part in ShortcodeTable.parts {
      part.forEach { name, emoji in
        count += 1
        #expect(part.emoji(named: name)?.elementsEqual(emoji) == true)
        #expect(emoji.contains { $0 >= 0x80 }, "\(String(decoding: name, as: UTF8.self))")
        #expect(
          shownText(":" + String(decoding: name, as: UTF8.self) + ":").utf8
            .elementsEqual(emoji))
      }
    }
    #expect(count > 1_800)
  }

  @Test func anEmojiHasAllItsCodesWithOrWithoutAVariationSelector() {
    #expect(codes("👍") == [":+1:", ":thumbsup:"])
    #expect(codes("❤️") == [":heart:"])
    #expect(codes("❤") == [":heart:"])
    #expect(codes("x") == [])
    #expect(codes("") == [])
  }

  @Test func aTextOfColonsIsReadInOnePass() {
    let text = String(repeating: ":q", count: 200_000)
    #expect(shownText(text) == text)
  }

  private func shownText(_ text: String) -> String {
    var shown: [UInt8] = []
    Array(text.utf8).withUnsafeBufferPointer { EmojiCode.appendShown($0, to: &shown) }
    return String(decoding: shown, as: UTF8.self)
  }

  private func codes(_ emoji: String) -> [String] {
    EmojiCode.codes(of: emoji.utf8).map { String(decoding: $0, as: UTF8.self) }
  }
}
