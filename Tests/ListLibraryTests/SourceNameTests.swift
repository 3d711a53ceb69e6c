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
  ])
  func aSourceHasOneName(typed: String, name: String) throws {
    #expect(try SourceName(typed, in: "/", home: "/").text == name)
  }

  @Test func aCloneHasAFolderOfItsOwn() {
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
