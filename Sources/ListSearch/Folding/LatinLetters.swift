/// The ASCII letters of Latin letters with diacritics, case preserved.
///
/// One character a code point: a letter, `.` for a code point that stays as it is, and another
/// symbol for a pair, whose index is that of the symbol in `pairSymbols`.
enum LatinLetters {
  /// U+00C0 to U+024F.
  private static let low: StaticString = """
    AAAAAA0CEEEEIIIIDNOOOOO.OUUUUY12aaaaaa3ceeeeiiiidnooooo.ouuuuy4y\
    AaAaAaCcCcCcCcDdDdEeEeEeEeEeGgGgGgGgHhHhIiIiIiIiIi56JjKkqLlLlLlL\
    lLlNnNnNnnNnOoOoOo78RrRrRrSsSsSsSsTtTtTtUuUuUuUuUuUuWwYyYZzZzZzs\
    bBBb..OCcDDDd.EAEFfG...IKkl..NnOOo..Pp.....tTtTUu.VYyZz.........\
    ....9!"#$%&()AaIiOoUuUuUuUuUu.AaAa..GgGgKkOoOo..j9!"Gg..NnAa....\
    AaAaEeEeIiIiOoOoRrRrUuUuSsTt..Hh.d..ZzAaEeOoOoOoOoYylntj*+ACcLTs\
    z..BU.EeJj..RrYy
    """
  /// U+1E00 to U+1EFF.
  private static let high: StaticString = """
    AaBbBbBbCcDdDdDdDdDdEeEeEeEeEeFfGgHhHhHhHhHhIiIiKkKkKkLlLlLlLlMm\
    MmMmNnNnNnNnOoOoOoOoPpPpRrRrRrRrSsSsSsSsSsTtTtTtTtUuUuUuUuUuVvVv\
    WwWwWwWwWwXxXxYyZzZzZzhtwyasss,dAaAaAaAaAaAaAaAaAaAaAaAaEeEeEeEe\
    EeEeEeEeIiIiOoOoOoOoOoOoOoOoOoOoOoOoUuUuUuUuUuUuUuYyYyYyYy-/VvYy
    """
  private static let pairSymbols: StaticString = "0123456789!\"#$%&()*+,-/"
  private static let pairs: StaticString = "AETHssaethIJijOEoeDZDzdzLJLjljNJNjnjdbqpSSLLll"

  /// Returns the letter or letters for a code point; nil for one that is none of these or stays as
  /// it is.
  static func ascii(_ scalar: UInt32) -> FoldedScalar? {
    let symbol: UInt8?
    switch scalar {
    case 0xC0...0x24F: symbol = byte(of: low, at: Int(scalar - 0xC0))
    case 0x1E00...0x1EFF: symbol = byte(of: high, at: Int(scalar - 0x1E00))
    default: symbol = nil
    }
    guard let symbol, symbol != UInt8(ascii: ".") else { return nil }
    if asciiLowercasedIsLetter(symbol) { return FoldedScalar(UInt32(symbol)) }
    for place in 0..<pairSymbols.utf8CodeUnitCount where byte(of: pairSymbols, at: place) == symbol
    {
      guard let first = byte(of: pairs, at: place * 2),
        let second = byte(of: pairs, at: place * 2 + 1)
      else { return nil }
      return FoldedScalar(UInt32(first), UInt32(second))
    }
    return nil
  }

  private static func byte(of text: StaticString, at offset: Int) -> UInt8? {
    text.withUTF8Buffer { offset < $0.count ? $0[offset] : nil }
  }
}

private func asciiLowercasedIsLetter(_ byte: UInt8) -> Bool {
  let lower = byte | 0x20
  return lower >= UInt8(ascii: "a") && lower <= UInt8(ascii: "z")
}
