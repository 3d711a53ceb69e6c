/// Finds links that are not part of a text's sentences: `a board ([docs](…), [source](…))
/// [site](…)`.
struct DetachedLinks {
  /// The ranges to remove from the text: the links, brackets that contain nothing else, and spaces.
  private(set) var cuts: [Range<Int>] = []
  /// The main link is in brackets, or between separators.
  private(set) var isMainDetached = false
  private(set) var isMainInBrackets = false
  /// Words are before the main link.
  private(set) var hasWordsBefore = false

  private let text: [UInt8]
  private let strongEnd: Int

  init(_ text: borrowing InlineText, main: Int) {
    self.text = text.text
    strongEnd = text.strong.isEmpty ? -1 : text.strong.upperBound
    let start = text.links[main].range.lowerBound
    hasWordsBefore = text.text[..<start].withUnsafeBufferPointer { EntryText.hasWords($0[...]) }
    var end = 0
    let trailing = startOfTrailingLinks(text.links)
    for (number, link) in text.links.enumerated() where link.range.lowerBound >= end {
      let whole = withBrackets(link.range, from: end)
      let shown = self.text[link.range]
      let isShort = link.isBare || link.range.isEmpty || isGeneric(shown)
      let isDetached =
        isShort && (whole != link.range || isBetweenSeparators(whole))
      if number == main {
        isMainInBrackets =
          whole != link.range || shown.first == UInt8(ascii: "[") || link.range.isEmpty
        isMainDetached = isDetached || isMainInBrackets
      }
      guard isDetached || isShort && number >= trailing, !continuesSentence(link.range)
      else { continue }
      cuts.append(whole)
      end = whole.upperBound
    }
    cuts = joined(cuts)
  }
}

extension DetachedLinks {
  private func isGeneric(_ shown: ArraySlice<UInt8>) -> Bool {
    shown.withUnsafeBufferPointer { GenericTitle.matchesWords($0[...]) }
  }

  /// Returns the number of the first of the links that end the text.
  private func startOfTrailingLinks(_ links: [InlineLink]) -> Int {
    var end = text.count
    var first = links.count
    for (number, link) in links.enumerated().reversed() {
      guard link.range.upperBound <= end,
        !DetachedLinks.hasWords(text[link.range.upperBound..<end])
      else { break }
      first = number
      end = link.range.lowerBound
    }
    return first
  }

  /// Returns a word before the link belongs to it: `see https://…`.
  private func continuesSentence(_ link: Range<Int>) -> Bool {
    let before = text[..<link.lowerBound].trimmingTrailingSpaces
    let word = before.suffix(12).split(separator: 0x20).last ?? []
    if before.last == UInt8(ascii: "("), before.dropLast().last == UInt8(ascii: "]") { return true }
    return DetachedLinks.hasWords(word) && EntryName.isOne(of: EntryName.sentenceEnds, word)
  }

  /// Returns a link with the brackets right around it.
  private func withBrackets(_ link: Range<Int>, from start: Int) -> Range<Int> {
    var range = link
    while range.lowerBound > start, range.upperBound < text.count,
      let close = EntryText.closing(of: text[range.lowerBound - 1]),
      text[range.upperBound] == close,
      range.lowerBound < 2 || text[range.lowerBound - 2] != UInt8(ascii: "]")
    {
      range = range.lowerBound - 1..<range.upperBound + 1
    }
    return range
  }

  /// There is no word directly before or after.
  private func isBetweenSeparators(_ range: Range<Int>) -> Bool {
    let before = text[..<range.lowerBound].last { $0 != 0x20 }
    let after = text[range.upperBound...].first { $0 != 0x20 }
    let isAtEnd = text[range.upperBound...].elementsEqual(".".utf8)
    let followsStrong =
      range.lowerBound == strongEnd || range.lowerBound == strongEnd + 1 && strongEnd > 0
    return (followsStrong || (before.map { !DetachedLinks.endsWord($0) } ?? true))
      && (isAtEnd || (after.map { !$0.isOfWord && $0 != UInt8(ascii: ".") } ?? true))
  }

  /// Returns the cuts extended by text between them that is not a word, and by brackets around all.
  private func joined(_ cuts: [Range<Int>]) -> [Range<Int>] {
    var found: [Range<Int>] = []
    for cut in cuts {
      if let last = found.last,
        case let between = text[last.upperBound..<cut.lowerBound],
        !DetachedLinks.hasWords(between), !between.contains(UInt8(ascii: ")"))
      {
        found[found.count - 1] = last.lowerBound..<cut.upperBound
      } else {
        found.append(cut)
      }
    }
    return found.map { withSpace(withSeparators(withOpenBrackets($0))) }
  }

  /// Returns the range extended by enclosing brackets that contain only separators.
  private func withOpenBrackets(_ range: Range<Int>) -> Range<Int> {
    let before = text[..<range.lowerBound].lastIndex { $0 != 0x20 && $0 != UInt8(ascii: ",") }
    let after = text[range.upperBound...].firstIndex { $0 != 0x20 && $0 != UInt8(ascii: ",") }
    guard let before, let after, let close = EntryText.closing(of: text[before]),
      text[after] == close
    else { return range }
    return before..<after + 1
  }

  /// Returns the range extended by separators that would remain: `(docs, MIT)`, `a board. docs |
  /// MIT`.
  private func withSeparators(_ range: Range<Int>) -> Range<Int> {
    let before = text[..<range.lowerBound].last { $0 != 0x20 }
    let isBegin = before.map { !DetachedLinks.endsWord($0) } ?? true
    var (start, end) = (range.lowerBound, range.upperBound)
    if isBegin {
      while end < text.count,
        DetachedLinks.isSeparator(text[end])
          || text[end] == UInt8(ascii: ".") && end + 1 == text.count
      { end += 1 }
    } else if end == text.count || text[end] == UInt8(ascii: ")") || text[end] == UInt8(ascii: "]")
    {
      while start > 0, DetachedLinks.isSeparator(text[start - 1]) { start -= 1 }
    }
    if isBegin, end > range.upperBound, start > 0, text[start - 1] != 0x20, end < text.count,
      text[end - 1] == 0x20, EntryText.closing(of: text[start - 1]) == nil
    {
      end -= 1
    }
    return start..<end
  }

  private func withSpace(_ range: Range<Int>) -> Range<Int> {
    guard range.lowerBound > 0, text[range.lowerBound - 1] == 0x20,
      range.upperBound == text.count || text[range.upperBound] == 0x20
    else { return range }
    return range.lowerBound - 1..<range.upperBound
  }

  /// Returns whether there is a word other than a conjunction.
  private static func hasWords(_ text: ArraySlice<UInt8>) -> Bool {
    var words = text.trimmingLeadingSpaces.trimmingTrailingSpaces
    if words.elementsEqual("and".utf8) || words.elementsEqual("or".utf8) { words = [] }
    return words.contains { $0.isOfWord }
  }

  private static func isSeparator(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x20, UInt8(ascii: ","), UInt8(ascii: "|"), UInt8(ascii: "/"), UInt8(ascii: "&"): true
    default: false
    }
  }

  /// Returns whether a byte ends a name, as letters do.
  private static func endsWord(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: ")"), UInt8(ascii: "]"), UInt8(ascii: "+"), UInt8(ascii: "#"): true
    default: byte.isOfWord
    }
  }
}
