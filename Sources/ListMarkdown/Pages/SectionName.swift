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

  /// The name in lower case without what stands around its letters; empty for a long one.
  private static func name(_ heading: ArraySlice<UInt8>) -> String {
    guard heading.count < 64 else { return "" }
    let name = String(decoding: heading, as: UTF8.self).lowercased().unicodeScalars
    let letters = name.drop { !$0.properties.isAlphabetic }
    guard let last = letters.lastIndex(where: \.properties.isAlphabetic) else { return "" }
    return String(letters[...last])
  }
}
