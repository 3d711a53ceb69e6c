import Glibc
import ListModel
import UserFiles
import TestSupport
import Testing

struct RescueCopyTests {
  @Test func allBookmarksAreWrittenWhereTheFileCanBeReadAgain() throws {
    let folder = try TemporaryFolder()
    var bookmarks = Bookmarks([full, bookmark("a.org")])
    bookmarks.apply(.remove(LinkKey("a.org"), at: moment(9)))
    let copy = RescueCopy(folders: [folder("state/awl")])
    let path = try copy.write(bookmarks, now: moment(1_700_000_000_000))
    #expect(path.hasPrefix(folder("state/awl/bookmarks-unsaved-20231114T221320Z-")))
    #expect(mode(path) == 0o600)
    let loaded = BookmarkFile(path: path).load()
    #expect(loaded.bookmarks == bookmarks)
    #expect(loaded.notices == [])
    #expect(try copy.write(bookmarks, now: moment(1_700_000_000_000)) != path)
  }

  @Test func theNextFolderIsTakenWhereTheFirstFails() throws {
    let folder = try TemporaryFolder()
    try put([], into: folder("file"))
    let copy = RescueCopy(folders: [folder("file/below"), "/dev/null/x", folder("state")])
    #expect(try copy.write(Bookmarks(), now: moment(0)).hasPrefix(folder("state/")))
    #expect(throws: FileError.self) {
      try RescueCopy(folders: [folder("file/below")]).write(Bookmarks(), now: moment(0))
    }
    #expect(throws: FileError.self) {
      try RescueCopy(folders: []).write(Bookmarks(), now: moment(0))
    }
  }
}
