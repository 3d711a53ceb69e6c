import ListModel

extension EntryText {
  /// Takes title and description; true if the title is the link's text.
  mutating func take(_ bytes: ByteSlice, around main: InlineLink) -> Bool {
    var lead = bytes[..<main.range.lowerBound]
    let opening = lead.trimmingTrailingSpaces.last.flatMap { EntryText.closing(of: $0) }
    if !lead.isEmpty {
      lead = takeMarks(atEndOf: lead)
      takeDecoration(atStartOf: &lead)
    }
    var rest = bytes[main.range.upperBound...].trimmingLeadingSpaces
    let hasWords = EntryText.hasWords(lead)
    if hasWords, main.isBare || opening != nil, EntryName.isName(EntryText.trimmedTitle(lead)) {
      // `"My talk" ([audio](…))`, `Foo (https://…) - What.`: the title comes before the link.
      entry.title = entry.add(EntryText.trimmedTitle(lead).buffer)
      isGeneric = GenericTitle.matchesWords(lead)
      takeDescription(EntryText.withoutClosing(rest, opening))
      return false
    }
    entry.title = entry.add(EntryText.trimmedTitle(bytes[main.range]).buffer)
    if !hasWords {
      takeDescription(EntryText.withoutClosing(rest, opening))
      return true
    }
    takeMarks(atStartOf: &rest)
    rest = takeMarks(atEndOf: rest)
    if EntryText.isLabel(lead) {
      // `Go: [name](…) - What it does.`
      isGeneric = isGeneric || GenericTitle.matchesWords(Separator.trimmingEnd(lead, isTitle: true))
      let description = EntryText.trimmedDescription(rest)
      describe(description.isEmpty ? Separator.trimmingEnd(lead, isTitle: true) : lead, description)
    } else {
      let end = Separator.trimmingEnd(rest)
      let after = bytes[main.range.upperBound...].trimmingLeadingSpaces
      if end.startIndex == after.startIndex {
        describe(bytes[lead.startIndex..<max(end.endIndex, main.range.upperBound)])
      } else {
        describe(bytes[lead.startIndex..<main.range.upperBound], end)
      }
    }
    return true
  }

  /// Takes the text after the title: marks, then a separator, then the description.
  mutating func takeDescription(_ text: ByteSlice) {
    var rest = EntryText.withoutClosing(text, nil)
    takeMarks(atStartOf: &rest)
    rest = takeMarks(atEndOf: rest)
    describe(EntryText.trimmedDescription(rest))
  }

  /// Reads an entry without a link: the title is its strong beginning or the text before a dash.
  mutating func takeUnlinked(_ bytes: ByteSlice, strong: Range<Int>) {
    var lead = bytes[..<strong.lowerBound]
    takeDecoration(atStartOf: &lead)
    let hasStrongTitle = !strong.isEmpty && !EntryText.hasWords(lead)
    var text = bytes
    if !hasStrongTitle {
      takeDecoration(atStartOf: &text)
      if text.startIndex > bytes.startIndex { text = Separator.trimmingStart(text) }
    }
    let title =
      hasStrongTitle
      ? bytes[strong]
      : text[..<(Separator.first(in: text, withColon: false)?.lowerBound ?? text.endIndex)]
    entry.title = entry.add(EntryText.trimmedTitle(takeMarks(atEndOf: title)).buffer)
    takeDescription(bytes[title.endIndex...])
  }

  mutating func describe(_ text: ByteSlice) {
    entry.description.append(contentsOf: text.buffer)
  }

  private mutating func describe(_ text: ByteSlice, _ more: ByteSlice) {
    describe(text)
    if !more.isEmpty { entry.description.append(0x20) }
    describe(more)
  }

  /// Returns whether the text before a link is a label of it: `Go:`, `2020 -`, `[Free]`.
  private static func isLabel(_ lead: ByteSlice) -> Bool {
    Separator.trimmingEnd(lead, isTitle: true).endIndex < lead.endIndex
      || lead.first.flatMap { closing(of: $0) }.map { lead.last == $0 } ?? false
  }
}

// MARK: - Marks

extension EntryText {
  /// Takes the symbols at the start of the text, unless a number follows: that is a count.
  private mutating func takeMarks(atStartOf text: inout ByteSlice) {
    while let first = text.first, first >= 0x80 || first == UInt8(ascii: ":") {
      let found = Symbols.mark(in: text, at: text.startIndex)
      guard let (mark, end) = found else { return }
      let rest = text[end...].trimmingLeadingSpaces
      if let next = rest.first, next.isDigit { return }
      entry.marks.append(mark)
      text = rest
    }
  }

  /// Takes marks, bullets and a number before the description.
  private mutating func takeDecoration(atStartOf text: inout ByteSlice) {
    text = text.trimmingLeadingSpaces
    while let first = text.first {
      if first >= 0x80 || first == UInt8(ascii: ":") {
        if let (mark, end) = Symbols.mark(in: text, at: text.startIndex) {
          entry.marks.append(mark)
          text = text[end...].trimmingLeadingSpaces
          continue
        }
      }
      let rest = Separator.trimmingStart(text)
      guard first >= 0x80, rest.startIndex > text.startIndex else { break }
      text = rest
    }
  }

