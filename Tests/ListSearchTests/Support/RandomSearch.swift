import ListModel

/// A generator that returns the same numbers in each run.
struct SeededGenerator: RandomNumberGenerator {
  private var state: UInt64

  init(seed: UInt64) { state = seed &* 0x9E37_79B9_7F4A_7C15 | 1 }

  // Marsaglia's xorshift64*.
  mutating func next() -> UInt64 {
    state ^= state >> 12
    state ^= state << 25
    state ^= state >> 27
    return state &* 0x2545_F491_4F6C_DD1D
  }
}

/// Random entries, lists and queries over an alphabet so small that they meet.
struct RandomSearch {
  var generator: SeededGenerator

  init(seed: UInt64) { generator = SeededGenerator(seed: seed) }

  /// A text of plain letters mostly, or of hostile ones.
  mutating func text(upTo length: Int) -> String {
    let letters =
      Bool.random(using: &generator) ? NaiveFolding.letters[...] : NaiveFolding.letters[..<12]
    var text = String.UnicodeScalarView()
    for _ in 0..<Int.random(in: 0...length, using: &generator) {
      if let letter = letters.randomElement(using: &generator) { text.append(letter.original) }
    }
    return String(text)
  }

  mutating func lists() -> [[Entry]] {
    let paths = (0..<6).map { _ in CategoryPath([text(upTo: 5), text(upTo: 4)]) }
    return (0..<Int.random(in: 1...3, using: &generator)).map { _ in
      (0..<Int.random(in: 0...14, using: &generator)).map { _ in
        let day = Int.random(in: 0...6, using: &generator)
        return Entry(
          title: text(upTo: 12), url: Bool.random(using: &generator) ? text(upTo: 6) : nil,
          description: text(upTo: 25), category: paths.randomElement(using: &generator) ?? paths[0],
          added: day == 0 ? nil : Day(clamping: day),
          stars: Bool.random(using: &generator)
            ? Stars(Int.random(in: 0...3, using: &generator)) : nil)
      }
    }
  }

  /// A word that is not an operator, in letters that fold to something.
  mutating func word(upTo length: Int) -> String {
    let word = text(upTo: length).unicodeScalars.filter { ![" ", "\u{3000}"].contains($0) }
    let folded = NaiveText(String(String.UnicodeScalarView(word)), keepingCase: true)
    let isPlain = !folded.scalars.isEmpty && word.first != "-"
    return isPlain ? String(String.UnicodeScalarView(word)) : "a"
  }
}
