import ListHistory
import Testing

struct ReadmeChoiceTests {
  @Test(arguments: [
    (["LICENSE", "readme.MD"], "readme.MD"),
    (["docs/README.md", "Readme.markdown"], "Readme.markdown"),
    (["readme.markdown", "README.md"], "README.md"),
    (["docs/readme.md", ".github/README.md"], ".github/README.md"),
    (["README", "README.zh.md", "a/README.md", "readme.rst"], "readme.rst"),
    (["README", "readme.txt"], "readme.txt"),
    (["README.org", "README.mkd"], "README.mkd"),
    (["README.zh.md", "a/README.md", "README.png"], nil),
  ])
  func theReadmeIsFound(paths: [String], path: String?) {
    #expect(ReadmeChoice.path(among: paths) == path)
  }
}