  /// Takes the symbols at the end of the text; returns the text without them.
  private mutating func takeMarks(atEndOf text: ByteSlice) -> ByteSlice {
    let trimmed = text.trimmingTrailingSpaces
    guard let last = trimmed.last else { return trimmed }
    if last == UInt8(ascii: ":") {
      let length = Shortcode.length(atEndOf: trimmed)
      guard length > 0 else { return trimmed }
      let rest = takeMarks(atEndOf: trimmed.dropLast(length))
      entry.marks.append(Mark(trimmed.suffix(length).string))
      return rest
    }
    guard last >= 0x80, let start = Symbols.startOfTrailingSymbols(in: trimmed) else {
      return trimmed
    }
    var index = start
    while index < trimmed.endIndex {
      if let (mark, end) = Symbols.symbol(in: trimmed, at: index) {
        entry.marks.append(mark)
        index = end
      } else {
        index += 1
      }
    }
    return trimmed[..<start].trimmingTrailingSpaces
  }
}

// MARK: - Words and brackets

extension EntryText {
  /// Returns whether a text has content: a letter or a digit beyond a lone number such as `1.`.
  static func hasWords(_ text: ByteSlice) -> Bool {
    let digits = text.prefix(while: { $0.isDigit })
    if !digits.isEmpty, digits.count < text.count, text.count <= digits.count + 2,
      [UInt8(ascii: "."), UInt8(ascii: ")")].contains(text[digits.endIndex])
    {
      return false
    }
    return text.contains(where: { $0.isOfWord })
  }

  /// Returns the bracket that matches an opening one.
  static func closing(of bracket: UInt8) -> UInt8? {
    switch bracket {
    case UInt8(ascii: "("): UInt8(ascii: ")")
    case UInt8(ascii: "["): UInt8(ascii: "]")
    case UInt8(ascii: "{"): UInt8(ascii: "}")
    default: nil
    }
  }

  /// Returns the text after a link without closing brackets that are not opened there.
  static func withoutClosing(_ text: ByteSlice, _ opening: UInt8?) -> ByteSlice {
    var rest = text.trimmingLeadingSpaces
    var isClosed = false
    while let first = rest.first, first == 0x29 || first == 0x5D || first == 0x7D {
      isClosed = isClosed || first == opening
      rest = rest.dropFirst().trimmingLeadingSpaces
    }
    if let opening, !isClosed, rest.last == opening,
      !rest.contains(where: { closing(of: $0) == opening })
    {
      rest = rest.dropLast()
    }
    return rest
  }

  /// Returns a title without the brackets around it and the separators at its ends.
  static func trimmedTitle(_ text: ByteSlice) -> ByteSlice {
    guard let first = text.first, let last = text.last else { return text }
    var title = text
    if !last.isOfWord || last >= 0x80 { title = withoutOpenEnd(title, isTitle: true) }
    if last == closing(of: first), let inside = insideBrackets(title) { title = inside }
    return title.isEmpty ? text : title
  }

  /// Returns a description without separators at its ends and without empty brackets.
  static func trimmedDescription(_ text: ByteSlice) -> ByteSlice {
    var rest = Separator.trimmingStart(text)
    while let first = rest.first, let close = closing(of: first),
      rest.dropFirst().first(where: { $0 != 0x20 && $0 != UInt8(ascii: ",") }) == close,
      let end = rest.firstIndex(of: close)
    {
      rest = Separator.trimmingStart(rest[(end + 1)...])
    }
    guard let last = rest.last, !last.isOfWord || last >= 0x80, last != UInt8(ascii: ".") else {
      return rest
    }
    return withoutOpenEnd(rest)
  }

  /// Returns a text without a separator, an opening bracket or an empty pair of brackets at its
  /// end.
  private static func withoutOpenEnd(_ text: ByteSlice, isTitle: Bool = false) -> ByteSlice {
    var rest = text
    while true {
      let before = rest.endIndex
      rest = Separator.trimmingEnd(rest, isTitle: isTitle)
      if let last = rest.last, closing(of: last) != nil { rest = rest.dropLast() }
      if let last = rest.last, last == UInt8(ascii: ")") || last == UInt8(ascii: "]") {
        let inner = rest.dropLast().trimmingTrailingSpaces
        if let open = inner.last, closing(of: open) == last { rest = inner.dropLast() }
      }
      if rest.endIndex == before { return rest }
    }
  }

  private static func isRoundOrSquare(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "("), UInt8(ascii: ")"), UInt8(ascii: "["), UInt8(ascii: "]"): true
    default: false
    }
  }

  /// Returns the text inside brackets that enclose all of it; nil if there are others inside.
  private static func insideBrackets(_ text: ByteSlice) -> ByteSlice? {
    let inside = text.dropFirst().dropLast()
    guard !inside.isEmpty, !inside.contains(where: isRoundOrSquare) else { return nil }
    return inside
  }
}
