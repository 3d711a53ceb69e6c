import ListModel

/// The star count that pages put behind a title: `Alibi Detect (⭐1.5k)`.
enum StarCount {
  private static let opening: [UInt8] = [UInt8(ascii: "(")] + Array("⭐".utf8)

  /// The count that the text ends with and where the text ends without it; nil where there is
  /// none after `start`.
  static func suffix(of text: [UInt8], from start: Int) -> (stars: Stars, end: Int)? {
    guard text.last == UInt8(ascii: ")") else { return nil }
    var open = text.count - 2
    // `(⭐1.5k)`: a count has at most eight letters.
    while open >= start, text.count - open < 16, text[open] != UInt8(ascii: "(") { open -= 1 }
    guard open >= start, text.count - open > opening.count + 1,
      text[open..<open + opening.count].elementsEqual(opening)
    else { return nil }
    guard let stars = Stars(ascii: text[open + opening.count..<text.count - 1]) else { return nil }
    var end = open
    while end > start, text[end - 1] == 0x20 { end -= 1 }
    return (stars, end)
  }
}
