import ListModel
import ReaderFiles
import TestSupport
import Testing

/// Files of versions to come, and of other programs, are never written.
struct FormatVersionTests {
  @Test func aNewerFileIsReadOnly() throws {
    let folder = try TemporaryFolder()
    let file = BookmarkFile(path: folder("bookmarks.jsonl"))
    let newer = """
      {"format":"awl-bookmarks","version":99}
      {"id":"1","url":"https://a.org","title":"A","colour":"blue","added":1}

      """
    try put(newer.utf8, into: file.path)
    let loaded = file.load()
    #expect(loaded.isReadOnly)
    #expect(loaded.bookmarks.count == 1)
    #expect(
      loaded.notices.map(\.description) == [
        "\(file.path):1: is of version 99, which this awl does not know: read-only until awl is updated"
      ])
    #expect(throws: BookmarkFileError.newerVersion(path: file.path, version: 99)) {
      try file.apply([.remove(LinkKey("a.org"), at: moment(2))], now: moment(2))
    }
    #expect(text(file.path) == newer)
    #expect(folder.names() == [".bookmarks.jsonl.lock", "bookmarks.jsonl"])
  }

  @Test func aFileOfAnotherFormatIsReadOnly() throws {
    let folder = try TemporaryFolder()
    let file = BookmarkFile(path: folder("bookmarks.jsonl"))
    try put(#"{"format":"other","version":1}"#.utf8, into: file.path)
    #expect(file.load().isReadOnly)
    let error = BookmarkFileError.otherFormat(path: file.path, format: "other")
    #expect(error.description == "\(file.path): is a file of other: read-only; move it away")
    #expect(throws: error) { try file.apply([.add(bookmark("a.org"))], now: moment(2)) }
  }
}
