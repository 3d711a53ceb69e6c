import JSONLines

/// The content of the filter history: a header, then one filter per line, oldest first:
/// `{"filter":"kafka go"}`.
struct FilterHistoryDocument {
  /// The format name in the header.
  static let formatName = "awl-filter-history"
  /// The format name before saved filters had a file.
  static let formerFormatName = "awl-filters"

  /// The filters in their order, each once.
  private(set) var filters: [String] = []
  /// Whether this version may write the file.
  private(set) var isOurs = true

  /// Reads a whole file, leaving out lines that are no filters.
  init(_ bytes: [UInt8]) {
    for line in bytes.split(separator: UInt8(ascii: "\n")) {
      let range = line.startIndex..<line.endIndex
      if let format = FileFormat(bytes, in: range, named: Self.formatName) {
        if format != .current, format != .other(Self.formerFormatName) { isOurs = false }
      } else if let filter = try? filter(bytes, in: range), !filter.isEmpty {
        append(filter)
      }
    }
    if !isOurs { filters = [] }
  }

  /// Returns the file's content with a filter as the newest, without the oldest ones beyond the
  /// limit.
  func revision(adding filter: String) -> Revision {
    var document = self
    document.append(filter)
    var content = FileFormat.header(named: Self.formatName) + [UInt8(ascii: "\n")]
    for filter in document.filters.suffix(FilterHistoryFile.most) {
      var json = JSONWriter()
      json.beginObject()
      json.member("filter", filter)
      json.endObject()
      json.endLine()
      content += json.bytes
    }
    return Revision(content, backsUp: false, damage: [])
  }

  private mutating func append(_ filter: String) {
    filters.removeAll { $0.utf8.elementsEqual(filter.utf8) }
    filters.append(filter)
  }

  private func filter(_ bytes: [UInt8], in line: Range<Int>) throws(JSONError) -> String? {
    var filter: String?
    var scanner = JSONScanner(bytes, in: line)
    try scanner.object { scanner, name throws(JSONError) in
      if name.matches("filter") {
        filter = try scanner.string()
      } else {
        try scanner.skip()
      }
    }
    try scanner.end()
    return filter
  }
}
