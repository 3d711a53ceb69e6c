import ListModel

/// Converts texts of other programs for bookmarks. All of it works on scalars: equality of
/// Characters normalizes, which is slow on hostile text.

/// Returns a text on one line: runs of white space become one blank, both ends are trimmed, and
/// characters that no text file may contain become U+FFFD.
func oneLine(_ text: String) -> String {
  var result = String.UnicodeScalarView()
  var isBetween = false
  for scalar in text.unicodeScalars {
    if scalar.value <= 0x20 && isSpace(scalar) || scalar.value == 0x85 {
      isBetween = !result.isEmpty
      continue
    }
    if isBetween { result.append(" ") }
    isBetween = false
    result.append(portable(scalar))
  }
  return String(result)
}

/// Returns a text of several lines: line breaks become line feeds, and both ends are trimmed.
func paragraphs(_ text: String) -> String {
  var result = String.UnicodeScalarView()
  var kept = result.endIndex
  var isAfterReturn = false
  for scalar in text.unicodeScalars {
    defer { isAfterReturn = scalar == "\r" }
    if scalar == "\n", isAfterReturn { continue }
    if isSpace(scalar) {
      if !result.isEmpty { result.append(scalar == "\r" ? "\n" : scalar) }
    } else {
      result.append(portable(scalar))
      kept = result.endIndex
    }
  }
  return String(result[..<kept])
}

/// Returns the tags of a text in which commas part them.
func tagNames(in text: String) -> [String] {
  text.unicodeScalars.split(separator: ",").map { oneLine(String($0)) }
}

/// Each tag once, as it was met first, without empty ones; costs one pass.
func distinct(_ tags: [String]) -> [String] {
  var seen: Set<[UInt8]> = []
  return tags.filter { !$0.isEmpty && seen.insert(Array($0.utf8)).inserted }
}

/// Returns a text without white space and controls at its ends.
func trimmed(_ text: String) -> String {
  var bytes = text.utf8[...]
  while let first = bytes.first, first <= 0x20 { bytes.removeFirst() }
  while let last = bytes.last, last <= 0x20 { bytes.removeLast() }
  return String(decoding: bytes, as: UTF8.self)
}

extension String {
  /// Returns the text with blanks for its commas.
  func replacingCommas() -> String {
    String(decoding: utf8.map { $0 == UInt8(ascii: ",") ? 0x20 : $0 }, as: UTF8.self)
  }
}

/// Returns a character that every format can store: XML has no controls and no U+FFFE and U+FFFF.
private func portable(_ scalar: Unicode.Scalar) -> Unicode.Scalar {
  switch scalar.value {
  case 0x00...0x08, 0x0B, 0x0C, 0x0E...0x1F, 0x7F...0x9F, 0xFFFE, 0xFFFF: "\u{FFFD}"
  default: scalar
  }
}

private func isSpace(_ scalar: Unicode.Scalar) -> Bool {
  switch scalar.value {
  case 0x09, 0x0A, 0x0D, 0x20: true
  default: false
  }
}

func isLetter(_ byte: UInt8) -> Bool {
  let lower = asciiLowercased(byte)
  return lower >= UInt8(ascii: "a") && lower <= UInt8(ascii: "z")
}

func isDigit(_ byte: UInt8) -> Bool { byte >= UInt8(ascii: "0") && byte <= UInt8(ascii: "9") }

/// Returns whether two texts are equal, ignoring the case of ASCII letters.
func matches(_ text: String, _ lowercased: String) -> Bool {
  text.utf8.elementsEqual(lowercased.utf8) { asciiLowercased($0) == $1 }
}
