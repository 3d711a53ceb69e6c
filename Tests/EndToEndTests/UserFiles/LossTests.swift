import Glibc
import TestSupport
import Testing

/// The built program along with others that empty, delete and change its files (P22, P23).
@Suite(.enabled(if: TmuxSession.isInstalled, "needs tmux"))
struct LossTests {
  private let home: AwlHome

  init() throws {
    home = try AwlHome()
    // Written by another program; one save takes it into the backups.
    var lines = #"{"format":"awl-bookmarks","version":1}"# + "\n"
    for number in 1..<20 {
      lines += #"{"id":"\#(number)","url":"https://\#(number).example","added":\#(number)}"# + "\n"
    }
    let add = "$awl bookmarks add https://0.example"
    _ = try home.output(
      "mkdir -p $HOME/.local/share/awl && printf '%s' '\(lines)' >\(path) && \(add)")
  }

  private var path: String { home.folder(".local/share/awl/bookmarks.jsonl") }

  @Test func anEmptiedFileIsReportedAndRestored() throws {
    try put([], into: path)
    let loss =
      "bookmarks.jsonl: 20 of 20 bookmarks are lost: awl bookmarks restore"
    #expect(try home.output("$awl bookmarks list 2>&1").contains(loss))
    let added = try home.output("$awl bookmarks add https://new.example 2>&1")
    #expect(added.contains(loss) && added.contains("saved: https://new.example"))
    #expect(try home.output("$awl bookmarks restore --list").contains(" 20 bookmarks, 20 missing"))
    #expect(try home.output("$awl bookmarks restore").hasPrefix("restored 20 bookmarks from "))
    #expect(try home.output("$awl bookmarks list 2>&1 | grep -c example") == "21\nstatus 0\n")
    #expect(
      try home.output("$awl bookmarks restore --undo; $awl bookmarks list 2>/dev/null")
        .hasSuffix("kept  https://new.example  https://new.example\nstatus 0\n"))
  }

  @Test func theScreenReportsALossAndPutsBackWhatIsChanged() throws {
    let session = try home.screen()
    session.press("b")
    #expect(session.wait(forText: "saved: bookmarked"))
    try put([], into: path)
    session.press("e")
    session.type("noted")
    session.press("Enter")
    #expect(session.wait(forText: "had been removed elsewhere: bookmarked again"))
    #expect(session.wait(forText: "20 of 21 bookmarks are lost"))
    #expect(home.bookmarkLines.count == 2)
    #expect(home.bookmarkLines.last?.contains(#""note":"noted""#) == true)
    #expect(try home.output("$awl bookmarks restore").hasPrefix("restored 20 bookmarks from "))
    session.press("g", "b")
    #expect(session.wait(forText: "Bookmarks · 21 entries"), "\(session.screen)")
    session.press("Q")
    #expect(session.wait(forText: "status 0"), "\(session.screen)")
  }

  @Test func aScreenStartsWithTheLossItFinds() throws {
    unlink(path)
    let session = try home.screen()
    #expect(session.wait(forText: "20 of 20 bookmarks are lost"))
    session.press("Q")
    #expect(session.wait(forText: "status 0"), "\(session.screen)")
  }

  @Test func undoInOneWindowLeavesWhatTheOtherDid() throws {
    let first = try home.screen()
    first.press("b")
    #expect(first.wait(forText: "saved: bookmarked"))
    let second = try home.screen()
    second.press("s")
    #expect(second.wait(forText: "saved: added to read later"))
    first.press("u")
    #expect(first.wait(forText: "saved: undone: bookmarked"))
    #expect(home.bookmarkLines.last?.contains(#""kept":false,"later":true"#) == true)
    for session in [first, second] {
      session.press("Q")
      #expect(session.wait(forText: "status 0"), "\(session.screen)")
    }
  }
}
