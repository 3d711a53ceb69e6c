import Glibc
import TestSupport
import Testing

/// The ways of docs/sync.md, tried as they are written there.
struct MergeDriverTests {
  /// The blocks of commands on the page, in their order.
  private static let blocks: [String] = {
    let page = text(projectFile("docs/sync.md"))
    let parts = page.components(separator: "```")
    return stride(from: 1, to: parts.count, by: 2).map { index in
      String(parts[index].dropFirst(3))
    }
  }()

  /// The git setup that the page takes for granted: a name, a branch, and awl in PATH.
  private static let setUp = """
    export PATH="$(dirname $awl):$PATH" GIT_CONFIG_NOSYSTEM=1
    git config --global user.name N; git config --global user.email e@example.org
    git config --global init.defaultBranch main
    """

  @Test func twoMachinesMergeAsThePageSays() throws {
    try #require(Self.blocks.count == 3)
    let (one, two) = (try AwlHome(), try AwlHome())
    for url in ["a", "b", "c"] {
      _ = try one.output("$awl bookmarks add https://\(url).example --title \(url)")
    }
    let began = try one.output(
      """
      set -e; \(Self.setUp)
      \(Self.blocks[0])
      \(Self.blocks[1])
      git clone -q --bare . ~/shared.git; git remote add origin ~/shared.git
      git fetch -q; git branch -q -u origin/main
      """)
    #expect(began == "status 0\n")
    let cloned = try two.output(
      """
      set -e; \(Self.setUp)
      \(Self.blocks[0])
      mkdir -p ~/.local/share; git clone -q \(one.folder("shared.git")) ~/.local/share/awl
      """)
    #expect(cloned == "status 0\n")

    // Each adds next to the other's line, removes a line that the other keeps, and tags the same
    // bookmark.
    _ = try one.output(
      "$awl bookmarks add https://d.example; $awl bookmarks remove https://a.example")
    _ = try one.file("one.csv", "url,tags\nhttps://c.example,x\n")
    _ = try one.output("$awl bookmarks import ~/one.csv")
    _ = try two.output(
      "$awl bookmarks add https://e.example; $awl bookmarks remove https://b.example")
    _ = try two.file("two.csv", "url,tags\nhttps://www.c.example/,y\n")
    _ = try two.output("$awl bookmarks import ~/two.csv")
    for home in [one, two, one] {
      let synced = try home.output(
        "set -e; export PATH=\"$(dirname $awl):$PATH\"\n\(Self.blocks[2])")
      #expect(synced.hasSuffix("status 0\n") && !synced.contains("CONFLICT"))
    }

    #expect(one.bookmarkLines == two.bookmarkLines)
    let urls = try one.output("$awl bookmarks export --format urls 2>/dev/null")
    #expect(
      Set(urls.split(separator: "\n")) == [
        "https://c.example", "https://d.example", "https://e.example", "status 0",
      ])
    let kept = one.bookmarkLines.filter { $0.contains("https://c.example") }
    #expect(kept.count == 1)
    #expect(
      kept.contains { $0.contains(#""tags":["x","y"]"#) || $0.contains(#""tags":["y","x"]"#) })
    // Both removals are remembered.
    #expect(one.bookmarkLines.count == 6)
  }

  @Test func conflictMarksAreMergedAndReported() throws {
    let home = try AwlHome()
    func line(_ name: String, _ added: Int) -> String {
      #"{"id":"\#(name)","url":"https://\#(name).example","title":"\#(name)","kept":true,"later":false,"added":\#(added),"changed":\#(added)}"#
    }
    let marked = [
      #"{"format":"awl-bookmarks","version":1}"#, line("a", 1), "<<<<<<< HEAD", line("b", 2),
      "=======", line("c", 3), ">>>>>>> other", line("d", 4), "",
    ].joined(separator: "\n")
    _ = try home.output("mkdir -p ~/.local/share/awl")
    let path = try home.file(".local/share/awl/bookmarks.jsonl", marked)
    let listed = try home.output("$awl bookmarks 2>&1")
    #expect(listed.contains("had conflict marks of git: both sides are merged"))
    for name in ["a", "b", "c", "d"] { #expect(listed.contains("https://\(name).example")) }
    #expect(text(path) == marked)
    _ = try home.output("$awl bookmarks add https://e.example")
    #expect(home.bookmarkLines.count == 6)
    #expect(!text(path).contains("<<<<<<<"))
    let kept = names(in: home.folder(".local/share/awl")).filter { $0.contains(".corrupt-") }
    #expect(kept.count == 1)
  }

  @Test(arguments: [
    "bookmarks.sync-conflict-20230101-120000-ABCDEFG.jsonl",
    "bookmarks (conflicted copy 2023-01-01).jsonl",
    "bookmarks (Host's conflicted copy 2023-01-01).jsonl",
  ])
  func aConflictCopyIsMergedAndReported(name: String) throws {
    let home = try AwlHome()
    _ = try home.output(
      "$awl bookmarks add https://a.example; $awl bookmarks add https://b.example")
    let folder = home.folder(".local/share/awl")
    _ = try home.output("cd \(folder); cp bookmarks.jsonl copy")
    _ = try home.output(
      "$awl bookmarks remove https://a.example; $awl bookmarks add https://c.example")
    _ = try home.output(
      "cd \(folder); sed -e '/b.example/{s//d.example/;s/\"id\":\"./\"id\":\"f/}' copy > \"\(name)\"; rm copy"
    )
    let reported = try home.output("$awl bookmarks 2>&1")
    #expect(reported.contains("was a conflict copy: it is merged"))
    for name in ["b", "c", "d"] { #expect(reported.contains("https://\(name).example")) }
    #expect(!reported.contains("https://a.example"))
    #expect(names(in: folder).contains(name + ".merged"))
    #expect(!names(in: folder).contains(name))
    #expect(!(try home.output("$awl bookmarks 2>&1")).contains("conflict copy"))
  }

  @Test func aForeignFileIsNotMerged() throws {
    let home = try AwlHome()
    _ = try home.file("a", "text\n")
    #expect(
      try home.output("cd; $awl merge a a a 2>&1; cat a")
        == "awl: a was not merged: a file has no header of awl's\ntext\nstatus 0\n")
  }
}

extension String {
  /// The parts between a separator.
  fileprivate func components(separator: String) -> [String] {
    var parts: [String] = [""]
    for line in split(separator: "\n", omittingEmptySubsequences: false) {
      if line.hasPrefix(separator) {
        parts.append(line.dropFirst(separator.count) + "\n")
      } else {
        parts[parts.count - 1] += line + "\n"
      }
    }
    return parts
  }
}
