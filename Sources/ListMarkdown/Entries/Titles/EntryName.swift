import ListModel

/// The name of an entry whose link has a generic text.
///
///     **Wekan**: a board ([docs](…), [source](…))      the strong text
///     Wekan - a board ([docs](…))                      what is before a separator
///     *F. Luan*, Deep Photo Style Transfer [[pdf]](…)  what is not an author
///     [2020] [[pdf](…)] - [[code](…)] - Title          what is after the links
///
/// Detached links are removed from the text first; those within a sentence stay.
struct EntryName {
  private(set) var title: [UInt8] = []
  private(set) var description: [UInt8] = []

  /// Nil if there is no name next to the main link.
  init?(_ text: borrowing InlineText, main: Int) {
    let links = DetachedLinks(text, main: main)
    var rest = copy text
    rest.remove(links.cuts)
    let isFound = rest.text.withUnsafeBufferPointer { bytes in
      takeStrong(rest, bytes[...])
        || (links.isMainInBrackets || links.hasWordsBefore)
          && takeWords(rest, bytes[...], isDetached: links.isMainDetached)
    }
    guard isFound, !title.isEmpty else { return nil }
  }
}

extension EntryName {
  /// Words with which a sentence begins, rather than a name.
  private static let sentenceStarts: Set<String> = [
    "also", "available", "check", "click", "download", "find", "for", "from", "get", "go", "here",
    "more",
    "note", "on", "please", "read", "see", "this", "try", "use", "via", "view", "visit", "watch",
    "with",
  ]
  /// Words that continue a sentence.
  static let sentenceEnds: Set<String> = [
    "a", "also", "an", "and", "are", "as", "at", "available", "by", "for", "from", "has", "here",
    "in",
    "is", "its", "my", "of", "official", "on", "or", "our", "see", "that", "the", "their", "this",
    "to",
    "via", "was", "with", "your",
  ]
  private static let longest = 240

  private mutating func takeStrong(_ text: InlineText, _ bytes: ByteSlice) -> Bool {
    guard !text.strong.isEmpty else { return false }
    let name = EntryText.trimmedTitle(Separator.trimmingEnd(bytes[text.strong], isTitle: true))
    guard EntryText.hasWords(name), !GenericTitle.matchesWords(name) else { return false }
    let before = Separator.trimmingEnd(bytes[..<text.strong.lowerBound], isTitle: true)
    let after = Separator.trimmingStart(bytes[text.strong.upperBound...])
    take(name, before, after)
    return true
  }

  /// Takes the words up to a separator, except for an emphasized author at either end.
  private mutating func takeWords(
    _ text: InlineText, _ bytes: ByteSlice, isDetached: Bool
  ) -> Bool {
    var (author, words) = EntryName.author(of: text, bytes)
    words = Separator.trimmingStart(words)
    // `[2020] Title`: text in brackets before the name is part of the description.
    if author.isEmpty, let first = words.first, let close = EntryText.closing(of: first),
      let end = words.firstIndex(of: close), EntryText.hasWords(words[(end + 1)...])
    {
      author = words[(words.startIndex + 1)..<end]
      words = Separator.trimmingStart(words[(end + 1)...])
    }
    let separator = Separator.first(in: words, withColon: true)
    let name = words[..<(separator?.lowerBound ?? EntryName.endOfYear(in: words) ?? words.endIndex)]
    let trimmed = EntryText.trimmedTitle(Separator.trimmingEnd(name, isTitle: true))
    guard !GenericTitle.matchesWords(trimmed),
      EntryName.isName(trimmed, mayEndSentence: isDetached || separator != nil)
    else {
      return false
    }
    take(trimmed, author, Separator.trimmingStart(words[name.endIndex...]))
    return true
  }

  private mutating func take(_ name: ByteSlice, _ before: ByteSlice, _ after: ByteSlice) {
    title = Array(name)
    description = Array(Separator.trimmingStart(before))
    if !description.isEmpty, !after.isEmpty { description.append(0x20) }
    description += after
  }

  /// Returns the emphasized author that a text begins or ends with, and the other words.
  private static func author(
    of text: InlineText, _ bytes: ByteSlice
  ) -> (author: ByteSlice, words: ByteSlice) {
    let none = (bytes[bytes.endIndex...], bytes)
    guard !text.emphasized.isEmpty else { return none }
    let (before, after) = (
      bytes[..<text.emphasized.lowerBound], bytes[text.emphasized.upperBound...]
    )
    switch (EntryText.hasWords(before), EntryText.hasWords(after)) {
    // `_Wekan_: a board`: text before a colon or a dash is the name.
    case (false, true) where Separator.startsDescription(after.trimmingLeadingSpaces): return none
    case (false, true): return (bytes[text.emphasized], after)
    case (true, false):
      return (bytes[text.emphasized], Separator.trimmingEnd(before, isTitle: true))
    default: return none
    }
  }

  /// Returns the end of the year in `Title (2015), Authors`; nil if there is none.
  private static func endOfYear(in text: ByteSlice) -> Int? {
    var index = text.startIndex
    while index + 8 <= text.endIndex {
      if text[index] == UInt8(ascii: "("), text[index + 5] == UInt8(ascii: ")"),
        text[index + 6] == UInt8(ascii: ","),
        text[index + 1..<index + 5].allSatisfy({ $0.isDigit })
      {
        return index + 6
      }
      index += 1
    }
    return nil
  }

  /// Returns whether words may be a name: not a sentence, and no longer than titles are.
  static func isName(_ text: ByteSlice, mayEndSentence: Bool = true) -> Bool {
    guard EntryText.hasWords(text), text.count <= longest else { return false }
    if isOne(of: sentenceStarts, text.prefix { $0 != 0x20 }) {
      // `See This Movie` may be a name all the same.
      let next = text.drop { $0 != 0x20 }.trimmingLeadingSpaces.first ?? 0
      guard next >= 0x41 && next <= 0x5A, text.first.map({ $0 >= 0x41 && $0 <= 0x5A }) == true,
        text.contains(0x20)
      else { return false }
    }
    guard !mayEndSentence, let space = text.lastIndex(of: 0x20) else { return true }
    return !isOne(of: sentenceEnds, text[(space + 1)...])
  }

  static func isOne(of words: Set<String>, _ word: some Collection<UInt8>) -> Bool {
    word.count < 12
      && words.contains(String(decoding: word.map(asciiLowercased), as: UTF8.self))
  }
}
