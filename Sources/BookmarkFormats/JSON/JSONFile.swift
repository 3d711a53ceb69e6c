internal import JSONLines

/// A whole file with one JSON value, read with line numbers.
struct JSONFile {
  /// The maximum depth of nested folders, each in an array of its parent: 127 folders.
  static let depthLimit = 256

  private let bytes: [UInt8]
  private var counted = 0
  private var line = 1

  init(_ bytes: [UInt8]) {
    self.bytes = bytes
  }

  /// Reads the value by `body`.
  static func read(
    _ bytes: [UInt8], _ body: (inout JSONScanner, inout JSONFile) throws(JSONError) -> Void
  ) throws(BookmarkFormatError) {
    var file = JSONFile(bytes)
    var scanner = JSONScanner(bytes, in: 0..<bytes.count, depthLimit: depthLimit)
    do {
      try body(&scanner, &file)
      try scanner.end()
    } catch {
      throw .malformed(line: file.line(at: scanner.position), what: what(error))
    }
  }

  /// Returns the line of a place, counted from 1; ask in rising order.
  mutating func line(at place: Int) -> Int {
    while counted < min(place, bytes.count) {
      if bytes[counted] == 0x0A { line += 1 }
      counted += 1
    }
    return line
  }

  /// Returns an error without its column, which counts from the beginning of the file.
  private static func what(_ fault: JSONError) -> String {
    switch fault {
    case .cutOff: "the file is cut off"
    case .tooDeep: "nested too deeply"
    case .badText: "text that is not UTF-8"
    case .unexpected, .otherKind: "not the JSON that was expected"
    }
  }
}

extension JSONScanner {
  /// Returns a string; empty for null and for values of other types.
  mutating func optionalText() throws(JSONError) -> String {
    if null() { return "" }
    var copy = self
    if let text = try? copy.string() {
      self = copy
      return text
    }
    try skip()
    return ""
  }

  /// Returns an integer; nil for null and for values of other types.
  mutating func optionalNumber() throws(JSONError) -> Int? {
    if null() { return nil }
    var copy = self
    if let number = try? copy.integer() {
      self = copy
      return number
    }
    try skip()
    return nil
  }
}
