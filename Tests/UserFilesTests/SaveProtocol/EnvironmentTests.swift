import Glibc
import ListModel
import UserFiles
import TestSupport
import Testing

/// Group 120 of the hostile corpus: a save by a process that was started oddly.
struct EnvironmentTests {
  @Test(arguments: [
    "umask 000", "umask 777", "ulimit -n 16", "ulimit -s 256", "exec 0<&- 1>&- 2>&-",
    "mkdir gone; cd gone; rmdir ../gone", "trap '' PIPE HUP", "TMPDIR=/nonexistent; export TMPDIR",
  ])
  func aSaveWorks(start: String) throws {
    let folder = try TemporaryFolder()
    let path = folder("data/bookmarks.jsonl")
    let script = "cd '\(folder.path)'; \(start); exec \"$@\""
    for number in 0..<2 {
      let writer = try ChildProcess(
        "/bin/sh",
        ["-c", script, "sh", BuiltProduct.path("file-writer"), path, "n\(number)", "2"])
      #expect(writer.wait() == 0, "\(writer.errors)")
    }
    #expect(BookmarkFile(path: path).load().bookmarks.count == 4)
    #expect(BookmarkFile(path: path).load().notices == [])
    #expect(mode(path) == 0o600)
    #expect(mode(folder("data")) == 0o700)
    #expect(mode(folder("data/.bookmarks.jsonl.lock")) == 0o600)
  }

  @Test(
    .enabled(
      if: geteuid() == 0 && systemProgram("setpriv") != nil, "skipped: needs root and setpriv"))
  func aFolderThatMayNotBeWrittenIsReported() throws {
    let folder = try TemporaryFolder()
    let path = folder("bookmarks.jsonl")
    try put(DamagedFileTests.sound, into: path, mode: 0o644)
    chmod(path, 0o644)
    chmod(folder.path, 0o555)
    let program = folder("writer")
    try copyProgram(BuiltProduct.path("file-writer"), to: program, mode: 0o755)
    let writer = try ChildProcess(
      systemProgram("setpriv") ?? "",
      ["--reuid=65534", "--regid=65534", "--clear-groups", program, path, "n", "1"])
    #expect(writer.wait() == 1)
    #expect(
      writer.output
        == "failed 0: \(path): cannot lock the file (Permission denied): check who may write the file and its folder\n"
    )
    #expect(contents(path) == DamagedFileTests.sound)
  }

  @Test(
    .enabled(if: geteuid() == 0 && systemProgram("chattr") != nil, "skipped: needs root and chattr")
  )
  func anImmutableFileIsReported() throws {
    let folder = try TemporaryFolder()
    let path = folder("bookmarks.jsonl")
    try put(DamagedFileTests.sound, into: path)
    guard try ChildProcess(systemProgram("chattr") ?? "", ["+i", path]).wait() == 0 else {
      print("skipped: this file system knows no immutable files")
      return
    }
    defer { _ = try? ChildProcess(systemProgram("chattr") ?? "", ["-i", path]).wait() }
    let writer = try ChildProcess(BuiltProduct.path("file-writer"), [path, "n", "1"])
    #expect(writer.wait() == 1)
    #expect(writer.output.contains("cannot put the new file in place (Operation not permitted)"))
    #expect(contents(path) == DamagedFileTests.sound)
    #expect(folder.names().filter { $0.contains(".tmp.") } == [])
  }
}
