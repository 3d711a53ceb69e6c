/// A line of text that begins with `<`, as CommonMark classifies it.
///
/// The text goes from the first character that is not a white space to the line's end.
public struct HTMLLine {
  /// The kind of block that a line begins.
  public enum Start: Equatable {
    /// HTML up to the next blank line; it may end a paragraph.
    case element
    /// HTML up to the next blank line if no paragraph is open: one tag alone on its line.
    case loneTag
    /// Text, or HTML that continues over blank lines (`HTMLBlock`).
    case other
  }

  /// The content of a line within HTML.
  public enum Content: Equatable {
    /// Only tags and comments.
    case tags
    /// Text that begins with a tag and ends with one.
    case element
    case text
  }

  private let text: UnsafeBufferPointer<UInt8>

  /// Creates a line as it was written, without the white space before it and without the line's
  /// end.
  public init(_ text: UnsafeBufferPointer<UInt8>) {
    self.text = text
  }

  /// The kind of block that the line begins.
  public var start: Start {
    guard text.count > 1, text[0] == UInt8(ascii: "<") else { return .other }
    if HTMLLine.beginsElement(text) { return .element }
    guard let end = HTMLLine.end(ofTagAt: 0, in: text), text[end...].allSatisfy({ $0 <= 0x20 })
    else { return .other }
    // `<pre>` continues to its end tag, but `</pre>` is a tag like others.
    let isBlock = text[1] != UInt8(ascii: "/") && HTMLLine.hidesText(name(ofTagAt: 0))
    return isBlock ? .other : .loneTag
  }

  /// Returns the kind of the line; `open` is the element or comment (`!--`) that is open before the
  /// line, and after it.
  func content(open: inout String?) -> Content {
    var index = 0
    var holdsText = false
    var lastTagEnd = 0
    while index < text.count {
      if let name = open {
        guard let end = HTMLLine.end(ofHidden: name, from: index, in: text) else { return .text }
        open = nil
        index = end
        lastTagEnd = end
      } else if text[index] <= 0x20 {
        index += 1
      } else if text[index...].starts(with: "<!--".utf8) {
        open = "!--"
        index += 4
      } else if let end = HTMLLine.end(ofTagAt: index, in: text) {
        let name = name(ofTagAt: index)
        if text[index + 1] != UInt8(ascii: "/"), HTMLLine.hidesText(name) {
          open = name[...].string
        }
        index = end
        lastTagEnd = end
      } else {
        holdsText = true
        index += 1
      }
    }
    guard open == nil else { return .text }
    guard holdsText else { return .tags }
    let isElement =
      text[0] == UInt8(ascii: "<") && text[lastTagEnd...].allSatisfy { $0 <= 0x20 }
    return isElement ? .element : .text
  }
}

extension HTMLLine {
  /// The contents of these elements are not Markdown.
  private static let hidingNames = ["pre", "script", "style", "textarea"]

  /// The elements that CommonMark 0.29 takes for blocks, by their first letter.
  private static let elements: [UInt8: [[UInt8]]] = Dictionary(
    grouping: """
      address article aside base basefont blockquote body caption center col colgroup dd details \
      dialog dir div dl dt fieldset figcaption figure footer form frame frameset h1 h2 h3 h4 h5 h6 \
      head header hr html iframe legend li link main menu menuitem nav noframes ol optgroup option \
      p param section summary table tbody td tfoot th thead title tr track ul
      """.split(separator: " ").map { Array($0.utf8) }
  ) { $0[0] }

  private static func hidesText(_ name: [UInt8]) -> Bool {
    hidingNames.contains { name.elementsEqual($0.utf8) }
  }

