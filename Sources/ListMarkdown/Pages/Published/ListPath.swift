import ListModel

/// Derives a list's identity from the path of its page.
enum ListPath {
  /// `owner/name` of `…/content/owner/name/week/README.md`; nil for a path that has no
  /// `content` folder or names a day or a week in it.
  static func listID(inPath path: String) -> String? {
    var parts = path.utf8.split(separator: UInt8(ascii: "/"), omittingEmptySubsequences: true)
    guard let content = parts.lastIndex(where: { $0.elementsEqual("content".utf8) }) else {
      return nil
    }
    parts.removeFirst(content + 1)
    guard parts.count >= 3, Int(ascii: parts[0]) == nil else { return nil }
    parts.removeLast()
    // A list may itself be called `readme` or `week`, so the owner and the name stay.
    if parts.count >= 3, let last = parts.last,
      last.elementsEqual("week".utf8) || last.elementsEqual("readme".utf8)
    {
      parts.removeLast()
    }
    // awl publishes a list without an owner below `content/_/`.
    if parts.count == 2, parts[0].elementsEqual("_".utf8) { parts.removeFirst() }
    return joined(parts)
  }

  /// Returns a name for a list that is only a file: the folder's name if the file is a README, else
  /// the file's name.
  static func fallbackID(ofPath path: String?) -> String {
    let parts = (path ?? "").utf8.split(separator: UInt8(ascii: "/"))
    guard let file = parts.last else { return "page" }
    let stem = file.prefix { $0 != UInt8(ascii: ".") }
    let isReadme = stem.map { $0 | 0x20 }.elementsEqual("readme".utf8)
    if isReadme, parts.count >= 2 {
      let folder = String(decoding: parts[parts.count - 2], as: UTF8.self)
      if folder != ".", folder != ".." { return folder }
    }
    return String(decoding: stem.isEmpty ? file[...] : stem, as: UTF8.self)
  }

  /// Returns what to call a file in a message.
  static func fileName(of path: String?) -> String {
    guard let path, path != "-" else { return "standard input" }
    let name = path.utf8.split(separator: UInt8(ascii: "/")).last
    return name.map { String(decoding: $0, as: UTF8.self) } ?? path
  }

  private static func joined(_ parts: some Sequence<Substring.UTF8View>) -> String {
    parts.map { String(decoding: $0, as: UTF8.self) }.joined(separator: "/")
  }
}
