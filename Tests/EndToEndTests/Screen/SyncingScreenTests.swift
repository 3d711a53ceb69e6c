import Glibc
import HostilePages
import TestSupport
import Testing

/// Hostile pages are read in the background.
struct SyncingScreenTests {
  @Test func aPageNamedOnTheCommandLineIsReadAgain() throws {
    let home = try AwlHome()
    let page = "# Small\n\n## Things\n\n- [One](https://one.example)\n"
    let path = try home.file("small.md", page)
    let terminal = try home.terminal("cd $HOME && exec $awl small.md")
    try #require(terminal.wait(forText: "1/1"))
    try put((page + "- [Two](https://two.example)\n").utf8, into: path)
    terminal.send("r")
    #expect(terminal.wait(forText: "read again"))
    let read = terminal.output.count
    terminal.send("\u{C}")
    #expect(terminal.wait(forText: "1/2", after: read))
    terminal.send(":follow small.md\r")
    #expect(terminal.wait(forText: "without a page"))
    terminal.send("Q")
    #expect(terminal.waitForEnd() == .exited(0))
  }

  @Test func theScreenRespondsWhileHostilePagesAreRead() throws {
    let home = try AwlHome()
    for folder in ["pages", "pages/small"] { mkdir(home.folder(folder), 0o700) }
    let small =
      "# Small\n\n## Things\n\n- [One](https://one.example)\n- [Two](https://two.example)\n"
    _ = try home.file("pages/small/README.md", small)
    #expect(try home.output("$awl follow $HOME/pages").hasSuffix("status 0\n"))
    for (number, page) in HostilePage.all.enumerated() {
      mkdir(home.folder("pages/\(number)"), 0o700)
      let bytes = page.make(isSoak ? 80_000 : 8_000)
      try put(bytes, into: home.folder("pages/\(number)/README.md"))
    }
    let terminal = try home.terminal()
    try #require(terminal.wait(forText: "2/2"))
    let shown = terminal.output.count
    // Down, and drawn whole: this is answered before the sync is done.
    terminal.send("Rj\u{C}")
    try #require(terminal.wait(forText: "syncing", after: shown))
    try #require(terminal.wait(forText: " 2/2", after: shown))
    let answer = try #require(terminal.output[shown...].firstRange(of: Array(" 2/2".utf8)))
    #expect(
      !terminal.output[shown..<answer.lowerBound].contains("unchanged"),
      "the sync was done before")
    #expect(terminal.wait(forText: "1 unchanged", after: shown))
    terminal.send("Q")
    #expect(terminal.waitForEnd() == .exited(0))
  }
}

extension ArraySlice<UInt8> {
  /// Whether a text occurs.
  fileprivate func contains(_ text: String) -> Bool { firstRange(of: Array(text.utf8)) != nil }
}
