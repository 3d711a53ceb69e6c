import Shortcodes

/// The shortcodes of a text, in order; those in backticks are ignored.
struct ShortcodePlaces {
  private var places: [(range: Range<Int>, emoji: String)] = []
  private var next = 0

  /// None.
  init() {}

  /// Finds the shortcodes of a text in one pass.
  init(_ text: String) {
    var text = text
    places = text.withUTF8 { Self.find(in: $0) }
  }

  var isEmpty: Bool { places.isEmpty }

  /// Returns the part that an offset belongs to; ask in rising order.
  mutating func part(at offset: Int) -> Part {
    while next < places.count, places[next].range.upperBound <= offset { next += 1 }
    guard next < places.count, places[next].range.contains(offset) else { return .text }
    return offset == places[next].range.lowerBound ? .start(emoji: places[next].emoji) : .inside
  }

  enum Part {
    case text, inside
    case start(emoji: String)
  }

  private static func find(
    in text: UnsafeBufferPointer<UInt8>
  ) -> [(range: Range<Int>, emoji: String)] {
    var found: [(range: Range<Int>, emoji: String)] = []
    guard text.contains(UInt8(ascii: ":")) else { return found }
    let backtick = UInt8(ascii: "`")
    let lastBacktick = text.lastIndex(of: backtick) ?? -1
    var isInCode = false
    var index = 0
    while index < text.count {
      if text[index] == backtick { isInCode.toggle() }
      if !(isInCode && index < lastBacktick), text[index] == UInt8(ascii: ":"),
        let code = EmojiCode(
          at: index, of: text, isBehindAnother: found.last?.range.upperBound == index)
      {
        let end = index + code.length
        found.append((index..<end, String(decoding: code.emoji, as: UTF8.self)))
        index = end
      } else {
        index += 1
      }
    }
    return found
  }
}
