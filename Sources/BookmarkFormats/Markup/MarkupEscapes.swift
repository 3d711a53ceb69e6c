/// Appends a text escaped for HTML and XML, for use between tags and in double quotes.
///
/// Carriage returns and, in attributes, line breaks are escaped, since parsers normalise them;
/// characters that no text file may contain become U+FFFD.
func appendMarkup(_ text: String, to output: inout [UInt8], inAttribute: Bool = false) {
  for byte in paragraphs(text).utf8 {
    switch byte {
    case UInt8(ascii: "&"): output += "&amp;".utf8
    case UInt8(ascii: "<"): output += "&lt;".utf8
    case UInt8(ascii: ">"): output += "&gt;".utf8
    case UInt8(ascii: "\""): output += "&quot;".utf8
    case 0x0A where inAttribute: output += "&#10;".utf8
    case 0x09 where inAttribute: output += "&#9;".utf8
    default: output.append(byte)
    }
  }
}

/// Appends ` name="value"`.
func appendAttribute(_ name: String, _ value: String, to output: inout [UInt8]) {
  output += " \(name)=\"".utf8
  appendMarkup(value, to: &output, inAttribute: true)
  output.append(UInt8(ascii: "\""))
}
