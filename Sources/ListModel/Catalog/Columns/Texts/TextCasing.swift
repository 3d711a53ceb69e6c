/// Restores original texts from folded ones: which of their bytes are capital letters, and the
/// texts that folding changes in other ways.
///
/// The image of a library stores titles, addresses and descriptions folded, for searching. Storing
/// both forms would double the size; the casing adds only an eighth.
///
///     count: u32, bytes: u32
///     a bit for each byte of the folded texts: a capital letter
///     a bit for each text: held below, as it is
///     u32 for each 64 texts: how many before them are held below
///     these texts, as a column
///
/// Each part is padded to a multiple of 8 bytes. Nothing in it is trusted: data out of bounds
/// counts as lower-case or empty. A class, since copying it would update five reference counts.
final class TextCasing: Sendable {
  private let capitals: NumberColumn<UInt8>
  private let others: NumberColumn<UInt64>
  private let ranks: NumberColumn<UInt32>
  private let texts: TextColumn

  /// Reads a section; nil if it does not fit this many texts.
  init?(_ section: CatalogSection, of image: CatalogImage, textCount: Int) {
    let bytes = image.section(section)
    guard bytes.count >= 8, Int(bytes.loadUnaligned(as: UInt32.self)) == textCount else {
      return nil
    }
    let layout = Layout(
      textCount: textCount,
      byteCount: Int(bytes.loadUnaligned(fromByteOffset: 4, as: UInt32.self)))
    guard layout.texts <= bytes.count else { return nil }
    func part(_ start: Int, _ end: Int) -> UnsafeRawBufferPointer {
      UnsafeRawBufferPointer(rebasing: bytes[start..<end])
    }
    capitals = NumberColumn(part(Layout.head, layout.others), of: image)
    others = NumberColumn(part(layout.others, layout.ranks), of: image)
    ranks = NumberColumn(part(layout.ranks, layout.texts), of: image)
    texts = TextColumn(part(layout.texts, bytes.count), of: image)
  }

  /// Returns a text that folding changes by more than capital letters; nil for any other.
  func otherText(at index: Int) -> UnsafeRawBufferPointer? {
    guard let word = others[index >> 6], word >> UInt64(index & 63) & 1 == 1 else { return nil }
    let before = word & ((1 << UInt64(index & 63)) - 1)
    return texts.bytes(at: Int(ranks[index >> 6] ?? .max) + before.nonzeroBitCount)
  }

  /// Copies a folded text, which begins at a place of all folded texts, with its capital letters.
  func copy(
    _ folded: UnsafeRawBufferPointer, at place: Int, to text: UnsafeMutableRawBufferPointer
  ) {
    guard folded.count >= 8, (place + folded.count) >> 3 + 2 <= capitals.count else {
      return copyBytes(of: folded, at: place, to: text)
    }
    let last = folded.count - 8
    for offset in stride(from: 0, to: last, by: 8) { copyWord(of: folded, offset, place, to: text) }
    // The last eight bytes, some of which may have been copied before.
    copyWord(of: folded, last, place, to: text)
  }

  @inline(__always)
  private func copyWord(
    of folded: UnsafeRawBufferPointer, _ offset: Int, _ place: Int,
    to text: UnsafeMutableRawBufferPointer
  ) {
    let bit = place &+ offset
    let bits = capitals.bytes.loadUnaligned(fromByteOffset: bit >> 3, as: UInt16.self)
    let capital = byteOfEachBit(UInt64(bits >> UInt16(bit & 7) & 0xFF)) >> 2
    let word = folded.loadUnaligned(fromByteOffset: offset, as: UInt64.self)
    text.storeBytes(of: word & ~capital, toByteOffset: offset, as: UInt64.self)
  }

  private func copyBytes(
    of folded: UnsafeRawBufferPointer, at place: Int, to text: UnsafeMutableRawBufferPointer
  ) {
    for offset in folded.indices {
      let bit = place &+ offset
      let isCapital = (capitals[bit >> 3] ?? 0) >> UInt8(bit & 7) & 1
      text[offset] = folded[offset] & ~(isCapital << 5)
    }
  }

  /// Asks memory for what `otherText` reads.
  func prefetchOther(at index: Int) { others.prefetch(index >> 6) }

  /// Asks memory for the capital letters of a text that begins at a place of all folded texts.
  func prefetchCapitals(at place: Int) { capitals.prefetch(place >> 3) }

  /// The offsets of the parts of a section.
  fileprivate struct Layout {
    static let head = 8
    let others: Int
    let ranks: Int
    let texts: Int

    init(textCount: Int, byteCount: Int) {
      let words = (textCount + 63) / 64
      others = Self.head + (byteCount + 63) / 64 * 8
      ranks = others + words * 8
      texts = ranks + (words + 1) / 2 * 8
    }
  }
}

