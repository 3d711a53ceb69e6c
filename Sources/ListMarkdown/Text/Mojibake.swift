/// Mojibake: UTF-8 that a program decoded in another encoding and encoded as UTF-8 again: `üéì` for
/// 🎓.
///
/// Encoding a run of non-ASCII characters in that encoding again yields UTF-8 if it is mojibake,
/// and hardly ever otherwise: of 690 published pages none has more than three such clean runs, far
/// apart. Runs are therefore repaired if five or more are consecutive, or if all runs of a page can
/// be.
struct Mojibake {
  /// The text without the misreading.
  let bytes: [UInt8]
  /// The encoding in which the UTF-8 was decoded.
  let encoding: String
  /// How many runs were undone.
  let places: Int
  /// The line of the first one.
  let firstLine: Int

  /// Nil for text that was not misread.
  static func undone(in bytes: [UInt8]) -> Mojibake? {
    let encodings = [ByteEncoding.macRoman, .windows1252]
    guard let start = firstSuspect(in: bytes, encodings) else { return nil }
    return
      encodings
      .compactMap { undone(in: bytes, from: start, as: $0) }
      .max { $0.places < $1.places }
  }
}

extension Mojibake {
  /// This many consecutive runs are not a coincidence.
  private static let runsInRow = 5

  private struct Run {
    let range: Range<Int>
    let original: [UInt8]
  }

  private static func undone(
    in bytes: [UInt8], from start: Int, as encoding: ByteEncoding
  ) -> Mojibake? {
    var runs: [Run] = []
    var row: [Run] = []
    var isWhole = true
    var index = start
    while index < bytes.count {
      let end = endOfRun(bytes, from: index)
      if let original = original(of: bytes, in: index..<end, as: encoding) {
        row.append(Run(range: index..<end, original: original))
      } else {
        isWhole = false
        if row.count >= runsInRow { runs += row }
        row = []
      }
      index = UTF8Scan.firstNonASCII(bytes, from: end)
    }
    let isTelling = row.count >= 3 || row.contains { $0.original.count >= 3 }
    if row.count >= runsInRow || isWhole && isTelling { runs += row }
    return replacing(runs, in: bytes, encoding: encoding)
  }

  /// Returns the first run that may be mojibake; nil if there is none.
  ///
  /// This decides nearly all pages in one pass for all encodings.
  private static func firstSuspect(in bytes: [UInt8], _ encodings: [ByteEncoding]) -> Int? {
    let first = UTF8Scan.firstNonASCII(bytes, from: 0)
    var index = first
    while index < bytes.count {
      let width = UTF8Scan.width(bytes, at: index)
      let next = index + max(1, width)
      let following =
        next < bytes.count && bytes[next] >= 0x80 ? UTF8Scan.width(bytes, at: next) : 0
      if width > 0, following > 0 {
        let lead = UTF8Scan.scalar(bytes, at: index, width: width)
        let second = UTF8Scan.scalar(bytes, at: next, width: following)
        let isSuspect = encodings.contains { encoding in
          encoding.byte(of: lead).map { (0xC2...0xF4).contains($0) } ?? false
            && encoding.byte(of: second).map { (0x80...0xBF).contains($0) } ?? false
        }
        if isSuspect { return first }
      }
      index = UTF8Scan.firstNonASCII(bytes, from: next)
    }
    return nil
  }

  private static func replacing(
    _ runs: [Run], in bytes: [UInt8], encoding: ByteEncoding
  ) -> Mojibake? {
    guard let first = runs.first else { return nil }
    var repaired: [UInt8] = []
    repaired.reserveCapacity(bytes.count)
    var end = 0
    for run in runs {
      repaired += bytes[end..<run.range.lowerBound]
      repaired += run.original
      end = run.range.upperBound
    }
    repaired += bytes[end...]
    let line = bytes[..<first.range.lowerBound].count { $0 == 0x0A } + 1
    return Mojibake(
      bytes: repaired, encoding: encoding.name, places: runs.count, firstLine: line)
  }

  private static func endOfRun(_ bytes: [UInt8], from start: Int) -> Int {
    var end = start
    while end < bytes.count, bytes[end] >= 0x80 { end += 1 }
    return end
  }

  /// Returns the bytes that a run was before it was misread; nil if they are no UTF-8.
  private static func original(
    of bytes: [UInt8], in range: Range<Int>, as encoding: ByteEncoding
  ) -> [UInt8]? {
    var original: [UInt8] = []
    var index = range.lowerBound
    while index < range.upperBound {
      let width = UTF8Scan.width(bytes, at: index)
      guard width > 0,
        let byte = encoding.byte(of: UTF8Scan.scalar(bytes, at: index, width: width)),
        // The first byte leads a UTF-8 sequence.
        !original.isEmpty || (0xC2...0xF4).contains(byte)
      else { return nil }
      original.append(byte)
      index += width
    }
    index = 0
    while index < original.count {
      let width = UTF8Scan.width(original, at: index)
      if width == 0 { return nil }
      index += width
    }
    return original
  }
}
