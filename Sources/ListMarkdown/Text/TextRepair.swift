import ListModel

/// Turns a page's bytes into clean UTF-8 with `\n` line ends.
///
/// A byte order mark is dropped; UTF-16 and Windows-1252 are decoded; invalid UTF-8 becomes U+FFFD;
/// mojibake is repaired (see `Mojibake`). Clean text is returned unchanged. The operation is
/// idempotent.
struct TextRepair {
  private(set) var bytes: [UInt8]
  private(set) var issues = IssueLog()

  init(_ bytes: [UInt8]) throws(PageError) {
    guard bytes.count <= PageLimits.pageBytes else { throw .tooLarge(bytes.count) }
    self.bytes = bytes
    decodeUTF16()
    if self.bytes.starts(with: [0xEF, 0xBB, 0xBF]) { self.bytes.removeFirst(3) }
    repairUTF8()
    guard self.bytes.contains(where: { $0 > 0x20 }) else { throw .empty }
    guard !looksBinary else { throw .notText }
    unifyLineEnds()
    repairMojibake()
  }
}

extension TextRepair {
  private mutating func decodeUTF16() {
    guard let order = UTF16Text.byteOrder(of: bytes) else { return }
    bytes = UTF16Text.decode(bytes, order)
    issues.add(line: 0, "the page is UTF-16 and was read as such")
  }

  /// Control characters that text has only rarely.
  private var looksBinary: Bool {
    let head = bytes.prefix(4_096)
    var controls = 0
    for byte in head where byte < 0x20 {
      if !(0x09...0x0D).contains(byte), byte != 0x1B { controls += 1 }
    }
    return controls >= 8 && controls * 32 >= head.count
  }

  private mutating func repairUTF8() {
    var index = UTF8Scan.firstNonASCII(bytes, from: 0)
    var valid = 0
    var invalid = 0
    while index < bytes.count {
      let width = UTF8Scan.width(bytes, at: index)
      if width == 0 { invalid += 1 } else { valid += 1 }
      index = UTF8Scan.firstNonASCII(bytes, from: index + max(1, width))
    }
    guard invalid > 0 else { return }
    // Two letters of another encoding may be UTF-8 by accident, most are not.
    if valid >= invalid { replaceInvalid() } else { decodeWindows1252() }
  }

  private mutating func decodeWindows1252() {
    var decoded: [UInt8] = []
    decoded.reserveCapacity(bytes.count + bytes.count / 8)
    for byte in bytes {
      UTF8Scan.append(ByteEncoding.windows1252.scalar(of: byte), to: &decoded)
    }
    bytes = decoded
    issues.add(line: 0, "the page is no UTF-8 and was read as Windows-1252")
  }

  private mutating func replaceInvalid() {
    var repaired: [UInt8] = []
    repaired.reserveCapacity(bytes.count)
    var index = 0
    var line = 1
    var reportedLine = 0
    while index < bytes.count {
      let width = UTF8Scan.width(bytes, at: index)
      if bytes[index] == 0x0A { line += 1 }
      if width > 0 {
        repaired += bytes[index..<index + width]
      } else {
        repaired += [0xEF, 0xBF, 0xBD]
        if reportedLine != line { issues.add(line: line, "bytes that are no UTF-8 became U+FFFD") }
        reportedLine = line
      }
      index += max(1, width)
    }
    bytes = repaired
  }

  /// `\r\n` and a lone `\r` end a line as `\n` does.
  private mutating func unifyLineEnds() {
    var next = UTF8Scan.index(of: 0x0D, in: bytes, from: 0)
    guard next != nil else { return }
    var unified: [UInt8] = []
    unified.reserveCapacity(bytes.count)
    var start = 0
    while let end = next {
      unified += bytes[start..<end]
      if end + 1 == bytes.count || bytes[end + 1] != 0x0A { unified.append(0x0A) }
      start = end + 1
      next = UTF8Scan.index(of: 0x0D, in: bytes, from: start)
    }
    unified += bytes[start...]
    bytes = unified
  }

  private mutating func repairMojibake() {
    while let repaired = Mojibake.undone(in: bytes) {
      bytes = repaired.bytes
      issues.add(
        line: repaired.firstLine,
        "UTF-8 had been read as \(repaired.encoding): \(repaired.places) places were repaired")
    }
  }
}
