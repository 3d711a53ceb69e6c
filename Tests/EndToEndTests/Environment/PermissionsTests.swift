import TestSupport
import Testing

/// Nobody but the user can read what awl writes into its folders.
struct PermissionsTests {
  @Test(arguments: ["000", "022", "077"])
  func filesAndFoldersArePrivateUnderAnyUmask(mask: String) throws {
    let repository = try SampleRepository()
    try repository.commit(["README.md": "# A\n\n## Things\n\n- [One](https://one.example) - One.\n"]
    )
    let home = try AwlHome()
    let page = try home.file("page.md", "# P\n\n## Things\n\n- [Two](https://two.example) - Two.\n")
    let output = try home.output(
      """
      umask \(mask)
      $awl follow \(page) && $awl follow \(repository.path) && $awl sync
      $awl bookmarks add https://ex.org
      $awl publish $HOME/site
      ls $HOME/.cache/awl/published | wc -l
      find $HOME/.cache/awl $HOME/.local/share/awl -perm /077 | sed 's/^/open to others: /'
      find $HOME/.cache/awl -name catalog.sqlite -perm 0600 | wc -l
      find $HOME/.cache/awl $HOME/.local/share/awl -type d ! -perm 0700 | wc -l
      """)
    #expect(output.contains("open to others") == false, "\(output)")
    #expect(output.hasSuffix("1\n1\n0\nstatus 0\n"), "\(output)")
  }

  @Test func aDatabaseThatOthersCouldReadIsClosedToThem() throws {
    let home = try AwlHome()
    let page = try home.file("page.md", "# P\n\n## Things\n\n- [Two](https://two.example) - Two.\n")
    let output = try home.output(
      """
      $awl follow \(page)
      chmod 0644 $HOME/.cache/awl/catalog.sqlite
      $awl sync
      find $HOME/.cache/awl -perm /077 | wc -l
      """)
    #expect(output.hasSuffix("0\nstatus 0\n"), "\(output)")
  }

  @Test func theScreensLogIsPrivate() throws {
    let home = try AwlHome()
    let terminal = try home.terminal("umask 000; exec $awl")
    #expect(terminal.wait(forText: "84/84"))
    terminal.send("q")
    _ = terminal.waitForEnd()
    #expect(
      try home.output("find $HOME/.local/state -mindepth 1 -perm /077 | wc -l")
        == "0\nstatus 0\n")
  }
}
