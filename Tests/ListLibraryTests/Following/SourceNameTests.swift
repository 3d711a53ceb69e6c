import GitProcess
import Testing

@testable import ListLibrary

struct SourceNameTests {
  @Test(arguments: [
    ("trackawesomelist/trackawesomelist", "trackawesomelist/trackawesomelist"),
    ("https://github.com/o/n", "o/n"),
    ("https://GitHub.com/o/n.git", "o/n"),
    ("https://github.com/o/n/blob/main/README.md", "o/n"),
    ("https://git.example/o/n.git", "https://git.example/o/n.git"),
    ("http://127.0.0.1:8080/o/n", "http://127.0.0.1:8080/o/n"),
    ("file:///usr", "/usr"), ("/usr/../usr/", "/usr"), ("~/usr", "/usr"), ("usr", "/usr"),
    ("~", "/"), ("github.com/o/n", "o/n"), ("GitHub.com/o/n/blob/main/README.md", "o/n"),
    ("codeberg.org/o/n", "https://codeberg.org/o/n"),
    ("https://www.trackawesomelist.com/o/n/", "o/n"),
    ("https://www.trackawesomelist.com/o/n/week/", "o/n"), ("trackawesomelist.com/o/n", "o/n"),
    ("https://raw.githubusercontent.com/o/n/main/README.md", "o/n"),
    ("https://raw.githubusercontent.com/o/n/refs/heads/main/docs/a.md", "o/n"),
    ("https://gitlab.com/g/h/n/-/blob/main/README.md", "https://gitlab.com/g/h/n"),
    ("https://codeberg.org/o/n/src/branch/main/README.md", "https://codeberg.org/o/n"),
  ])
  func aSourceHasOneName(typed: String, name: String) throws {
    #expect(try SourceName(typed, in: "/", home: "/").text == name)
  }

  @Test(arguments: [
    ("https://user:secret@h.example/x", "https://…@h.example/x"),
    ("https://secret@h.example/x", "https://…@h.example/x"),
    ("https://user:se/cret@h.example/x", "https://…@h.example/x"),
    ("https://user:se@cret@h.example/x", "https://…@h.example/x"),
    ("ftp://user:secret@h.example", "ftp://…@h.example"),
    ("user:secret@h.example:x/y", "…@h.example:x/y"),
    ("https://h.example:8080/@secretary/x", "https://h.example:8080/@secretary/x"),
    ("owner/name", "owner/name"), ("/a@b/c", "/a@b/c"),
  ])
  func aRefusedAddressIsShownWithoutItsPassword(typed: String, shown: String) {
    #expect(GitSource.withoutPassword(typed) == shown)
    for error in [
      LibraryError.noSource(typed), .notFollowed(typed), .noSuchList(typed),
      .repository(source: typed, message: "refused"),
    ] { #expect(error.description.contains(shown)) }
  }

  @Test func eachCloneHasItsOwnFolder() {
    let names = [
      "o/n", "o%2Fn", "O/n", "https://h/o/n", "../x", ".", "a b", "ü",
      String(repeating: "x", count: 400), String(repeating: "x", count: 401),
    ]
    let folders = names.map { Clones.folderName(of: $0) }
    #expect(Set(folders).count == names.count)
    #expect(folders[0] == "o%2Fn")
    #expect(folders[4] == "%2E%2E%2Fx")
    #expect(folders.allSatisfy { $0.utf8.count <= 255 && !$0.contains("/") && $0.first != "." })
  }
}
