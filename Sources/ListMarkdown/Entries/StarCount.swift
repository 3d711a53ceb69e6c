import ListModel

/// The star count that pages put behind a title: `Alibi Detect (⭐1.5k)`.
enum StarCount {
  private static let opening: [UInt8] = [UInt8(ascii: "(")] + Array("⭐".utf8)

  /// The count that the text ends with and where the text ends without it; nil where there is
  /// none after `start`.
  static func suffix(of text: [UInt8], from start: Int) -> (stars: Stars, end: Int)? {
    guard let last = count(in: text, from: start, to: text.count) else { return nil }
    // Where a README has counts of its own, the site has added another.
    let own = count(in: text, from: start, to: last.end)
    return (last.stars, own?.end ?? last.end)
  }

  /// The count that a part of a text ends with.
  private static func count(
    in text: [UInt8], from start: Int, to end: Int
  ) -> (stars: Stars, end: Int)? {
    guard end > start, text[end - 1] == UInt8(ascii: ")") else { return nil }
    var open = end - 2
    // `(⭐1.5k)`: a count has at most eight letters.
    while open >= start, end - open < 16, text[open] != UInt8(ascii: "(") { open -= 1 }
    guard open >= start, end - open > opening.count + 1,
      text[open..<open + opening.count].elementsEqual(opening)
    else { return nil }
    guard let stars = Stars(ascii: text[open + opening.count..<end - 1]) else { return nil }
    var before = open
    while before > start, text[before - 1] == 0x20 { before -= 1 }
    return (stars, before)
  }
}
