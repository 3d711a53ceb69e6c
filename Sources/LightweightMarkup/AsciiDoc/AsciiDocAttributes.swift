/// The value of `{name}` in an AsciiDoc document.
struct AsciiDocAttributes {
  private var values: [[UInt8]: [UInt8]] = [:]
  /// How much the attributes may add to the document; values may contain each other.
  private var room = 4 << 20

  init() {
    let builtIn = [
      "nbsp": " ", "sp": " ", "empty": "", "blank": "", "plus": "+", "amp": "&", "lt": "<",
      "gt": ">", "vbar": "|", "startsb": "[", "endsb": "]", "asterisk": "*", "caret": "^",
      "tilde": "~", "backslash": "\\", "backtick": "`", "apos": "'", "quot": "\"", "zwsp": "",
      "two-colons": "::", "two-semicolons": ";;", "cpp": "C++", "ldquo": "“", "rdquo": "”",
      "lsquo": "‘", "rsquo": "’", "deg": "°", "brvbar": "¦",
    ]
    for (name, value) in builtIn { values[Array(name.utf8)] = Array(value.utf8) }
  }

  /// Takes `:name: value` or `:!name:`; false for another line.
  mutating func define(_ line: ArraySlice<UInt8>) -> Bool {
    guard line.first == UInt8(ascii: ":"),
      let colon = line.dropFirst().firstIndex(of: UInt8(ascii: ":")),
      colon + 1 == line.endIndex || line[colon + 1] <= 0x20
    else { return false }
    var name = line[(line.startIndex + 1)..<colon]
    let isUnset = name.first == UInt8(ascii: "!") || name.last == UInt8(ascii: "!")
    if isUnset { name = name.first == UInt8(ascii: "!") ? name.dropFirst() : name.dropLast() }
    guard !name.isEmpty, name.allSatisfy(isPartOfName) else { return false }
    let key = name.map(asciiLowercased)
    if isUnset {
      values[key] = nil
    } else {
      values[key] = replaced(in: line[(colon + 1)...].trimmingBlanks)
    }
    return true
  }

  /// Returns a text with its attributes replaced; undefined ones are left unchanged.
  mutating func replaced(in text: ArraySlice<UInt8>) -> [UInt8] {
    guard text.contains(UInt8(ascii: "{")) else { return Array(text) }
    var found: [UInt8] = []
    var index = text.startIndex
    while index < text.endIndex {
      if let (value, end) = reference(in: text, at: index) {
        room -= value.count
        found += AsciiDocAttributes.marked(value)
        index = end
      } else {
        found.append(text[index])
        index += 1
      }
    }
    return found
  }

  /// Precedes a character that came from an attribute and opens no markup, as in `{cpp}`.
  static let mark: UInt8 = 0x1A

  /// Returns a value with these marks; a URL, or a part of one, contains no markup anyway.
  private static func marked(_ value: [UInt8]) -> [UInt8] {
    guard !value.contains(UInt8(ascii: "/")) else { return value }
    return value.reduce(into: []) { marked, byte in
      if Array("+*`#".utf8).contains(byte), marked.last != mark { marked.append(mark) }
      marked.append(byte)
    }
  }

  private func reference(
    in text: ArraySlice<UInt8>, at index: Int
  ) -> (value: [UInt8], end: Int)? {
    guard text[index] == UInt8(ascii: "{"),
      index == text.startIndex || text[index - 1] != UInt8(ascii: "\\")
    else { return nil }
    let name = text[(index + 1)...].prefix(64).prefix(while: isPartOfName)
    guard name.endIndex < text.endIndex, text[name.endIndex] == UInt8(ascii: "}"),
      let value = values[name.map(asciiLowercased)], value.count <= room
    else { return nil }
    return (value, name.endIndex + 1)
  }
}

private func isPartOfName(_ byte: UInt8) -> Bool {
  isWord(byte) || byte == UInt8(ascii: "-") || byte == UInt8(ascii: "_")
}
