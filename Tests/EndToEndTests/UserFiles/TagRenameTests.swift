import TestSupport
import Testing

/// `awl bookmarks tag-rename`.
struct TagRenameTests {
  @Test func aTagIsRenamedMergedAndUndone() throws {
    let home = try AwlHome()
    _ = try home.output("mkdir -p ~/.local/share/awl")
    _ = try home.file(
      ".local/share/awl/bookmarks.jsonl",
      """
      {"format":"awl-bookmarks","version":1}
      {"url":"https://one.example","tags":["ml infra","x"]}
      {"url":"https://two.example","tags":["mlops","ml infra"]}
      {"url":"https://three.example","tags":["x"]}

      """)
    func tags() throws -> [String] {
      try home.output("$awl bookmarks list --format json").split(separator: "\n")
        .filter { $0.contains("\"tags\"") }.compactMap {
          $0.split(separator: "\"tags\":").last?.prefix { $0 != "]" }.description
        }.sorted()
    }
    let before = try tags()
    #expect(
      try home.output("$awl bookmarks tag-rename 'ml infra' mlops")
        == "saved: tag ml infra renamed to mlops in 2 bookmarks\nstatus 0\n")
    #expect(try tags() == [#"["mlops""#, #"["mlops","x""#, #"["x""#])
    #expect(try home.output("$awl bookmarks tag-rename nothing x").hasSuffix("status 1\n"))
    _ = try home.output("$awl bookmarks undo")
    #expect(try tags() == before)
  }
}
