import Glibc
import TestSupport
import Testing

/// A folder above awl's own leads nowhere: a disk that is not mounted, a home that is not there.
struct MissingFolderTests {
  @Test(arguments: ["$awl bookmarks add https://example.org", "$awl follow $HOME/page.md"])
  func theLinkIsNamedAndTheWayOut(line: String) throws {
    let home = try AwlHome()
    _ = try home.file("page.md", "# Page\n\n- [One](https://one.example)\n")
    mkdir(home.folder(".local"), 0o700)
    symlink("/mnt/unmounted/share", home.folder(".local/share"))
    let output = try home.output(line)
    #expect(output.contains("\(home.folder(".local/share")) (No such file or directory)"))
    #expect(output.hasSuffix(": create the folder, or fix the link\nstatus 5\n"))
  }

  @Test func theCachesLinkIsNamedToo() throws {
    let home = try AwlHome()
    _ = try home.file("page.md", "# Page\n\n- [One](https://one.example)\n")
    symlink("/mnt/unmounted/cache", home.folder(".cache"))
    let output = try home.output("$awl follow $HOME/page.md")
    #expect(output.contains("cannot write \(home.folder(".cache")) (No such file or directory)"))
    #expect(output.hasSuffix(": create the folder, or fix the link\nstatus 5\n"))
  }

  @Test func theScreenSaysWhyNothingIsSavedAndWhereItIs() throws {
    let home = try AwlHome()
    let terminal = try home.terminal(environment: ["HOME": "/proc/nope"], columns: 160)
    try #require(terminal.wait(forText: "84/84"))
    terminal.send("b")
    #expect(terminal.wait(forText: "not saved"))
    terminal.send("q")
    #expect(terminal.waitForEnd() == .exited(5))
    let output = String(decoding: terminal.output, as: UTF8.self)
    #expect(output.contains("cannot create the folder /proc/nope (No such file or directory)"))
    let rescue = output.firstRange(of: "/tmp/bookmarks-unsaved-").map {
      output[$0.lowerBound...].prefix { !$0.isWhitespace }
    }
    if let rescue { unlink(String(rescue)) }
    #expect(rescue != nil)
  }
}
