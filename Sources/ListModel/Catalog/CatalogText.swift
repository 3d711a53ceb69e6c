/// What parts the texts that a column holds as one: control characters, which no parsed text contains.
enum Separator {
  static let unit: UInt8 = 0x1F
  static let record: UInt8 = 0x1E

  /// The texts joined by a separator, with separators inside them made spaces.
  static func join(_ parts: [String], by separator: UInt8) -> String {
    var bytes: [UInt8] = []
    for (index, part) in parts.enumerated() {
      if index > 0 { bytes.append(separator) }
      bytes.append(
        contentsOf: part.utf8.map { $0 == unit || $0 == record ? UInt8(ascii: " ") : $0 })
    }
    return String(decoding: bytes, as: UTF8.self)
  }
}

/// The parts of a joined text; none of an empty one.
func split(_ text: String, at separator: UInt8) -> [String] {
  guard !text.isEmpty else { return [] }
  return text.utf8.split(separator: separator, omittingEmptySubsequences: false).map {
    String(decoding: $0, as: UTF8.self)
  }
}

func encodeLinks(_ links: [Link]) -> String {
  var bytes: [UInt8] = []
  for (index, link) in links.enumerated() {
    if index > 0 { bytes.append(Separator.record) }
    bytes.append(contentsOf: Separator.join([link.title, link.url], by: Separator.unit).utf8)
  }
  return String(decoding: bytes, as: UTF8.self)
}

func decodeLinks(_ text: String) -> [Link] {
  split(text, at: Separator.record).map { record in
    let parts = split(record, at: Separator.unit)
    return Link(title: parts.first ?? "", url: parts.count > 1 ? parts[1] : "")
  }
}
