/// Collects the text of a bracketed paste until its end is certain.
///
/// Pasted text may itself contain the sequence that ends a paste, and the rest would then run as
/// commands. So the first end marker is not trusted: the bytes right after it are stored as a tail,
/// and if another end marker comes, the tail was pasted too. Only when the terminal falls silent is
/// the tail decoded as keys. Text beyond a limit is dropped.
struct PasteCollector {
  /// The most bytes of a paste that are stored; no prompt needs more.
  static let limit = 65_536

  /// Whether an end has been seen.
  private(set) var hasEnded = false
  private var text: [UInt8] = []
  private var tail: [UInt8] = []
  private var isTailWhole = true
  /// How many bytes of the end sequence the last bytes have matched.
  private var matched = 0

  private static let end: [UInt8] = Array("\u{1B}[201~".utf8)

  /// Adds the next byte of the paste, or of the tail.
  mutating func append(_ byte: UInt8) {
    if byte == Self.end[matched] {
      matched += 1
      if matched == Self.end.count { takeEnd() }
    } else {
      keep(Self.end[..<matched])
      matched = 0
      if byte == Self.end[0] { matched = 1 } else { keep([byte]) }
    }
  }

  /// Returns the pasted text, and the bytes after it.
  mutating func finish() -> (text: String, tail: [UInt8]) {
    keep(Self.end[..<matched])
    // A tail that long was not typed.
    let result = (text: wholeText, tail: isTailWhole ? tail : [])
    self = PasteCollector()
    return result
  }
}

extension PasteCollector {
  private mutating func takeEnd() {
    matched = 0
    if hasEnded {
      keepText(tail[...])
      tail = []
      isTailWhole = true
    }
    hasEnded = true
  }

  private mutating func keep(_ bytes: ArraySlice<UInt8>) {
    guard hasEnded else { return keepText(bytes) }
    if tail.count + bytes.count <= Self.limit {
      tail.append(contentsOf: bytes)
    } else {
      isTailWhole = false
    }
  }

  private mutating func keepText(_ bytes: ArraySlice<UInt8>) {
    text.append(contentsOf: bytes.prefix(Self.limit - text.count))
  }

  /// The text as UTF-8, without a character that the limit has cut in two.
  private var wholeText: String {
    var lead = text.count
    while lead > 0, text.count - lead < 3, text[lead - 1] & 0xC0 == 0x80 { lead -= 1 }
    lead -= 1
    guard text.count == Self.limit, lead >= 0, text[lead] >= 0xC0 else {
      return String(decoding: text, as: UTF8.self)
    }
    let length = text[lead] >= 0xF0 ? 4 : text[lead] >= 0xE0 ? 3 : 2
    let end = text.count - lead < length ? lead : text.count
    return String(decoding: text[..<end], as: UTF8.self)
  }
}
