/// What the name of a section tells of it.
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
  /// Names of a table of contents, or of a subject, as what stands below tells.
  private static let contentsWithLinks: Set<String> = [
    "categories", "chapters", "index", "indice", "índice", "inhoud", "jump to", "list", "lists",
    "menu",
    "navigation", "outline", "overview", "quick links", "quick navigation", "sections", "summary",
    "the list", "topics", "导航", "索引",
  ]

  /// A section on the licence of the list, on how to contribute to it or on who pays for it.
  static func isAboutTheList(_ heading: [UInt8]) -> Bool {
    aboutTheList.contains(name(heading[...]))
  }

  /// A table of contents, whatever stands below it.
  static func isContents(_ heading: ArraySlice<UInt8>) -> Bool { contents.contains(name(heading)) }

  /// A table of contents if links to places on the same page stand below it.
  static func mayBeContents(_ heading: ArraySlice<UInt8>) -> Bool {
    contentsWithLinks.contains(name(heading))
  }

  private static func isLetter(_ byte: UInt8) -> Bool {
    byte >= 0x80 || (byte | 0x20) >= 0x61 && (byte | 0x20) <= 0x7A
  }

  /// The bytes that a name may begin with; a symbol may stand before one.
  private static let firstLetters: [Bool] = {
    var found = [Bool](repeating: false, count: 256)
    for name in aboutTheList.union(contents).union(contentsWithLinks) {
      if let first = name.utf8.first { found[Int(first)] = true }
    }
    // Symbols and capitals of other scripts.
    for byte in 0x80...0xFF { found[byte] = true }
    return found
  }()

  /// The name in lower case without what stands around its letters; empty for a long one.
  private static func name(_ heading: ArraySlice<UInt8>) -> String {
    guard heading.count < 64, let first = heading.first(where: isLetter),
      firstLetters[Int(first >= 0x80 ? first : first | 0x20)]
    else { return "" }
    let name = String(decoding: heading, as: UTF8.self).lowercased().unicodeScalars
    let letters = name.drop { !$0.properties.isAlphabetic }
    guard let last = letters.lastIndex(where: \.properties.isAlphabetic) else { return "" }
    return String(letters[...last])
  }
}