  private static func beginsElement(_ text: UnsafeBufferPointer<UInt8>) -> Bool {
    let start = text[1] == UInt8(ascii: "/") ? 2 : 1
    guard start < text.count, let names = elements[text[start] | 0x20] else { return false }
    return names.contains { name in
      let end = start + name.count
      guard end <= text.count, zip(text[start..<end], name).allSatisfy({ $0 | 0x20 == $1 }) else {
        return false
      }
      guard end < text.count, text[end] > 0x20, text[end] != UInt8(ascii: ">") else { return true }
      return text[end...].starts(with: "/>".utf8)
    }
  }

  /// Returns the name of a tag in lower case.
  private func name(ofTagAt start: Int) -> [UInt8] {
    let first = text[start + 1] == UInt8(ascii: "/") ? start + 2 : start + 1
    return text[first...].prefix(while: { $0.isLetterOrDigit }).map { $0 | 0x20 }
  }

  /// After the end of a hidden text, `</pre>` or `-->`; nil if the line does not have it.
  private static func end(
    ofHidden name: String, from start: Int, in text: UnsafeBufferPointer<UInt8>
  ) -> Int? {
    let mark = name == "!--" ? Array("-->".utf8) : Array("</\(name)>".utf8)
    var index = start
    while index + mark.count <= text.count {
      let end = index + mark.count
      if zip(text[index..<end], mark).allSatisfy({ $0 == $1 || $0 | 0x20 == $1 }) { return end }
      index += 1
    }
    return nil
  }

  /// After the tag that begins at a place, written as CommonMark wants it; nil for other text.
  private static func end(ofTagAt start: Int, in text: UnsafeBufferPointer<UInt8>) -> Int? {
    var index = start + 1
    guard text[start] == UInt8(ascii: "<"), index < text.count else { return nil }
    let isClosing = text[index] == UInt8(ascii: "/")
    if isClosing { index += 1 }
    guard index < text.count, text[index].isLetter else { return nil }
    while index < text.count, text[index].isLetterOrDigit || text[index] == UInt8(ascii: "-") {
      index += 1
    }
    while !isClosing, let end = end(ofAttributeAt: index, in: text) { index = end }
    while index < text.count, text[index] <= 0x20 { index += 1 }
    if !isClosing, index < text.count, text[index] == UInt8(ascii: "/") { index += 1 }
    guard index < text.count, text[index] == UInt8(ascii: ">") else { return nil }
    return index + 1
  }

  /// Returns the end of an attribute with the white space before it; nil if there is none.
  private static func end(ofAttributeAt start: Int, in text: UnsafeBufferPointer<UInt8>) -> Int? {
    var index = start
    while index < text.count, text[index] <= 0x20 { index += 1 }
    guard index > start, index < text.count,
      text[index].isLetter || text[index] == UInt8(ascii: "_") || text[index] == UInt8(ascii: ":")
    else { return nil }
    while index < text.count, isAttributeByte(text[index]) {
      index += 1
    }
    let end = index
    while index < text.count, text[index] <= 0x20 { index += 1 }
    guard index < text.count, text[index] == UInt8(ascii: "=") else { return end }
    index += 1
    while index < text.count, text[index] <= 0x20 { index += 1 }
    guard index < text.count else { return nil }
    let quote = text[index]
    if quote == UInt8(ascii: "\"") || quote == UInt8(ascii: "'") {
      return text[(index + 1)...].firstIndex(of: quote).map { $0 + 1 }
    }
    let value = index
    while index < text.count, text[index] > 0x20, !endsValue(text[index]) {
      index += 1
    }
    return index > value ? index : nil
  }

  private static func isAttributeByte(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "-"), UInt8(ascii: "_"), UInt8(ascii: "."), UInt8(ascii: ":"): true
    default: byte.isLetterOrDigit
    }
  }

  /// Returns whether a byte is not allowed in an unquoted attribute value.
  private static func endsValue(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "\""), UInt8(ascii: "'"), UInt8(ascii: "="), UInt8(ascii: "<"),
      UInt8(ascii: ">"), UInt8(ascii: "`"):
      true
    default: false
    }
  }
}
