/// The subject of a section, by its name.
enum SectionName {
  private static let aboutTheList: Set<String> = [
    "license", "licence", "licensing", "license information", "copyright",
    "contributing", "contribute", "contribution", "contributions", "contributors",
    "how to contribute", "contribution guidelines", "contribution guide",
    "contributing guidelines", "code of conduct", "sponsor", "sponsors", "sponsoring",
    "sponsorship",
    "our sponsors", "backers", "sponsors and backers", "special sponsors",
  ]
  private static let contents: Set<String> = [
    "content", "contents", "table of content", "table of contents", "tables of contents", "toc",
    "list of contents", "contents of this list", "目录", "目錄", "目次", "차례", "목차", "содержание",
    "оглавление", "зміст", "contenido", "contenidos", "tabla de contenido", "tabla de contenidos",
    "sommaire", "table des matières", "inhalt", "inhaltsverzeichnis", "inhoudsopgave",
    "spis treści",
    "içindekiler", "sumário", "conteúdo", "mục lục",
  ]
  /// Names of a table of contents or of a subject, depending on the content.
  private static let contentsWithLinks: Set<String> = [
    "categories", "chapters", "index", "indice", "índice", "inhoud", "jump to", "list", "lists",
    "menu",
    "navigation", "outline", "overview", "quick links", "quick navigation", "sections", "summary",
    "the list", "topics", "导航", "索引",
  ]

  /// Returns whether a section is about the list's licence, contributing to it or its sponsors.
  static func isAboutTheList(_ heading: [UInt8]) -> Bool {
    name(heading[...]).map { aboutTheList.contains($0) } ?? false
  }

  /// Returns whether a section is a table of contents, whatever its content.
  static func isContents(_ heading: ArraySlice<UInt8>) -> Bool {
    name(heading).map { contents.contains($0) } ?? false
  }

  /// Returns a table of contents if links to places on the same page are below it.
  static func mayBeContents(_ heading: ArraySlice<UInt8>) -> Bool {
    name(heading).map { contentsWithLinks.contains($0) } ?? false
  }

  private static func isLetter(_ byte: UInt8) -> Bool {
    byte >= 0x80 || byte.isLetter
  }

  /// The lengths of the ASCII names that begin with each byte, as a bit each.
  private static let lengths: [UInt64] = {
    var found = [UInt64](repeating: 0, count: 128)
    for name in aboutTheList.union(contents).union(contentsWithLinks) {
      if let first = name.utf8.first, first < 0x80 { found[Int(first)] |= 1 << name.utf8.count }
    }
    return found
  }()

  /// Returns whether a heading may have a known name, which most have not; only compares bytes.
  private static func mayBeKnown(_ heading: ArraySlice<UInt8>) -> Bool {
    let heading = withoutPictographs(heading)
    guard let start = heading.firstIndex(where: isLetter),
      let last = heading.lastIndex(where: isLetter)
    else { return false }
    if heading[start] >= 0x80 { return true }
    let lengths = lengths[Int(heading[start] | 0x20)]
    guard lengths != 0 else { return false }
    // The bytes of other letters may become more or fewer in lower case.
    return heading[start...last].contains { $0 >= 0x80 }
      || lengths >> (last - start + 1) & 1 != 0
  }

  /// Returns the heading without leading emoji, U+1F300 to U+1FFFF and U+2600 to U+27FF, none of
  /// which is alphabetic.
  private static func withoutPictographs(_ heading: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
    var rest = heading
    while let first = rest.first, !isLetter(first) || first >= 0x80 {
      if first < 0x80 {
        rest = rest.dropFirst()
      } else if first == 0xF0, rest.count >= 4, rest[rest.startIndex + 1] == 0x9F,
        rest[rest.startIndex + 2] >= 0x8C
      {
        rest = rest.dropFirst(4)
      } else if first == 0xE2, rest.count >= 3, (0x98...0x9F).contains(rest[rest.startIndex + 1]) {
        rest = rest.dropFirst(3)
      } else if rest.starts(with: "\u{FE0F}".utf8) {
        rest = rest.dropFirst(3)
      } else {
        break
      }
    }
    return rest
  }

  /// Returns the name in lower case without anything around its letters; nil for one that is
  /// unknown.
  private static func name(_ heading: ArraySlice<UInt8>) -> String? {
    guard heading.count < 64, mayBeKnown(heading) else { return nil }
    let name = String(decoding: heading, as: UTF8.self).lowercased().unicodeScalars
    let letters = name.drop { !$0.properties.isAlphabetic }
    guard let last = letters.lastIndex(where: \.properties.isAlphabetic) else { return nil }
    return String(letters[...last])
  }
}
