import ListModel

/// A star in a text, which may belong to an adjacent number.
struct StarPlace {
  let text: [UInt8]
  /// The position of the star.
  let symbol: Range<Int>
  /// The link that it is in.
  let link: Range<Int>?
  /// The start of the next link.
  let nextLink: Int?
  /// The start of the text that has not been removed.
  let from: Int

  /// Returns the count and the range to remove from the text; nil for a star without a count.
  func count(bracketBytes: Int) -> (stars: Stars, place: Range<Int>)? {
    guard let number = numberAfter() ?? numberBefore() else { return nil }
    if let bracket = bracket(around: number.place, within: bracketBytes) {
      if isCounts(bracket, besides: number.place) { return (number.stars, withSpace(bracket)) }
    } else if !isDetached(number.place) {
      // `⭐ 5 ways` counts ways, but `1,234` and `1.2k` are always star counts.
      let isWritten = text[number.place].contains {
        $0 == UInt8(ascii: ",") || StarPlace.isUnit($0)
      }
      guard isWritten, number.place.lowerBound == symbol.lowerBound else { return nil }
    }
    return (number.stars, withSpace(number.place))
  }
}

extension StarPlace {
  private var bounds: Range<Int> { link ?? from..<text.count }

  /// Parses `⭐ 1.2k` and its range.
  private func numberAfter() -> (stars: Stars, place: Range<Int>)? {
    var start = symbol.upperBound
    start += StarCount.selectorLength(in: text[start...])
    while start < text.count, text[start] == 0x20 || text[start] == UInt8(ascii: ":") { start += 1 }
    var end = start
    while end < bounds.upperBound, text[end].isDigit || isPoint(at: end) { end += 1 }
    if end < bounds.upperBound, StarPlace.isUnit(text[end]) { end += 1 }
    guard let stars = StarPlace.stars(text[start..<end]) else { return nil }
    if end < bounds.upperBound, text[end] == UInt8(ascii: "+") { end += 1 }
    guard end == text.count || !StarPlace.goesOn(text[end]) else { return nil }
    return (stars, symbol.lowerBound..<end)
  }

  /// Parses `1379⭐` and its range.
  private func numberBefore() -> (stars: Stars, place: Range<Int>)? {
    var end = symbol.lowerBound
    if end > bounds.lowerBound, text[end - 1] == 0x20 { end -= 1 }
    var start = end
    if start > bounds.lowerBound, text[start - 1] == UInt8(ascii: "+") { start -= 1 }
    let last = start
    if start > bounds.lowerBound, StarPlace.isUnit(text[start - 1]) { start -= 1 }
    while start > bounds.lowerBound, text[start - 1].isDigit || isPoint(at: start - 1) {
      start -= 1
    }
    guard let stars = StarPlace.stars(text[start..<last]),
      start == 0 || !StarPlace.goesOn(text[start - 1])
    else { return nil }
    let after = symbol.upperBound + StarCount.selectorLength(in: text[symbol.upperBound...])
    return (stars, start..<after)
  }

  /// Returns a point or a comma between two digits.
  private func isPoint(at index: Int) -> Bool {
    (text[index] == UInt8(ascii: ".") || text[index] == UInt8(ascii: ",")) && index > 0
      && index + 1 < text.count && text[index - 1].isDigit && text[index + 1].isDigit
  }

  /// Returns the brackets that a count is in, if both are near.
  private func bracket(around place: Range<Int>, within limit: Int) -> Range<Int>? {
    var start = place.lowerBound
    while start > max(bounds.lowerBound, place.lowerBound - limit),
      !StarPlace.isBracket(text[start - 1])
    { start -= 1 }
    guard start > bounds.lowerBound, StarPlace.closing(text[start - 1]) != nil else { return nil }
    var end = place.upperBound
    while end < min(bounds.upperBound, place.upperBound + limit), !StarPlace.isBracket(text[end]) {
      end += 1
    }
    guard end < bounds.upperBound, text[end] == StarPlace.closing(text[start - 1]) else {
      return nil
    }
    return start - 1..<end + 1
  }

  /// Returns whether brackets contain only symbols and numbers.
  private func isCounts(_ bracket: Range<Int>, besides place: Range<Int>) -> Bool {
    bracket.allSatisfy { index in
      place.contains(index) || !text[index].isLetter
        || StarPlace.isUnit(text[index]) && text[index - 1].isDigit
    }
  }

  /// No adjacent text continues the count as a sentence.
  private func isDetached(_ place: Range<Int>) -> Bool {
    let before = text[bounds.lowerBound..<place.lowerBound]
    guard before.isEmpty || before.last == 0x20 || before.last.map(StarPlace.isBracket) == true
    else {
      return false
    }
    guard place.upperBound < bounds.upperBound else { return true }
    let after = text[place.upperBound..<bounds.upperBound]
    let rest = after.trimmingLeadingSpaces
    guard let next = rest.first else { return true }
    return !next.isLetter && !next.isDigit || rest.startIndex == nextLink
  }

  /// Returns the range extended by the superfluous space.
  private func withSpace(_ place: Range<Int>) -> Range<Int> {
    // Within brackets a comma parts the count from the rest: `(⭐ 2.3K, MIT)`.
    var place = place
    if place.lowerBound > 0, StarPlace.closing(text[place.lowerBound - 1]) != nil {
      while place.upperBound < bounds.upperBound, " ,·|/".utf8.contains(text[place.upperBound]) {
        place = place.lowerBound..<place.upperBound + 1
      }
      return place
    }
    let isAtEnd =
      place.upperBound >= bounds.upperBound || " .,;:)]".utf8.contains(text[place.upperBound])
    if place.lowerBound > bounds.lowerBound, text[place.lowerBound - 1] == 0x20, isAtEnd {
      if place.upperBound < bounds.upperBound, ")]".utf8.contains(text[place.upperBound]) {
        while place.lowerBound > bounds.lowerBound, " ,|/".utf8.contains(text[place.lowerBound - 1])
        {
          place = place.lowerBound - 1..<place.upperBound
        }
        return place
      }
      return place.lowerBound - 1..<place.upperBound
    }
    if place.lowerBound == bounds.lowerBound, place.upperBound < bounds.upperBound,
      text[place.upperBound] == 0x20
    {
      return place.lowerBound..<place.upperBound + 1
    }
    return place
  }
}

extension StarPlace {
  private static func stars(_ number: ArraySlice<UInt8>) -> Stars? {
    Stars(ascii: number.lazy.filter { $0 != UInt8(ascii: ",") })
  }

  private static func isUnit(_ byte: UInt8) -> Bool { byte | 0x20 == 0x6B || byte | 0x20 == 0x6D }

  /// Returns whether adjacent characters make a number part of another word: `4/5`, `80%`, `2x`.
  private static func goesOn(_ byte: UInt8) -> Bool {
    byte.isLetter || byte.isDigit || byte == UInt8(ascii: "/") || byte == UInt8(ascii: "%")
  }

  private static func isBracket(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: "(") || byte == UInt8(ascii: ")") || byte == UInt8(ascii: "[")
      || byte == UInt8(ascii: "]")
  }

  private static func closing(_ open: UInt8) -> UInt8? {
    switch open {
    case UInt8(ascii: "("): UInt8(ascii: ")")
    case UInt8(ascii: "["): UInt8(ascii: "]")
    default: nil
    }
  }
}
