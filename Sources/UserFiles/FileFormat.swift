import JSONLines

/// The format in the first line of a file: `{"format":"awl-bookmarks","version":1}`.
enum FileFormat: Equatable {
  case current
  case newer(Int)
  case other(String)

  /// Returns the line that this version writes first.
  static func header(named name: String) -> [UInt8] {
    var json = JSONWriter()
    json.beginObject()
    json.member("format", name)
    json.member("version", 1)
    json.endObject()
    return json.bytes
  }

  /// Reads a header, ignoring a byte order mark before it; nil if the line is not one.
  init?(_ bytes: [UInt8], in line: Range<Int>, named expected: String) {
    let mark: [UInt8] = [0xEF, 0xBB, 0xBF]
    let start = bytes[line].starts(with: mark) ? line.lowerBound + mark.count : line.lowerBound
    var scanner = JSONScanner(bytes, in: start..<line.upperBound)
    var name: String?
    var version: Int?
    do {
      try scanner.object { scanner, member throws(JSONError) in
        if member.matches("format") {
          name = try scanner.string()
        } else if member.matches("version") {
          version = try scanner.integer()
        } else {
          try scanner.skip()
        }
      }
      try scanner.end()
    } catch {
      return nil
    }
    guard let name, let version else { return nil }
    guard name.utf8.elementsEqual(expected.utf8) else {
      self = .other(name)
      return
    }
    self = version == 1 ? .current : .newer(version)
  }

  /// Returns why this version must not write a file; nil if it may.
  func refusal(path: String) -> UserFileError? {
    switch self {
    case .current: nil
    case .newer(let version): .newerVersion(path: path, version: version)
    case .other(let format): .otherFormat(path: path, format: format)
    }
  }
}

/// Returns whether a line has nothing on it.
func isBlank(_ line: ArraySlice<UInt8>) -> Bool {
  line.allSatisfy {
    $0 == UInt8(ascii: " ") || $0 == UInt8(ascii: "\t") || $0 == UInt8(ascii: "\r")
  }
}
