/// Scans of byte runs that all readers use.
extension ArraySlice<UInt8> {
  /// Without spaces, tabs and line ends around.
  var trimmingBlanks: ArraySlice<UInt8> {
    var rest = drop { $0 <= 0x20 }
    while let last = rest.last, last <= 0x20 { rest.removeLast() }
    return rest
  }
}

/// Returns whether a text begins with a lower-case word, ignoring its own case.
func startsWith(_ text: ArraySlice<UInt8>, _ word: StaticString) -> Bool {
  matches(text.prefix(word.utf8CodeUnitCount), word)
}

/// Returns whether a text contains a run of bytes; takes at most the product of both lengths.
func holds(_ text: ArraySlice<UInt8>, _ word: StaticString) -> Bool {
  position(of: word, in: text) != nil
}

/// Returns the first index of a run of bytes in a text.
func position(of word: StaticString, in text: ArraySlice<UInt8>) -> Int? {
  word.withUTF8Buffer { word in
    guard let first = word.first else { return nil }
    var index = text.startIndex
    while index + word.count <= text.endIndex {
      if text[index] == first, text[index..<index + word.count].elementsEqual(word) { return index }
      index += 1
    }
    return nil
  }
}

/// Returns a letter, a digit or a part of a character outside ASCII.
func isWord(_ byte: UInt8) -> Bool {
  byte >= 0x80 || byte >= 0x30 && byte <= 0x39 || byte | 0x20 >= 0x61 && byte | 0x20 <= 0x7A
}
