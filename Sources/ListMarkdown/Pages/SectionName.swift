/// What the name of a section tells of it.
enum SectionName {
  private static let aboutTheList = [
    "license", "licence", "licensing", "license information", "copyright",
    "contributing", "contribute", "contribution", "contributions", "contributors",
    "how to contribute", "contribution guidelines", "contribution guide",
    "contributing guidelines", "code of conduct",
  ]

  /// A section on the licence of the list, or on how to contribute to it.
  static func isAboutTheList(_ heading: [UInt8]) -> Bool {
    guard heading.count < 64 else { return false }
    var name = heading.map { $0 >= 0x41 && $0 <= 0x5A ? $0 | 0x20 : $0 }[...]
    name = name.drop { !isLetter($0) }
    while let last = name.last, !isLetter(last) { name.removeLast() }
    return aboutTheList.contains { name.elementsEqual($0.utf8) }
  }

  private static func isLetter(_ byte: UInt8) -> Bool { byte >= 0x61 && byte <= 0x7A }
}
