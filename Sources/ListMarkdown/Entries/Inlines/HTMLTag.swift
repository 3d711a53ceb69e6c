/// The meaning of an HTML tag inside a text.
enum HTMLTag: Equatable {
  case linkStart(url: String)
  /// An image, with its `alt` text.
  case image(text: String)
  /// Strong, emphasized or struck text.
  case styleStart(MarkdownNode.Kind), styleEnd(MarkdownNode.Kind)
  case linkEnd, lineBreak, other

  /// Reads links, images, line breaks and the tags of style; everything else is `other`.
  init(_ tag: UnsafeBufferPointer<UInt8>) {
    self = .other
    let name = HTMLTag.name(of: tag)
    switch (name, name.isEmpty || tag[1] == UInt8(ascii: "/")) {
    case (Array("a".utf8), true): self = .linkEnd
    case (Array("a".utf8), false):
      if let url = HTMLTag.attribute("href", in: tag, from: 2) { self = .linkStart(url: url) }
    case (Array("br".utf8), _): self = .lineBreak
    case (Array("img".utf8), _):
      self = .image(text: HTMLTag.attribute("alt", in: tag, from: 4) ?? "")
    case (_, let isEnd):
      guard let style = HTMLTag.style(name) else { break }
      self = isEnd ? .styleEnd(style) : .styleStart(style)
    }
  }

  private static func style(_ name: [UInt8]) -> MarkdownNode.Kind? {
    switch name {
    case Array("b".utf8), Array("strong".utf8): .strong
    case Array("i".utf8), Array("em".utf8): .emphasis
    case Array("s".utf8), Array("del".utf8), Array("strike".utf8): .strikethrough
    default: nil
    }
  }
}

extension HTMLTag {
  /// After the `>` of a tag, or after the `-->` of a comment; the end if it has none.
  static func end(ofTagAt start: Int, in html: UnsafeBufferPointer<UInt8>) -> Int {
    let isComment = html[start...].starts(with: "<!--".utf8)
    var index = start + 1
    while let close = html[index...].firstIndex(of: UInt8(ascii: ">")) {
      let isEnd = html[..<close].suffix(2).elementsEqual("--".utf8)
      if !isComment || isEnd { return close + 1 }
      index = close + 1
    }
    return html.count
  }

  /// Returns the name of an opening or closing tag, in lower case; empty if it is neither.
  static func name(of tag: UnsafeBufferPointer<UInt8>) -> [UInt8] {
    guard tag.count >= 3, tag[0] == UInt8(ascii: "<") else { return [] }
    let start = tag[1] == UInt8(ascii: "/") ? 2 : 1
    return tag[start...].prefix(while: { $0.isLetterOrDigit }).map { $0 | 0x20 }
  }

  /// Returns the value of an attribute with `&amp;` undone; the tag is as cmark let it through.
  static func attribute(
    _ name: String, in tag: UnsafeBufferPointer<UInt8>, from start: Int
  ) -> String? {
    var index = start
    while index < tag.count {
      while index < tag.count, !tag[index].isLetterOrDigit { index += 1 }
      let nameStart = index
      while index < tag.count, tag[index] != 0x3D, tag[index] != 0x3E, tag[index] > 0x20 {
        index += 1
      }
      let found = tag[nameStart..<index].map { $0 | 0x20 }
      while index < tag.count, tag[index] <= 0x20 { index += 1 }
      guard index < tag.count, tag[index] == UInt8(ascii: "=") else { continue }
      index += 1
      while index < tag.count, tag[index] <= 0x20 { index += 1 }
      guard index < tag.count else { return nil }
      let quote = tag[index]
      let isQuoted = quote == UInt8(ascii: "\"") || quote == UInt8(ascii: "'")
      if isQuoted { index += 1 }
      let valueStart = index
      while index < tag.count,
        isQuoted ? tag[index] != quote : tag[index] > 0x20 && tag[index] != 0x3E
      { index += 1 }
      if found.elementsEqual(name.utf8) { return unescaped(tag[valueStart..<index]) }
      index += 1
    }
    return nil
  }

  private static func unescaped(_ value: Slice<UnsafeBufferPointer<UInt8>>) -> String {
    let entity = Array("amp;".utf8)
    var bytes: [UInt8] = []
    var index = value.startIndex
    while index < value.endIndex {
      bytes.append(value[index])
      if value[index] == UInt8(ascii: "&"),
        value[(index + 1)...].prefix(entity.count).elementsEqual(entity)
      {
        index += entity.count
      }
      index += 1
    }
    return bytes[...].string
  }
}
