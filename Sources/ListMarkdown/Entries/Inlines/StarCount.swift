import ListModel

/// Star counts in the text of a list: `(⭐1.5k)`, `[1379⭐]`, `★1,234`, `(🥉26 · ⭐ 2.3K)`.
///
/// A count changes from day to day, so it is stored as a number and removed from the text.
enum StarCount {
  private static let opening: [UInt8] = [UInt8(ascii: "(")] + Array("⭐".utf8)
  private static let symbols: [[UInt8]] = ["⭐", "★", "☆", ":star:", ":star2:"].map {
    Array($0.utf8)
  }
  private static let selector: [UInt8] = [0xEF, 0xB8, 0x8F]
  /// Brackets with a count contain no more than this.
  private static let bracketBytes = 64

  /// Returns the count that pages put after a title, `(⭐1.5k)`, and the text's end without it; nil
  /// if there is none after `start`.
  static func suffix(
    of text: [UInt8], from start: Int
  ) -> (stars: Stars, end: Int, symbols: Int)? {
    guard let last = count(in: text, from: start, to: text.count) else { return nil }
    // If a README has its own counts, the site has added another.
    guard let own = count(in: text, from: start, to: last.end) else {
      return (last.stars, last.end, 1)
    }
    return (last.stars, own.end, 2)
  }

  /// Returns the length of a star at the start of a text; 0 if there is none.
  static func symbolLength(in text: some Collection<UInt8>) -> Int {
    symbols.first { text.starts(with: $0) }?.count ?? 0
  }

  /// Removes the counts from a text: that of a link belongs to the link, the first other one to the
  /// text.
  ///
  /// The first link keeps a count that is its only text. Costs one pass.
  static func take(from text: inout InlineText) {
    var cuts: [Range<Int>] = []
    var links = text.links.indices[...]
    var index = 0
    while index < text.text.count {
      let byte = text.text[index]
      guard byte == 0xE2 || byte == 0x3A,
        case let length = symbolLength(in: text.text[index...]), length > 0
      else {
        index += 1
        continue
      }
      while let first = links.first, text.links[first].range.upperBound <= index {
        links = links.dropFirst()
      }
      let link = links.first.flatMap { text.links[$0].range.contains(index) ? $0 : nil }
      let star = StarPlace(
        text: text.text, symbol: index..<index + length, link: link.map { text.links[$0].range },
        nextLink: link == nil ? links.first.map { text.links[$0].range.lowerBound } : nil,
        from: cuts.last?.upperBound ?? 0)
      guard let found = star.count(bracketBytes: bracketBytes),
        link != 0 || found.place != text.links[0].range
      else {
        index += length
        continue
      }
      if let link, text.links[link].stars == nil { text.links[link].stars = found.stars }
      if link == nil, text.stars == nil { text.stars = found.stars }
      cuts.append(found.place)
      index = found.place.upperBound
    }
    text.remove(cuts)
  }

  /// Returns the length of a variation selector that a text begins with.
  static func selectorLength(in text: some Collection<UInt8>) -> Int {
    text.starts(with: selector) ? selector.count : 0
  }

  /// Returns the count that a part of a text ends with.
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
