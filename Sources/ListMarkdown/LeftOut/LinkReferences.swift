/// Resolves the references of text that cmark does not parse, `[title][label]` and `[label]`.
struct LinkReferences {
  private let definitions: LinkDefinitions
  /// The remaining budget of bytes for addresses; without a limit, a page of references to one long
  /// definition would grow quadratically.
  private var room: Int

  /// Creates the references of a page of this many bytes.
  init(to definitions: LinkDefinitions = LinkDefinitions(), pageBytes: Int = 0) {
    self.definitions = definitions
    room = 4 * pageBytes + 65_536
  }

  /// Returns the address of the reference whose first bracket closes at a place, and the place
  /// after the reference; nil if there is none.
  ///
  /// `title` is the text between the first brackets.
  mutating func address(
    of title: Range<Int>, in bytes: [UInt8]
  ) -> (url: [UInt8], end: Int)? {
    var (label, end) = (title, title.upperBound + 1)
    if end < bytes.count, bytes[end] == UInt8(ascii: "[") {
      guard let close = LinkReferences.endOfLabel(in: bytes, from: end + 1) else { return nil }
      if close > end + 1 { label = end + 1..<close }
      end = close + 1
    } else if LinkReferences.isDefinition(title, in: bytes) {
      return nil
    }
    guard let url = definitions.target(of: bytes[label]), room >= url.count else { return nil }
    room -= url.count
    return (Array(url), end)
  }

  /// Returns whether a label is that of a definition: at the start of a line, with a colon after it.
  private static func isDefinition(_ label: Range<Int>, in bytes: [UInt8]) -> Bool {
    let colon = label.upperBound + 1
    guard colon < bytes.count, bytes[colon] == UInt8(ascii: ":") else { return false }
    return bytes[..<(label.lowerBound - 1)].last { $0 != 0x20 }.map { $0 == 0x0A } ?? true
  }

  /// Reads no further than the next bracket or the end of the line.
  private static func endOfLabel(in bytes: [UInt8], from start: Int) -> Int? {
    let end = bytes[start...].firstIndex { "[]\n".utf8.contains($0) }
    return end.flatMap { bytes[$0] == UInt8(ascii: "]") ? $0 : nil }
  }
}