/// Gathers the casing of texts while they are folded.
public struct TextCasingBuilder: Sendable {
  private var capitals: [UInt64] = []
  private var others: [UInt64] = []
  private var ranks: [UInt32] = []
  private var texts = TextColumnBuilder()
  private var textCount = 0
  private var byteCount = 0

  /// Creates an empty builder with capacity for this many folded bytes.
  public init(bytes: Int) { capitals.reserveCapacity((bytes + 63) / 64) }

  /// Adds the next texts and their folded forms; costs a pass over both.
  public mutating func append(_ texts: TextBatch, folded: TextBatch) {
    let bytes = folded.reduce(byteCount) { $0 + $1.count }
    let missing = (bytes + 63) / 64 - capitals.count
    if missing > 0 { capitals.append(contentsOf: repeatElement(0, count: missing)) }
    for (text, folded) in zip(texts, folded) { append(text, folded: folded) }
  }

  private mutating func append(_ text: UnsafeRawBufferPointer, folded: UnsafeRawBufferPointer) {
    if textCount & 63 == 0 {
      others.append(0)
      ranks.append(UInt32(truncatingIfNeeded: texts.count))
    }
    if text.count != folded.count || !appendCapitals(text, folded) {
      others[textCount >> 6] |= 1 << UInt64(textCount & 63)
      texts.append(text)
    }
    textCount += 1
    byteCount += folded.count
  }

  /// Marks the capital letters of a text; false if it differs from the folded one by more.
  private mutating func appendCapitals(
    _ text: UnsafeRawBufferPointer, _ folded: UnsafeRawBufferPointer
  ) -> Bool {
    var difference: UInt64 = 0
    var offset = 0
    capitals.withUnsafeMutableBufferPointer { capitals in
      // The bits of the current word stay in a register, as storing each would wait for the last.
      var place = byteCount >> 6
      var pending: UInt64 = 0
      while offset + 8 <= text.count {
        let word = text.loadUnaligned(fromByteOffset: offset, as: UInt64.self)
        let upper = upperCase(word)
        let small = word | upper >> 2
        difference |= small ^ folded.loadUnaligned(fromByteOffset: offset, as: UInt64.self)
        let shift = UInt64((byteCount + offset) & 63)
        let bits = bitOfEachByte(upper >> 7)
        pending |= bits << shift
        if shift >= 56 {
          capitals[place] |= pending
          place += 1
          pending = shift > 56 ? bits >> (64 - shift) : 0
        }
        offset += 8
      }
      if pending != 0 { capitals[place] |= pending }
      while offset < text.count {
        let isCapital: UInt8 = text[offset] &- UInt8(ascii: "A") < 26 ? 1 : 0
        difference |= UInt64((text[offset] | isCapital << 5) ^ folded[offset])
        let bit = byteCount + offset
        capitals[bit >> 6] |= UInt64(isCapital) << UInt64(bit & 63)
        offset += 1
      }
    }
    return difference == 0
  }

  /// The content of the section.
  public var pieces: [SectionPiece] {
    let ranks = ranks.count % 2 == 0 ? ranks : ranks + [0]
    return [
      .words([UInt32(textCount), UInt32(byteCount)]), .longs(capitals), .longs(others),
      .words(ranks), .words(texts.words), .bytes(texts.text),
    ]
  }
}

/// Returns the highest bit of each of eight bytes that is an ASCII capital letter (Warren,
/// "Hacker's Delight", 6-1).
private func upperCase(_ word: UInt64) -> UInt64 {
  let high: UInt64 = 0x8080_8080_8080_8080
  let low = word & ~high
  let isFromA = low &+ 0x3F3F_3F3F_3F3F_3F3F
  let isBeyondZ = low &+ 0x2525_2525_2525_2525
  return (isFromA ^ isBeyondZ) & ~word & high
}

/// Returns the lowest bits of eight bytes as the bits of one: a product moves each to its place.
private func bitOfEachByte(_ bits: UInt64) -> UInt64 {
  (bits &* 0x0102_0408_1020_4080) >> 56
}

/// Returns the bits of a byte as the highest bits of eight bytes.
private func byteOfEachBit(_ bits: UInt64) -> UInt64 {
  let spread = bits &* 0x0101_0101_0101_0101 & 0x8040_2010_0804_0201
  let low: UInt64 = 0x7F7F_7F7F_7F7F_7F7F
  return (spread & low &+ low | spread) & ~low
}
