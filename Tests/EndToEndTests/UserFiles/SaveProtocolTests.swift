import Glibc
import TestSupport
import Testing

/// The system calls of a save, and their results.
struct SaveProtocolTests {
  private static let tracer = systemProgram("strace")

  /// Lock, write a new file, sync it, rename it, sync the folder; then the same for the backup, and
  /// the report.
  @Test(.enabled(if: tracer != nil, "needs strace"))
  func aSaveIsReportedWhenItIsOnTheDisk() throws {
    let home = try AwlHome()
    for host in ["a", "b"] {
      #expect(try home.output("$awl bookmarks add https://\(host).example").contains("saved"))
    }
    let trace = "strace -f -y -o trace -e trace=flock,fchmod,fsync,renameat,write"
    _ = try home.output("cd $HOME; \(trace) $awl bookmarks add https://c.example")
    #expect(
      calls(in: text(home.folder("trace"))) == [
        "flock LOCK", "fchmod TEMPORARY", "fsync TEMPORARY", "renameat TEMPORARY FILE",
        "fsync FOLDER", "fchmod TEMPORARY", "fsync TEMPORARY", "renameat TEMPORARY BACKUP",
        "reported",
      ])
  }

  @Test func aLinkIsFollowedAndTheModeIsKept() throws {
    let home = try AwlHome()
    #expect(try home.output("$awl bookmarks add https://a.example").contains("saved"))
    let line = """
      cd $HOME && mkdir dotfiles && mv .local/share/awl/bookmarks.jsonl dotfiles/kept
      chmod 640 dotfiles/kept && ln -s ../../../dotfiles/kept .local/share/awl/bookmarks.jsonl
      $awl bookmarks add https://b.example
      stat -c '%F %a' .local/share/awl/bookmarks.jsonl dotfiles/kept; grep -c example dotfiles/kept
      """
    #expect(
      try home.output(line) == """
        saved: https://b.example
        symbolic link 777
        regular file 640
        2
        status 0

        """)
  }

  @Test func manyWritersLoseNothing() throws {
    let home = try AwlHome()
    let line = """
      for writer in 1 2 3 4; do
        (for n in 1 2 3 4 5 6 7 8 9 10; do
          $awl bookmarks add https://h.example/$writer/$n >/dev/null
        done) &
      done
      wait
      $awl bookmarks list | wc -l
      """
    #expect(try home.output(line) == "40\nstatus 0\n")
  }

  /// The calls that matter, with the files' roles for their names.
  private func calls(in trace: String) -> [String] {
    var calls: [String] = []
    for line in trace.split(separator: "\n") {
      // A process's number, in as many columns as the largest one takes, and the call.
      let words = String(line.drop { $0 != " " }.drop { $0 == " " })
      let name = words.prefix { $0 != "(" }
      guard words.contains("/awl") || words.contains("saved: ") else { continue }
      if name == "write" {
        if words.contains("saved: ") { calls.append("reported") }
      } else if name == "renameat" {
        guard words.contains(".tmp.") else { continue }
        let isBackup = words.contains("\"bookmarks.jsonl.bak-")
        calls.append("renameat TEMPORARY \(isBackup ? "BACKUP" : "FILE")")
      } else if words.contains(".lock>") {
        if name == "flock", words.contains("LOCK_EX") { calls.append("flock LOCK") }
      } else if words.contains(".tmp.") {
        calls.append("\(name) TEMPORARY")
      } else {
        calls.append("\(name) FOLDER")
      }
    }
    return calls
  }
}
