import ListModel

extension ByteText {
  /// Appends a list's text escaped, so that CommonMark with GitHub's extensions shows it literally.
  ///
  /// No part of it becomes HTML, a heading, a list item, emphasis, a task box, a new link or a
  /// template's tag. A mail address becomes a code span, because GitHub links addresses in plain
  /// text regardless of escapes.
  mutating func add(markdown text: String) { add(markdown: text, isLink: false) }

  private mutating func add(markdown text: String, isLink: Bool) {
    var text = text.publishable
    text.withUTF8 { bytes in
      let mayHoldMail = !isLink && bytes.contains(UInt8(ascii: "@"))
      // The unwritten rest begins at `start`.
      var start = 0
      var index = 0
      while index < bytes.count {
        if mayHoldMail, let end = mailAddressEnd(in: bytes, from: index) {
          add(bytes[start..<index])
          add("`")
          add(bytes[index..<end])
          add("`")
          index = end
          start = end
        } else {
          if mayNeedEscape.contains(bytes[index]), needsEscape(bytes, at: index) {
            add(bytes[start..<index])
            add("\\")
            start = index
          }
          index += 1
        }
      }
      add(bytes[start...])
    }
  }

  /// Appends a text that begins a paragraph, where more characters are special than within one.
  mutating func add(markdownParagraph text: String) {
    let clean = text.publishable
    let digits = clean.utf8.prefix { $0.isASCIIDigit }.count
    let isMarker = clean.utf8.dropFirst(digits).first.map {
      (digits > 0 ? ".)" : "-+=>").utf8.contains($0)
    }
    guard isMarker == true else { return add(markdown: clean) }
    // The marker may begin a mail address, which would be put into a code span with it.
    add(clean.utf8.prefix(digits))
    add("\\")
    add(clean.utf8.dropFirst(digits).prefix(1))
    add(markdown: String(clean.unicodeScalars.dropFirst(digits + 1)))
  }

  /// Appends an absolute URI as the destination of a link.
  mutating func add(destination uri: String) {
    var uri = uri
    uri.withUTF8 { bytes in
      var start = 0
      for index in bytes.indices where escapedInDestination.contains(bytes[index]) {
        add(bytes[start..<index])
        add("\\")
        start = index
      }
      add(bytes[start...])
    }
  }

  /// Appends `[text](uri)` with a list's text.
  mutating func addLink(_ text: String, to uri: String) {
    add("[")
    add(markdown: text, isLink: true)
    add("](")
    add(destination: uri)
    add(")")
  }

  /// Appends a line of a text that is a separate paragraph, or part of one.
  ///
  /// White space at its ends, which Markdown would drop or take for adjacent markup, becomes
  /// character references.
  mutating func add(markdownLine line: String, startsParagraph: Bool, endsParagraph: Bool) {
    if let first = line.utf8.first, let last = line.utf8.last, (0x21..<0x7F).contains(first),
      (0x21..<0x7F).contains(last)
    {
      if startsParagraph { add(markdownParagraph: line) } else { add(markdown: line) }
      return
    }
    var scalars = line.publishable.unicodeScalars[...]
    let count = scalars.count
    while startsParagraph, let first = scalars.first, first.properties.isWhitespace {
      scalars.removeFirst()
      add("&#\(first.value);")
    }
    var end: [Unicode.Scalar] = []
    let isWhole = scalars.count == count
    while endsParagraph, let last = scalars.last, last.properties.isWhitespace {
      end.append(scalars.removeLast())
    }
    if startsParagraph, isWhole {
      add(markdownParagraph: String(scalars))
    } else {
      add(markdown: String(scalars))
    }
    for space in end.reversed() { add("&#\(space.value);") }
  }
}

/// The characters for which `needsEscape` has to look.
private let mayNeedEscape = ByteSet("\\`*_[]<#~$&!{%:.")
private let escapedInDestination = ByteSet("()&")
private let punctuationOfAddresses = ByteSet(".-_+")

/// Returns whether a character of a text is special at its position in Markdown or in a site
/// generator's templates.
private func needsEscape(_ text: UnsafeBufferPointer<UInt8>, at index: Int) -> Bool {
  let next = index + 1 < text.count ? text[index + 1] : nil
  let previous = index > 0 ? text[index - 1] : nil
  switch text[index] {
  case UInt8(ascii: "\\"), UInt8(ascii: "`"), UInt8(ascii: "*"), UInt8(ascii: "_"),
    UInt8(ascii: "["), UInt8(ascii: "]"), UInt8(ascii: "<"), UInt8(ascii: "#"),
    UInt8(ascii: "~"), UInt8(ascii: "$"):
    return true
  case UInt8(ascii: "&"): return next.map { $0.isASCIILetter || $0 == UInt8(ascii: "#") } ?? false
  // Before one of our links it would make a picture.
  case UInt8(ascii: "!"): return next == nil
  case UInt8(ascii: "{"): return next.map("{%#".utf8.contains) ?? true || previous == text[index]
  case UInt8(ascii: "%"): return previous == UInt8(ascii: "{")
  // GitHub links `https:`, `mailto:` and `www.` in plain text.
  case UInt8(ascii: ":"): return previous?.isASCIILetter ?? false && next != 0x20
  case UInt8(ascii: "."): return asciiLowercased(previous ?? 0) == UInt8(ascii: "w")
  default: return false
  }
}

/// Returns the end of the mail address that begins at a position, by the rules of GitHub's
/// autolinks; nil if there is none.
private func mailAddressEnd(
  in text: UnsafeBufferPointer<UInt8>, from start: Int
) -> Int? {
  guard isLocalByte(text[start]), start == 0 || !isLocalByte(text[start - 1]) else { return nil }
  let local = text[start...].prefix(while: isLocalByte)
  guard local.endIndex < text.endIndex, text[local.endIndex] == UInt8(ascii: "@") else {
    return nil
  }
  var domain = text[(local.endIndex + 1)...].prefix { isLocalByte($0) && $0 != UInt8(ascii: "+") }
  while let last = domain.last, !last.isASCIILetter, !last.isASCIIDigit { domain.removeLast() }
  guard domain.contains(UInt8(ascii: ".")), domain.last?.isASCIILetter == true else { return nil }
  return domain.endIndex
}

private func isLocalByte(_ byte: UInt8) -> Bool {
  byte.isASCIILetter || byte.isASCIIDigit || punctuationOfAddresses.contains(byte)
}
