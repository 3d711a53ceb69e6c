import ListModel

/// Recognises a list's page by its path.
///
/// The site has a list's daily page at `content/owner/name/README.md`, and that of a list deeper
/// in a repository at `content/owner/name/deeper/README.md`. Beside these are the weekly page and
/// the overview of a list (`week` and `readme`), which are not lists of their own.
enum PagePath {
  /// Returns `owner/name`, and deeper parts, of the list whose daily page is at a path.
  ///
  /// The path begins at the followed folder or is absolute; nil for all other pages.
  static func listName(_ path: String) -> String? {
    let parts = path.utf8.split(separator: UInt8(ascii: "/"))
    guard let file = parts.last, isReadme(file), let content = content(in: parts) else {
      return nil
    }
    let folders = parts[(content + 1)...].dropLast()
    guard let owner = folders.first, let name = folders.dropFirst().first else { return nil }
    if isNumber(owner, digits: 4...4), isNumber(name, digits: 1...2) { return nil }
    if folders.count > 2, let last = folders.last,
      last.elementsEqual("week".utf8) || last.elementsEqual("readme".utf8)
    {
      return nil
    }
    let isOwnerless = folders.count == 2 && owner.elementsEqual("_".utf8)
    return folders.dropFirst(isOwnerless ? 1 : 0).map { String(decoding: $0, as: UTF8.self) }
      .joined(separator: "/")
  }

  /// Returns whether a file is called README.md, in any case.
  static func isReadme(_ name: some Sequence<UInt8>) -> Bool {
    name.lazy.map { asciiLowercased($0) }.elementsEqual("readme.md".utf8)
  }

  /// In a followed folder `content` comes first; elsewhere the last one counts, because parent
  /// folders may have that name too.
  private static func content(in parts: [Substring.UTF8View]) -> Int? {
    let isContent = { (part: Substring.UTF8View) in part.elementsEqual("content".utf8) }
    return parts.first.map(isContent) == true ? 0 : parts.lastIndex(where: isContent)
  }

  private static func isNumber(_ part: Substring.UTF8View, digits: ClosedRange<Int>) -> Bool {
    digits.contains(part.count) && part.allSatisfy { (48...57).contains($0) }
  }
}
