/// Bit-sliced signatures of texts: for each signature bit a row with one bit per text.
///
/// A text that contains a needle has all the needle's signature bits, so the AND of a few rows
/// rejects up to 64 texts per word without reading them. As a section: the number of rows and of
/// words per row, as u32, then the rows.
struct SignatureRows {
  private let rowCount: Int
  private let wordCount: Int
  private let words: UnsafeRawBufferPointer

  /// Reads a section; a damaged one rejects nothing.
  init(_ section: UnsafeRawBufferPointer) {
    let none = UnsafeRawBufferPointer(start: nil, count: 0)
    guard section.count >= 8 else {
      (rowCount, wordCount, words) = (0, 0, none)
      return
    }
    let rows = Int(section.loadUnaligned(as: UInt32.self))
    let length = Int(section.loadUnaligned(fromByteOffset: 4, as: UInt32.self))
    guard rows <= Self.maxRows, rows * length <= (section.count - 8) / 8 else {
      (rowCount, wordCount, words) = (0, 0, none)
      return
    }
    (rowCount, wordCount) = (rows, length)
    words = UnsafeRawBufferPointer(rebasing: section[8...])
  }

  /// Returns whether it has this many texts and signs.
  func tells(of texts: Int, by signs: Int) -> Bool { rowCount >= signs && wordCount << 6 >= texts }

  /// Bounds the product of two lengths that are read from a file far below overflow.
  private static let maxRows = 1 << 16

  /// Returns which of 64 texts have all of these signs.
  @inline(__always)
  func texts(having signs: UnsafeBufferPointer<UInt8>, at word: Int) -> UInt64 {
    guard word < wordCount else { return .max }
    var texts = UInt64.max
    for sign in signs where Int(sign) < rowCount {
      texts &= words.loadUnaligned(
        fromByteOffset: (Int(sign) &* wordCount &+ word) &* 8, as: UInt64.self)
      if texts == 0 { break }
    }
    return texts
  }

  /// Returns which of 64 texts have a sign.
  @inline(__always)
  func texts(having sign: UInt8, at word: Int) -> UInt64 {
    guard word < wordCount, Int(sign) < rowCount else { return .max }
    return words.loadUnaligned(
      fromByteOffset: (Int(sign) &* wordCount &+ word) &* 8, as: UInt64.self)
  }

  /// Returns which of 64 texts have all of these signs, except this many.
  func texts(having signs: UnsafeBufferPointer<UInt8>, but missing: Int, at word: Int) -> UInt64 {
    guard word < wordCount else { return .max }
    // Which texts lack none, at most one, at most two of the signs so far.
    var (none, one, two) = (UInt64.max, UInt64.max, UInt64.max)
    for sign in signs where Int(sign) < rowCount {
      let row = words.loadUnaligned(
        fromByteOffset: (Int(sign) &* wordCount &+ word) &* 8, as: UInt64.self)
      two &= row | one
      one &= row | none
      none &= row
    }
    return missing == 0 ? none : missing == 1 ? one : two
  }
}

/// The signs by which texts are rejected.
enum Sign {
  static let letterRows = 60
  static let pairRows = 128
  /// Only the rows of ASCII letters and digits.
  static let otherRows = 36

  /// Returns the sign of a byte: ASCII letters and digits have one each, all other bytes share 24.
  @inline(__always)
  static func letter(_ byte: UInt8) -> UInt8 {
    let letter = byte &- UInt8(ascii: "a")
    if letter < 26 { return letter }
    let digit = byte &- UInt8(ascii: "0")
    return digit < 10 ? 26 &+ digit : 36 &+ byte % 24
  }

  /// Returns the sign of two neighbours: the upper bits of a product with the golden ratio (Knuth).
  @inline(__always)
  static func pair(_ left: UInt8, _ right: UInt8) -> UInt8 {
    UInt8(truncatingIfNeeded: ((UInt32(left) << 8 | UInt32(right)) &* 0x9E37_79B1) >> 25)
  }

  /// Returns the signs of a needle's letters, each once.
  static func letters(of needle: [UInt8]) -> [UInt8] { Array(Set(needle.map(letter))).sorted() }

  /// Returns the signs of a needle's neighbours, each once.
  static func pairs(of needle: [UInt8]) -> [UInt8] {
    Array(Set(zip(needle, needle.dropFirst()).map { pair($0, $1) })).sorted()
  }
}
