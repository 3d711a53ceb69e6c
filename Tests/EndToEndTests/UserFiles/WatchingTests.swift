import Glibc
import TestSupport
import Testing

/// Changes that other programs make to the user's files, seen on an idle screen.
@Suite(.enabled(if: TmuxSession.isInstalled, "needs tmux"))
struct WatchingTests {
  private let home: AwlHome

  init() throws {
    home = try AwlHome()
  }

  private func add(_ name: String) throws {
    let output = try home.output("$awl bookmarks add https://\(name).example --title \(name)")
    try #require(output.hasSuffix("status 0\n"), "\(output)")
  }

  /// Whether the detail is that of an entry's link.
  private func selects(_ url: String, _ session: TmuxSession) -> Bool {
    session.screen.contains { $0.contains("│ \(url)") }
  }

  @Test func aBookmarkMadeElsewhereShowsWithinTwoSecondsAndTheSelectionStays() throws {
    try add("first")
    try add("second")
    let session = try home.screen()
    session.press("g", "b")
    try #require(session.wait(forText: "Bookmarks · 2 entries"))
    session.press("j")
    try #require(session.wait { _ in selects("https://first.example", session) })
    usleep(1_000_000)
    try add("third")
    #expect(session.wait(forText: "Bookmarks · 3 entries"))
    #expect(selects("https://first.example", session))
    #expect(session.screen.contains { $0.contains("third") })
  }

  /// A dotfiles repository: the link stays, and its target is replaced.
  @Test func theTargetOfALinkIsWatched() throws {
    try add("first")
    let path = home.folder(".local/share/awl/bookmarks.jsonl")
    let real = home.folder("dotfiles-bookmarks")
    try #require(rename(path, real) == 0 && symlink(real, path) == 0)
    let session = try home.screen()
    session.press("g", "b")
    try #require(session.wait(forText: "Bookmarks · 1 entry"))
    let line = #"{"url":"https://pulled.example","title":"pulled","added":1,"changed":1}"#
    try put((text(real) + line + "\n").utf8, into: real + ".new")
    try #require(rename(real + ".new", real) == 0)
    #expect(session.wait(forText: "Bookmarks · 2 entries"))
  }

  @Test func aSyncByAnotherProcessShows() throws {
    let page = try home.file(
      "page.md", "# A Page\n\n## Things\n\n- [One](https://one.example) - First\n")
    _ = try home.output("$awl follow \(page)")
    let session = try home.screen(shown: "1/1")
    _ = try home.file(
      "page.md",
      "# A Page\n\n## Things\n\n- [One](https://one.example) - First\n- [Two](https://two.example) - Second\n"
    )
    _ = try home.output("$awl sync")
    #expect(session.wait(forText: "2/2"))
    #expect(selects("https://one.example", session))
  }

  @Test func savedFiltersOfAnotherWindowShow() throws {
    let session = try home.screen()
    session.press("g", "f")
    try #require(session.wait(forText: "None yet"))
    let other = try home.screen(["--no-restore"])
    other.type("/keras\r:save models\r")
    try #require(other.wait(forText: "saved: filter models"))
    #expect(session.wait(forText: "models"))
  }
}
