/// Links in unparsed text: comments, hidden Markdown, and cut parts.
enum TextLinks {
  /// A link: its bracketed text, its target, and its line counted from 0.
  struct Found {
    let title: [UInt8]
    let url: [UInt8]
    let line: Int
  }

  /// A longer address is not read.
  private static let addressBytes = 4_096

  /// Finds `[title](address)`, references and bare addresses, in time that grows with the text.
  static func find(
    in text: some Sequence<UInt8>, references: inout LinkReferences
  ) -> [Found] {
    let bytes = Array(text)
    var found: [Found] = []
    var open: Int?
    var line = 0
    var index = 0
    while index < bytes.count {
      switch bytes[index] {
      case 0x0A:
        line += 1
        open = nil
      case UInt8(ascii: "["): open = index + 1
      case UInt8(ascii: "]"):
        if let start = open,
          let (url, end) = address(in: bytes, title: start..<index, references: &references)
        {
          found.append(Found(title: Array(bytes[start..<index]), url: url, line: line))
          open = nil
          index = end
          continue
        }
        open = nil
      default:
        if BareLinks.isAddress(bytes, at: index) {
          let limit = bytes[index...].firstIndex { $0 <= 0x20 || "<>\"'`]|".utf8.contains($0) }
          let end = BareLinks.endOfAddress(
            in: bytes, from: index, limit: limit ?? bytes.count)
          let address = bytes[index..<end]
          found.append(Found(title: [], url: Array(address), line: line))
          index = address.endIndex
          continue
        }
      }
      index += 1
    }
    return found
  }

  /// Returns the address of the link with a title in brackets, and the place after it.
  private static func address(
    in bytes: [UInt8], title: Range<Int>, references: inout LinkReferences
  ) -> (url: [UInt8], end: Int)? {
    let start = title.upperBound + 2
    if start <= bytes.count, bytes[start - 1] == UInt8(ascii: "("),
      let end = endOfAddress(in: bytes, from: start)
    {
      return (Array(bytes[start..<end]), end)
    }
    return references.address(of: title, in: bytes)
  }

  /// After the address that begins at a place; nil if it is empty or has no end.
  private static func endOfAddress(in bytes: [UInt8], from start: Int) -> Int? {
    let limit = min(bytes.count, start + addressBytes)
    var depth = 0
    var index = start
    while index < limit {
      switch bytes[index] {
      case UInt8(ascii: "("): depth += 1
      case UInt8(ascii: ")"):
        if depth == 0 { return index > start ? index : nil }
        depth -= 1
      case 0x20, 0x09: return index > start ? index : nil
      case 0x0A: return nil
      default: break
      }
      index += 1
    }
    return nil
  }
}
