import Glibc
import TestSupport
import Testing

/// The built program in surroundings that are not as they should be.
struct EnvironmentTests {
  @Test(arguments: [
    "", "bogus", "../../etc/passwd", String(repeating: "A", count: 5_000), "xterm-direct", "ansi",
    "vt100", "linux",
  ])
  func theScreenStartsWhateverTERMIs(type: String) throws {
    let home = try AwlHome()
    let terminal = try home.terminal(environment: ["TERM": type])
    #expect(terminal.wait(forText: "84/84"))
    terminal.send("q")
    #expect(terminal.waitForEnd() == .exited(0))
  }

  @Test(.enabled(if: TmuxSession.isInstalled, "needs tmux"), arguments: ["vt100", "xterm"])
  func theShellsNextOutputStartsOnItsOwnLine(type: String) throws {
    let home = try AwlHome()
    let session = try home.screen(environment: ["TERM": type])
    session.press("q")
    #expect(session.wait(forText: "status 0"))
    #expect(session.screen.contains { $0.split(separator: " ") == ["status", "0"] })
  }

  @Test func aTerminalWithoutACursorIsReportedPlainly() throws {
    let home = try AwlHome()
    let terminal = try home.terminal(environment: ["TERM": "dumb"])
    #expect(terminal.wait(forText: "awl: terminal type 'dumb' cannot place its cursor: set TERM"))
    #expect(terminal.waitForEnd() == .exited(2))
  }

  @Test(arguments: [
    ["COLUMNS": "abc", "LINES": "0"], ["COLUMNS": "-5", "LINES": "100000"],
    ["COLUMNS": "99999999999999999999", "LINES": "1000000"], ["ESCDELAY": "-1"],
    ["ESCDELAY": "100000000000"], ["TERMINFO": "/nonexistent"], ["LANG": ""],
    ["LC_ALL": "xx_YY.bogus"], ["LC_ALL": "ja_JP.eucJP"], ["TMPDIR": "/nonexistent"],
    ["PATH": ".::/usr/bin"], ["PATH": ""], ["BROWSER": "./x:%s"], ["NO_COLOR": "yes"],
  ])
  func nonsenseIsIgnored(variables: [String: String]) throws {
    let home = try AwlHome()
    let terminal = try home.terminal(environment: variables)
    #expect(terminal.wait(forText: "84/84"))
    let shown = terminal.output.count
    terminal.send("\u{C}")
    #expect(terminal.wait(forText: "\u{1B}[24", after: shown), "the last row is the kernel's 24th")
    terminal.send("q")
    #expect(terminal.waitForEnd() == .exited(0))
  }

  @Test(arguments: [
    // A line that a shell runs, and where the bookmark is afterwards.
    ("umask 000; exec $awl", ".local/share/awl/bookmarks.jsonl"),
    ("umask 777; exec $awl", ".local/share/awl/bookmarks.jsonl"),
    ("ulimit -n 16; exec $awl", ".local/share/awl/bookmarks.jsonl"),
    ("ulimit -s 256; exec $awl", ".local/share/awl/bookmarks.jsonl"),
    ("ulimit -f 8; exec $awl", ".local/share/awl/bookmarks.jsonl"),
    ("ulimit -v 1000000; exec $awl", ".local/share/awl/bookmarks.jsonl"),
    ("unset TERM LANG; exec $awl", ".local/share/awl/bookmarks.jsonl"),
    ("XDG_DATA_HOME=relative exec $awl", ".local/share/awl/bookmarks.jsonl"),
    ("XDG_DATA_HOME=$HOME/other exec $awl", "other/awl/bookmarks.jsonl"),
    ("XDG_DATA_HOME=$HOME/x HOME=relative exec $awl", "x/awl/bookmarks.jsonl"),
    ("exec $awl <&-", ".local/share/awl/bookmarks.jsonl"),
    ("exec $awl 2>&-", ".local/share/awl/bookmarks.jsonl"),
    ("mkdir gone && cd gone && rmdir ../gone && exec $awl", ".local/share/awl/bookmarks.jsonl"),
  ])
  func bookmarksAreSavedAllTheSame(line: String, path: String) throws {
    let home = try AwlHome()
    let terminal = try home.terminal("cd $HOME; " + line)
    try #require(terminal.wait(forText: "84/84"))
    terminal.send("b")
    #expect(terminal.wait(forText: "saved"))
    terminal.send("q")
    #expect(terminal.waitForEnd() == .exited(0))
    var status = stat()
    #expect(stat(home.folder(path), &status) == 0)
    #expect(status.st_mode & 0o7777 == 0o600)
  }

  @Test func withoutAHomeTheUsersOwnIsTaken() throws {
    let home = try AwlHome()
    let own = try home.output("env -u HOME $awl paths")
    #expect(own == (try home.output("HOME=relative/home $awl paths")))
    #expect(own.contains("/.local/share/awl/bookmarks.jsonl\n"))
    #expect(own.hasSuffix("status 0\n"))
  }

  @Test func aHomeThatCannotBeWrittenIsReportedWhenItMatters() throws {
    let home = try AwlHome()
    // Nobody can make a folder in a file, not even root.
    let file = try home.file("file", "")
    let terminal = try home.terminal(environment: ["HOME": file], columns: 200)
    try #require(terminal.wait(forText: "84/84"))
    #expect(
      terminal.wait(
        forText: "cannot open the folder (Not a directory): move the existing file away"))
    terminal.send("b\u{C}Q")
    #expect(terminal.waitForEnd() == .exited(0))
  }

  @Test func aDataFolderInACircleOfLinksIsReported() throws {
    let home = try AwlHome()
    symlink("loop", home.folder("loop"))
    let terminal = try home.terminal(
      environment: ["XDG_DATA_HOME": home.folder("loop")], columns: 200)
    #expect(terminal.wait(forText: "the links form a loop: fix them"))
    terminal.send("b\u{C}Q")
    #expect(terminal.waitForEnd() == .exited(0))
  }

  @Test func closedStandardFilesAreHarmless() throws {
    let home = try AwlHome()
    #expect(try home.output("$awl <&- >&- 2>&-").hasPrefix("status "))
    #expect(try home.output("$awl entries <&- 2>&- | wc -l") == "84\nstatus 0\n")
  }
}
