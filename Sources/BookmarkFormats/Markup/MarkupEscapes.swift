/// Appends a text as it is in HTML and XML, between tags as well as between double quotes.
///
/// A carriage return and, in attributes, line ends would be read as other white space; characters
/// that no file of text may hold are U+FFFD.
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
