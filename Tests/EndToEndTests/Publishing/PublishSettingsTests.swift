import Glibc
import TestSupport
import Testing

/// The table `[publish]` of config.toml.
struct PublishSettingsTests {
  private let home: AwlHome

  init() throws {
    home = try AwlHome()
    _ = try home.file("list.md", "# A List\n\n- [A](https://a.example) - Said.\n")
    _ = try home.output("$awl follow $HOME/list.md")
  }

  private func configure(_ lines: String) throws {
    try home.configure("[publish]\n" + lines + "\n")
  }

  @Test func itHasTheDefaultsOfTheOptions() throws {
    try configure(
      """
      directory = "~/out"
      url = "https://example.org/lists"
      title = "My lists"
      html = true
      feeds = false
      """)
    #expect(try home.output("cd; $awl publish --quiet 2>&1") == "status 0\n")
    let page = text(home.folder("out/index.html"))
    #expect(page.contains("<title>My lists</title>"))
    #expect(page.contains(#"<link rel="canonical" href="https://example.org/lists/">"#))
    #expect(access(home.folder("out/atom.xml"), F_OK) != 0)
  }

  @Test func theCommandLineTakesPrecedence() throws {
    try configure(
      """
      directory = "~/out"
      url = "https://example.org/lists"
      title = "My lists"
      html = true
      feeds = false
      limit = 0
      """)
    let reported = try home.output(
      """
      cd; $awl publish other --quiet --no-html --feeds --title Yours --url https://x.example --limit 9 2>&1
      ls out 2>&1
      """)
    #expect(reported.contains("No such file"))
    #expect(text(home.folder("other/README.md")).hasPrefix("# Yours\n"))
    #expect(text(home.folder("other/feeds.opml")).contains("https://x.example/"))
  }

  @Test func problemsInItAreReported() throws {
    let none = try home.output("cd; $awl publish 2>&1")
    #expect(
      none == "awl: name a folder: awl publish DIR, or publish.directory in config.toml\nstatus 2\n"
    )
    try configure("url = \"example.org\"")
    let address = try home.output("cd; $awl publish out 2>&1; ls out 2>&1")
    #expect(address.contains("publish.url in config.toml: example.org: give an address as https:"))
    #expect(address.contains("No such file"))
    try configure("limit = \"many\"")
    let reported = try home.output("cd; $awl publish out --quiet 2>&1")
    #expect(reported.contains("config.toml:2:1: publish.limit takes a number from 0 to 100000"))
    #expect(reported.hasSuffix("status 0\n"))
  }
}
