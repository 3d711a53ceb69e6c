/// What parts the texts that a column holds as one: control characters, which no parsed text contains.
enum Separator {
  static let unit: UInt8 = 0x1F
  static let record: UInt8 = 0x1E
}

/// Appends texts parted by the unit separator, with separators inside them made spaces.
func appendUnits(_ texts: [String], to bytes: inout [UInt8]) {
  for (index, text) in texts.enumerated() {
    if index > 0 { bytes.append(Separator.unit) }
    appendWithoutSeparators(text, to: &bytes)
  }
}

/// The parts of a joined text; none of an empty one.
func split(_ text: String, at separator: UInt8) -> [String] {
  guard !text.isEmpty else { return [] }
  return text.utf8.split(separator: separator, omittingEmptySubsequences: false).map {
    String(decoding: $0, as: UTF8.self)
  }
}

/// Appends links as records of title and URL.
func appendLinks(_ links: [Link], to bytes: inout [UInt8]) {
  for (index, link) in links.enumerated() {
    if index > 0 { bytes.append(Separator.record) }
    appendWithoutSeparators(link.title, to: &bytes)
    bytes.append(Separator.unit)
    appendWithoutSeparators(link.url, to: &bytes)
  }
}

func decodeLinks(_ text: String) -> [Link] {
  split(text, at: Separator.record).map { record in
    let parts = split(record, at: Separator.unit)
    return Link(title: parts.first ?? "", url: parts.count > 1 ? parts[1] : "")
  }
}

private func appendWithoutSeparators(_ text: String, to bytes: inout [UInt8]) {
  let start = bytes.count
  bytes.append(contentsOf: text.utf8)
  for index in start..<bytes.count
  where bytes[index] == Separator.unit || bytes[index] == Separator.record {
    bytes[index] = UInt8(ascii: " ")
  }
}
