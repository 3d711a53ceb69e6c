package import ListModel

/// Turns the rows of a file into bookmarks, and refuses those without a valid link.
package struct RowCollector {
  /// More bookmarks than anyone has; a larger file was crafted to fill the memory.
  static let limit = 2_000_000
  /// A longer URL is not an address but the content of a page.
  static let urlLimit = 65_536
  /// A larger bookmark would make a line that awl takes for corruption.
  static let sizeLimit = 400_000
  /// Nested folders give each link in them as many tags; this is the limit for all of them.
  static let tagLimit = 8_000_000

  package private(set) var result = ImportedBookmarks()
  private var tagCount = 0
  private let now: Timestamp

  package init(now: Timestamp) { self.now = now }

  /// Adds a row.
  package mutating func add(_ row: BookmarkRow) {
    let url = trimmed(row.url)
    if let reason = refusal(of: url) {
      refuse(line: row.line, text: url.isEmpty ? row.title : url, reason)
      return
    }
    let title = oneLine(row.title)
    var tags = row.tags.flatMap { tagNames(in: $0) }
    tags += row.folders.map { oneLine($0.replacingCommas()) }
    let bookmark = Bookmark(
      url: url, title: title.isEmpty ? url : title, list: oneLine(row.list),
      category: row.category.map(oneLine).filter { !$0.isEmpty },
      description: paragraphs(row.description), day: row.day, stars: row.stars,
      isBookmarked: row.isKept || !row.isLater, later: row.isLater, read: row.read,
      tags: distinct(tags), note: paragraphs(row.note), added: row.added ?? now, changed: now)
    append(bookmark, line: row.line)
  }

  /// Adds a complete bookmark, as in awl's own lines.
  mutating func add(_ bookmark: Bookmark, line: Int) {
    if let reason = refusal(of: bookmark.url) {
      refuse(line: line, text: bookmark.url, reason)
    } else {
      append(bookmark, line: line)
    }
  }

  /// Notes something that is not a bookmark.
  mutating func refuse(line: Int, text: String, _ reason: String) {
    let start = String(decoding: text.utf8.prefix(200), as: UTF8.self)
    result.refused.append(.init(line: line, text: start, reason: reason))
  }

  /// Whether no more rows are accepted.
  package var isFull: Bool { result.bookmarks.count + result.refused.count >= Self.limit }
}

extension RowCollector {
  private mutating func append(_ bookmark: Bookmark, line: Int) {
    tagCount += bookmark.tags.count
    let texts = [bookmark.url, bookmark.title, bookmark.description, bookmark.note, bookmark.list]
    let size = (texts + bookmark.tags + bookmark.category).reduce(0) { $0 + $1.utf8.count }
    if size > Self.sizeLimit {
      refuse(line: line, text: bookmark.url, "a bookmark of \(size) bytes")
    } else if tagCount > Self.tagLimit {
      refuse(line: line, text: bookmark.url, "more than \(Self.tagLimit) tags in the file")
    } else {
      result.bookmarks.append(bookmark)
    }
  }

  /// Returns why a link is refused; nil if it is valid.
  private func refusal(of url: String) -> String? {
    guard !isFull else { return "more than \(Self.limit) bookmarks" }
    guard !url.isEmpty else { return "no link" }
    guard url.utf8.count <= Self.urlLimit else { return "a link of \(url.utf8.count) bytes" }
    guard !url.utf8.contains(where: { $0 < 0x20 || $0 == 0x7F }) else {
      return "a link with a control character"
    }
    let scheme = url.utf8.prefix { $0 != UInt8(ascii: ":") }
    guard scheme.count < url.utf8.count, let name = schemeName(scheme) else {
      return "no web address"
    }
    guard ["http", "https"].contains(name) else { return "a link of \(name):" }
    let rest = url.utf8.dropFirst(scheme.count + 1)
    guard rest.starts(with: "//".utf8), rest.count > 2, rest.dropFirst(2).first != UInt8(ascii: "/")
    else { return "a link without a host" }
    return nil
  }
}

/// Returns the scheme in lower case; nil if a URL begins with none.
private func schemeName(_ bytes: Substring.UTF8View) -> String? {
  guard let first = bytes.first, isLetter(first), bytes.count <= 32 else { return nil }
  let others = bytes.dropFirst()
  guard others.allSatisfy({ isLetter($0) || isDigit($0) || [0x2B, 0x2D, 0x2E].contains($0) })
  else { return nil }
  return String(decoding: bytes.map(asciiLowercased), as: UTF8.self)
}
