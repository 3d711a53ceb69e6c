import ListModel
import Testing

struct RelativeLinksTests {
  private func target(
    _ link: String, root: String = "https://github.com/o/n", file: String = "docs/README.md"
  ) -> RelativeLinks.Target? {
    RelativeLinks(root: root, branch: "main", file: file).target(of: link)
  }

  @Test(arguments: [
    ("https://github.com/o/n", "blob/main", "raw/main"),
    ("https://gitlab.com/g/o/n", "-/blob/main", "-/raw/main"),
    ("https://gitlab.example.org/o/n", "-/blob/main", "-/raw/main"),
    ("https://codeberg.org/o/n", "src/branch/main", "raw/branch/main"),
    ("https://gitea.com/o/n", "src/branch/main", "raw/branch/main"),
    ("https://git.sr.ht/~o/n", "tree/main/item", "blob/main"),
    ("https://bitbucket.org/o/n", "src/main", "raw/main"),
  ])
  func aRelativeLinkLeadsToTheHostsPage(root: String, page: String, raw: String) {
    #expect(target("file.md", root: root) == .page("\(root)/\(page)/docs/file.md"))
    #expect(target("a.PNG", root: root) == .page("\(root)/\(raw)/docs/a.PNG"))
  }

  @Test(arguments: [
    ("./x/../file.md#part", "docs/file.md#part"), ("../LICENSE", "LICENSE"), ("/a/b.md", "a/b.md"),
    ("#part", "docs/README.md#part"), ("file.md?raw=1", "docs/file.md?raw=1"),
    ("sub/", "docs/sub"), ("a:b/c".replacing("a:", with: "a/"), "docs/a/b/c"),
  ])
  func aPathIsTakenFromTheFile(link: String, path: String) {
    #expect(target(link) == .page("https://github.com/o/n/blob/main/\(path)"))
  }

  @Test(arguments: [
    "https://a.org", "mailto:a@b.c", "javascript:alert(1)", "//a.org/x", "../../x", "", "x:y",
  ])
  func otherLinksAreLeftAsTheyAre(link: String) {
    #expect(target(link) == nil)
  }

  @Test func onAnUnknownHostNoPageIsMadeUp() {
    #expect(target("file.md", root: "https://git.example.org/o/n") == nil)
  }

  @Test func filesBesideAReadmeOnDiskOpen() throws {
    let base = try #require(RelativeLinks(fileOnDisk: "/home/u/list/README.md"))
    #expect(base.target(of: "docs/file.md") == .file("/home/u/list/docs/file.md"))
    #expect(base.target(of: "../../etc/passwd") == nil)
    #expect(RelativeLinks(fileOnDisk: "README.md") == nil)
  }
}
