import ListModel

/// Finds bare addresses in a text: `https://swift.org`, `www.swift.org`.
///
/// As on GitHub, an address ends at white space or `<`, without trailing punctuation of the
/// sentence: `?!.,:*_~'"`, and a `)` that nothing in the address opens.
enum BareLinks {
  private static let trailing = Set("?!.,:*_~'\";".utf8)

  /// Adds a link for each address outside the links that are known, in linear time.
  static func add(to text: inout InlineText) {
    let bytes = text.text
    var known = text.links.map(\.range).sorted { $0.lowerBound < $1.lowerBound }[...]
    var index = 0
    while let start = nextAddress(in: bytes, from: index) {
      while let link = known.first, link.upperBound <= start { known = known.dropFirst() }
      if let link = known.first, link.contains(start) {
        index = link.upperBound
        continue
      }
      let limit = known.first?.lowerBound ?? bytes.count
      let end = endOfAddress(in: bytes, from: start, limit: limit)
      index = max(end, start + 1)
      let hasScheme = bytes[start] | 0x20 == UInt8(ascii: "h")
      guard hasScheme ? end > start + 8 : isWebHost(bytes[start..<end]) else { continue }
      bytes.withUnsafeBufferPointer {
        text.addLink(
          to: $0[start..<end].buffer, after: hasScheme ? "" : "http://", range: start..<end,
          isBare: true)
      }
    }
    text.links.sort { $0.range.lowerBound < $1.range.lowerBound }
  }

  /// Returns the index of the first address from a byte on; nil if there is none.
  static func firstAddress(in bytes: [UInt8], from start: Int) -> Range<Int>? {
    // Few texts contain `://`, which is fast to find.
    var index = start
    while let colon = UTF8Scan.index(of: UInt8(ascii: ":"), in: bytes, from: index),
      colon + 2 < bytes.count
    {
      index = colon + 1
      guard bytes[colon + 1] == UInt8(ascii: "/"), bytes[colon + 2] == UInt8(ascii: "/") else {
        continue
      }
      for length in [4, 5] where colon - length >= start {
        let begin = colon - length
        guard hasPrefix(bytes, at: begin, length == 4 ? "http://" : "https://"),
          begin == start || !bytes[begin - 1].isLetterOrDigit
        else { continue }
        let end = endOfAddress(in: bytes, from: begin, limit: bytes.count)
        if end > begin + 8 { return begin..<end }
      }
    }
    return nil
  }

  /// Returns whether an address begins at a place; in lower case, as nearly all are written.
  static func isAddress(_ bytes: [UInt8], at index: Int) -> Bool {
    index < bytes.count && bytes[index] == UInt8(ascii: "h")
      && (hasPrefix(bytes, at: index, "http://") || hasPrefix(bytes, at: index, "https://"))
  }

  /// Returns whether `www.` is followed by a host name: by letters, a dot and letters.
  private static func isWebHost(_ address: ArraySlice<UInt8>) -> Bool {
    let host = address.dropFirst(4).prefix { $0.isOfWord || $0 == 0x2D || $0 == 0x2E }
    guard let dot = host.lastIndex(of: UInt8(ascii: ".")) else { return false }
    return dot > host.startIndex && dot + 1 < host.endIndex && !host.starts(with: ".".utf8)
  }

  private static func nextAddress(in bytes: [UInt8], from start: Int) -> Int? {
    var index = start
    while index + 7 < bytes.count {
      if bytes[index] | 0x20 == UInt8(ascii: "h"), index == 0 || !bytes[index - 1].isLetterOrDigit,
        hasPrefix(bytes, at: index, "http://") || hasPrefix(bytes, at: index, "https://")
      {
        return index
      }
      if bytes[index] | 0x20 == UInt8(ascii: "w"), index == 0 || !isInWord(bytes[index - 1]),
        hasPrefix(bytes, at: index, "www.")
      {
        return index
      }
      index += 1
    }
    return nil
  }

  private static func isInWord(_ byte: UInt8) -> Bool {
    byte.isLetterOrDigit
      || [UInt8(ascii: "."), UInt8(ascii: "/"), UInt8(ascii: "-"), UInt8(ascii: "@")].contains(byte)
  }

  private static func hasPrefix(_ bytes: [UInt8], at index: Int, _ prefix: StaticString) -> Bool {
    guard index + prefix.utf8CodeUnitCount <= bytes.count else { return false }
    for offset in 0..<prefix.utf8CodeUnitCount
    where prefix.utf8Start[offset] != asciiLowercased(bytes[index + offset]) { return false }
    return true
  }

  /// Returns the end of the address that begins at a place, at a limit at the latest.
  static func endOfAddress(in bytes: [UInt8], from start: Int, limit: Int) -> Int {
    var end = start
    var depth = 0
    var unopened = false
    while end < limit, bytes[end] > 0x20, bytes[end] != UInt8(ascii: "<"), !unopened {
      if bytes[end] == UInt8(ascii: "(") { depth += 1 }
      if bytes[end] == UInt8(ascii: ")") { depth -= 1 }
      unopened = depth < 0
      if !unopened { end += 1 }
    }
    while end > start, trailing.contains(bytes[end - 1]) { end -= 1 }
    if end > start, bytes[end - 1] == UInt8(ascii: "]"),
      !bytes[start..<end].contains(UInt8(ascii: "["))
    {
      end -= 1
    }
    return end
  }
}
