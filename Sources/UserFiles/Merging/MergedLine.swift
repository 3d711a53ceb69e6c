import JSONLines

/// A line to merge: an object whose values keep their spelling.
struct MergedLine: Equatable, Sendable {
  /// Names and values, in the order of the line.
  private(set) var members: [(name: String, value: [UInt8])] = []
  /// The unchanged line.
  private(set) var bytes: [UInt8]

  /// Reads a line; nil if it is not an object, or names a member twice.
  init?(_ bytes: [UInt8], in range: Range<Int>) {
    self.bytes = Array(bytes[range])
    var scanner = JSONScanner(bytes, in: range)
    var found: [(name: String, value: [UInt8])] = []
    do {
      try scanner.object { scanner, name throws(JSONError) in
        let start = scanner.position
        try scanner.skip()
        let value = bytes[start..<scanner.position].drop { $0 == 0x20 || $0 == 0x09 }
        found.append((name.text, Array(value)))
      }
      try scanner.end()
    } catch {
      return nil
    }
    var names: Set<String> = []
    guard found.allSatisfy({ names.insert($0.name).inserted }) else { return nil }
    members = found
  }

  /// Creates a line of members.
  init(_ members: [(name: String, value: [UInt8])]) {
    self.members = members
    var json = JSONWriter()
    json.beginObject()
    for (name, value) in members {
      json.name(name)
      json.verbatim(value)
    }
    json.endObject()
    bytes = json.bytes
  }

  /// Returns whether both have the same values, however they are written.
  static func == (left: MergedLine, right: MergedLine) -> Bool {
    left.bytes == right.bytes
      || left.members.elementsEqual(right.members) { $0.name == $1.name && $0.value == $1.value }
  }

  /// The value of a member as written.
  subscript(_ name: String) -> [UInt8]? { members.first { $0.name == name }?.value }

  /// Returns a member that is a text.
  func text(of name: String) -> String? { self[name].flatMap(textValue) }

  /// Returns a member that is a whole number.
  func number(of name: String) -> Int? { self[name].flatMap(numberValue) }

  /// Returns whether it was changed before another line; with equal times, compares the bytes.
  ///
  /// This makes the order independent of the merging side.
  func isEarlier(than other: MergedLine) -> Bool {
    let (one, two) = (number(of: "changed") ?? 0, other.number(of: "changed") ?? 0)
    return one != two ? one < two : bytes.lexicographicallyPrecedes(other.bytes)
  }
}

/// Returns a value that is a text; nil for any other.
func textValue(_ value: [UInt8]) -> String? {
  var scanner = JSONScanner(value, in: 0..<value.count)
  return try? scanner.string()
}

/// Returns a value that is a whole number; nil for any other.
func numberValue(_ value: [UInt8]) -> Int? {
  var scanner = JSONScanner(value, in: 0..<value.count)
  return try? scanner.integer()
}

/// Returns a value that is an array of texts; nil for any other.
func textsValue(_ value: [UInt8]) -> [String]? {
  var scanner = JSONScanner(value, in: 0..<value.count)
  return try? scanner.strings()
}

/// Returns a value that is an object of pairs of whole numbers, by the UTF-8 of the names; nil for
/// any other.
func pairsValue(_ value: [UInt8]) -> [[UInt8]: (Int, Int)]? {
  var pairs: [[UInt8]: (Int, Int)] = [:]
  var scanner = JSONScanner(value, in: 0..<value.count)
  do {
    try scanner.object { scanner, name throws(JSONError) in
      pairs[Array(name.text.utf8)] = try scanner.pair()
    }
  } catch {
    return nil
  }
  return pairs
}
