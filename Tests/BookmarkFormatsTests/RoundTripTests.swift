import BookmarkFormats
import ListModel
import TestSupport
import Testing

/// Exporting and importing preserves bookmarks, as far as each format can store them.
struct RoundTripTests {
  @Test(arguments: BookmarkFormat.allCases)
  func importingAnExportRestoresTheBookmarks(format: BookmarkFormat) throws {
    var texts = HostileTexts(seed: 20)
    for round in 0..<rounds(60, soak: 2_000) {
      let bookmarks = (0..<Int.random(in: 0...12, using: &texts.random)).map { _ in
        texts.bookmark()
      }
      let file = format.write(bookmarks)
      let imported = try format.read(file, now: now)
      #expect(imported.refused.isEmpty, "round \(round)")
      let expected = bookmarks.map { limited($0, to: format.parts) }
      try #require(imported.bookmarks.count == expected.count, "round \(round)")
      for (found, expected) in zip(imported.bookmarks, expected) {
        try #require(found == expected, "round \(round): \(difference(found, expected))")
      }
      #expect(format.write(imported.bookmarks) == format.write(imported.bookmarks))
    }
  }

  @Test(arguments: BookmarkFormat.allCases)
  func anExportIsKnownByItsContent(format: BookmarkFormat) {
    var texts = HostileTexts(seed: 7)
    for _ in 0..<20 {
      let file = format.write((0..<3).map { _ in texts.bookmark() })
      #expect(BookmarkFormat.guess(file) == format)
    }
  }

  @Test(arguments: BookmarkFormat.allCases)
  func theOrderOfTheFileIsThatOfTheBookmarks(format: BookmarkFormat) throws {
    let urls = (0..<300).map { "https://example.org/\($0 * 7_919 % 1_009)" }
    let bookmarks = urls.map { Bookmark(url: $0, title: "T", added: now, changed: now) }
    #expect(try format.read(format.write(bookmarks), now: now).bookmarks.map(\.url) == urls)
  }
}

/// The fields in which two bookmarks differ, with their values as bytes.
private func difference(_ one: Bookmark, _ other: Bookmark) -> String {
  let fields = zip(Mirror(reflecting: one).children, Mirror(reflecting: other).children)
  return fields.compactMap { left, right in
    let (found, expected) = (String(reflecting: left.value), String(reflecting: right.value))
    return found.utf8.elementsEqual(expected.utf8)
      ? nil : "\(left.label ?? "") is \(found) and not \(expected)"
  }.joined(separator: "; ")
}

/// The parts of a bookmark that survive a format.
private func limited(_ bookmark: Bookmark, to parts: BookmarkParts) -> Bookmark {
  var limited = Bookmark(url: bookmark.url, title: bookmark.url, added: now, changed: now)
  if parts.contains(.title) { limited.title = bookmark.title }
  if parts.contains(.tags) {
    limited.tags = bookmark.tags.map { tag in
      parts.contains(.tagBlanks) ? tag : String(tag.map { $0 == " " ? "_" : $0 })
    }
  }
  if parts.contains(.note) {
    limited.note = bookmark.note
    if !parts.contains(.noteLines) {
      limited.note = bookmark.note.split { $0.isWhitespace && $0.isASCII }.joined(separator: " ")
    }
  }
  if parts.contains(.added) { limited.added = bookmark.added }
  if parts.contains(.later) { limited.later = bookmark.later }
  if parts.contains(.reading) {
    limited.isBookmarked = bookmark.isBookmarked
    limited.read = bookmark.read
  }
  if parts.contains(.origin) {
    limited.list = bookmark.list
    limited.category = bookmark.category
    limited.description = bookmark.description
    limited.day = bookmark.day
    limited.stars = bookmark.stars
  }
  return limited
}
