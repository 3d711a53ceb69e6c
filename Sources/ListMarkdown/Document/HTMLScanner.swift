/// Cuts a block of HTML into tags, comments and the text between, in linear time.
struct HTMLScanner {
  enum Token {
    case text(UnsafeBufferPointer<UInt8>)
    case tag(UnsafeBufferPointer<UInt8>)
    case comment(UnsafeBufferPointer<UInt8>)
  }

  private let html: UnsafeBufferPointer<UInt8>
  private var index = 0
  /// There is no further `>`, so anything that looks like a tag is text.
  private var hasNoMoreTags = false
  /// A quote was never closed, so quotes no longer hide a `>`.
  private var ignoresQuotes = false

  init(_ html: UnsafeBufferPointer<UInt8>) { self.html = html }

  mutating func next() -> Token? {
    guard index < html.count else { return nil }
    let start = index
    if html[start] == UInt8(ascii: "<"), isMarkup(at: start) {
      if html[start...].starts(with: "<!--".utf8) {
        index = endOfComment(from: start + 4)
        return .comment(slice(from: start))
      }
      if let end = endOfTag(from: start + 1) {
        index = end
        return .tag(slice(from: start))
      }
      hasNoMoreTags = true
    }
    index = start + 1
    while index < html.count, html[index] != UInt8(ascii: "<") || !isMarkup(at: index) {
      index += 1
    }
    return .text(slice(from: start))
  }
}

extension HTMLScanner {
  private func slice(from start: Int) -> UnsafeBufferPointer<UInt8> {
    UnsafeBufferPointer(rebasing: html[start..<index])
  }

  private func isMarkup(at start: Int) -> Bool {
    guard !hasNoMoreTags, start + 1 < html.count else { return false }
    let next = html[start + 1]
    return next == UInt8(ascii: "/") || next == UInt8(ascii: "!") || next == UInt8(ascii: "?")
      || next.isLetter
  }

  /// Returns the end of `-->`; the end of the text if there is none, because everything is hidden then.
  private func endOfComment(from start: Int) -> Int {
    var end = start
    while end < html.count {
      if html[end] == UInt8(ascii: ">"), end >= start + 2, html[end - 1] == 0x2D,
        html[end - 2] == 0x2D
      {
        return end + 1
      }
      end += 1
    }
    return html.count
  }

  private mutating func endOfTag(from start: Int) -> Int? {
    if !ignoresQuotes {
      var quote: UInt8?
      for end in start..<html.count {
        let byte = html[end]
        if let open = quote {
          if byte == open { quote = nil }
        } else if byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "'") {
          quote = byte
        } else if byte == UInt8(ascii: ">") {
          return end + 1
        }
      }
      ignoresQuotes = true
    }
    return html[start...].firstIndex(of: UInt8(ascii: ">")).map { $0 + 1 }
  }
}

extension HTMLTag {
  /// Returns whether a tag of `<details>` says that it is open.
  static func isOpen(_ tag: UnsafeBufferPointer<UInt8>) -> Bool {
    let word = Array("open".utf8)
    guard tag.count > word.count + 1 else { return false }
    for start in 1..<(tag.count - word.count) where tag[start - 1] <= 0x20 {
      let after = tag[start + word.count]
      if zip(tag[start...], word).allSatisfy({ $0 | 0x20 == $1 }),
        after <= 0x20 || after == UInt8(ascii: "=") || after == UInt8(ascii: ">")
      {
        return true
      }
    }
    return false
  }
}
