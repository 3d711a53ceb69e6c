extension ByteText {
  /// Appends a list's text as the content of an XML or HTML element or of a quoted attribute.
  mutating func add(escaped text: String) {
    var text = text.publishable
    text.withUTF8 { add(escapedBytes: $0) }
  }

  /// Appends bytes that are clean UTF-8, with the five characters of markup as references.
  mutating func add(escapedBytes text: [UInt8]) {
    text.withUnsafeBufferPointer { add(escapedBytes: $0) }
  }

  /// Appends bytes that are clean UTF-8, likewise.
  mutating func add(escapedBytes text: UnsafeBufferPointer<UInt8>) {
    var start = 0
    for index in text.indices where markup.contains(text[index]) {
      add(text[start..<index])
      add(ByteText.reference(to: text[index]).utf8)
      start = index + 1
    }
    add(text[start...])
  }

  private static func reference(to byte: UInt8) -> StaticString {
    switch byte {
    case UInt8(ascii: "&"): "&amp;"
    case UInt8(ascii: "<"): "&lt;"
    case UInt8(ascii: ">"): "&gt;"
    case UInt8(ascii: "\""): "&quot;"
    default: "&#39;"
    }
  }

  /// Appends `<name>text</name>`, or nothing for an empty text if `unlessEmpty` is true.
  mutating func add(element name: StaticString, _ text: String, unlessEmpty: Bool = false) {
    if unlessEmpty, text.isEmpty { return }
    add("<")
    add(name.utf8)
    add(">")
    add(escaped: text)
    add("</")
    add(name.utf8)
    add(">")
  }

  /// Appends ` name="value"`.
  mutating func add(attribute name: StaticString, _ value: String) {
    add(" ")
    add(name.utf8)
    add("=\"")
    add(escaped: value)
    add("\"")
  }

  /// Appends `<a href="uri">title</a>`, or the title alone where there is no URI.
  mutating func add(link uri: String?, _ title: String) {
    guard let uri else { return add(escaped: title) }
    add("<a")
    add(attribute: "href", uri)
    add(">")
    add(escaped: title)
    add("</a>")
  }
}

private let markup = ByteSet("&<>\"'")
