import ListModel
import TestSupport
import Testing

/// Identities of lists, in which GitHub ignores the case of ASCII letters.
struct ListIDTests {
  @Test func identitiesThatDifferInCaseAreOne() {
    var random = SeededGenerator(seed: 3)
    for _ in 0..<2_000 {
      let letters = (0..<Int.random(in: 0...20, using: &random)).map { _ in
        ["a", "Z", "/", "-", "\u{E9}", "\u{C9}"].randomElement(using: &random) ?? ""
      }
      let changed = letters.map { letter in
        Bool.random(using: &random) ? letter : letter == "a" ? "A" : letter == "Z" ? "z" : letter
      }
      let (id, other) = (ListID(letters.joined()), ListID(changed.joined()))
      #expect(id == other)
      #expect(id.hashValue == other.hashValue)
      var different = letters
      different.insert("b", at: Int.random(in: 0...letters.count, using: &random))
      #expect(id != ListID(different.joined()))
    }
  }

  @Test func onlyLettersOfASCIIAreTheSameInBothCases() {
    #expect(ListID("o/\u{E9}") != ListID("o/\u{C9}"))
    #expect(ListID("o/@") != ListID("o/`"))
    #expect(ListID("o/e\u{301}") != ListID("o/\u{E9}"))
  }
}
