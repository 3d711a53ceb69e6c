extension ByteText {
  /// Appends a list's text as the content of an XML or HTML element or of a quoted attribute.
  mutating func add(escaped text: String) {
    var text = text.publishable
    text.withUTF8 { add(escapedBytes: $0) }
  }

  /// Appends bytes that are clean UTF-8, with the five characters of markup as references.
  mutating func add(escapedBytes text: some Sequence<UInt8>) {
    for byte in text {
      switch byte {
      case UInt8(ascii: "&"): add("&amp;")
      case UInt8(ascii: "<"): add("&lt;")
      case UInt8(ascii: ">"): add("&gt;")
      case UInt8(ascii: "\""): add("&quot;")
      case UInt8(ascii: "'"): add("&#39;")
      default: add(byte: byte)
      }
    }
  }

  /// Appends `<name>text</name>`, and nothing for an empty text where `unlessEmpty` is set.
  mutating func add(element name: String, _ text: String, unlessEmpty: Bool = false) {
    if unlessEmpty, text.isEmpty { return }
    add("<\(name)>")
    add(escaped: text)
    add("</\(name)>")
  }

  /// Appends ` name="value"`.
  mutating func add(attribute name: String, _ value: String) {
    add(" \(name)=\"")
    add(escaped: value)
    add("\"")
  }
}
