import Glibc
import ListModel
import UserFiles

func moment(_ milliseconds: Int) -> Timestamp { Timestamp(milliseconds: milliseconds) }

func bookmark(
  _ url: String, at milliseconds: Int = 1, later: Bool = false, note: String = ""
) -> Bookmark {
  Bookmark(
    url: url, title: "Title", later: later, note: note, added: moment(milliseconds),
    changed: moment(milliseconds))
}

/// A bookmark with every field in use.
let full = Bookmark(
  id: "00c0ffee", url: "https://example.com/a", title: "A \"title\"", list: "owner/name",
  category: ["Libraries", "Go"], description: "Größe", day: Day(year: 2022, month: 2, day: 11),
  stars: Stars(1500), isBookmarked: true, later: true, read: moment(1_600_000_000_001),
  tags: ["x", "y z"], note: "two\nlines", added: moment(1_600_000_000_000),
  changed: moment(1_600_000_000_002))

extension BookmarkFileContents {
  static let nothing = BookmarkFileContents(
    bookmarks: Bookmarks(), notices: [], isReadOnly: false)
}

/// The permission bits of a file.
func mode(_ path: String) -> mode_t? {
  var status = stat()
  return stat(path, &status) == 0 ? status.st_mode & 0o7777 : nil
}
