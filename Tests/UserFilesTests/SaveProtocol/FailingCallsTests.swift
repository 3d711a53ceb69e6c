import Glibc
import ListModel
import UserFiles
import TestSupport
import Testing

/// A system call that fails is reported; what is reported as saved is saved.
struct FailingCallsTests {
  static let errors = [
    "ENOSPC", "EIO", "EROFS", "EACCES", "EDQUOT", "EINTR", "EMFILE", "ENOMEM",
  ]

  @Test(
    .enabled(
      if: TracedSave.obstacle == nil, Comment(rawValue: "skipped: \(TracedSave.obstacle ?? "")")),
    arguments: SavedFile.damageable)
  func aFailingCallIsNeverSilent(file: SavedFile, before: [UInt8]) throws {
    let save = try TracedSave(file, before: before)
    let calls = try save.calls()
    let after = try #require(contents(save.path))
    var reported = 0
    let step = rounds(1, soak: Self.errors.count)
    for (number, call) in calls.enumerated() {
      for error in (0..<step).map({ Self.errors[(number + $0) % Self.errors.count] }) {
        try save.reset()
        let (said, status) = try save.save(call, "error=\(error)")
        let left = contents(save.path)
        if status == 0 {
          let warning = "saved 0\nwarning: \(save.path): was saved, but not backed up: "
          #expect(said == "saved 0\n" || said.hasPrefix(warning), "\(call) \(error)")
          if said.hasPrefix(warning) { reported += 1 }
          #expect(left == after, "\(call) \(error)")
        } else {
          reported += 1
          #expect(status == 1, "\(call) \(error)")
          #expect(said.hasPrefix("failed 0: \(save.path)"), "\(call) \(error): \(said)")
          #expect(left == before || left == after, "\(call) \(error)")
          #expect(left == before || said.contains("not confirmed"), "\(call) \(error)")
          if call.name != "unlinkat" {
            #expect(save.folder.names().filter { $0.contains(".tmp.") } == [], "\(call) \(error)")
          }
        }
        #expect(try save.save() == ("saved 0\n", 0), "\(call) \(error)")
        #expect(contents(save.path) == after, "\(call) \(error)")
      }
    }
    #expect(reported > calls.count / 3)
  }

  /// A disk that has failed once continues failing.
  @Test(
    .enabled(
      if: TracedSave.obstacle == nil, Comment(rawValue: "skipped: \(TracedSave.obstacle ?? "")")),
    arguments: SavedFile.all)
  func callsThatFailFromThenOnLeaveOldOrNew(file: SavedFile) throws {
    let save = try TracedSave(file, before: file.sound)
    let calls = try save.calls()
    let after = try #require(contents(save.path))
    let step = rounds(1, soak: Self.errors.count)
    for (number, call) in calls.enumerated() {
      for error in (0..<step).map({ Self.errors[(number + 3 + $0) % Self.errors.count] }) {
        try save.reset()
        let (said, status) = try save.save(call, "error=\(error)", isLasting: true)
        let left = contents(save.path)
        #expect(status == 0 || status == 1, "\(call) \(error)")
        if said.hasPrefix("saved") { #expect(left == after, "\(call) \(error)") }
        // A process that cannot write can say nothing either, but for its exit status.
        if status == 1, call.name != "write" {
          #expect(said.hasPrefix("failed 0: \(save.path)"), "\(call) \(error): \(said)")
        }
        #expect(left == save.before || left == after, "\(call) \(error)")
        #expect(try save.save() == ("saved 0\n", 0), "\(call) \(error)")
        #expect(contents(save.path) == after, "\(call) \(error)")
      }
    }
  }

  @Test(
    .enabled(
      if: TracedSave.obstacle == nil, Comment(rawValue: "skipped: \(TracedSave.obstacle ?? "")")),
    arguments: SavedFile.all)
  func aFailedSyncIsNotRepeated(file: SavedFile) throws {
    let save = try TracedSave(file, before: file.sound)
    try save.reset()
    let (said, status) = try save.save(TracedSave.Call(name: "fsync", ordinal: 1), "error=EIO")
    #expect(status == 1)
    #expect(
      said
        == "failed 0: \(save.path): cannot bring it to the disk (Input/output error): check the disk\n"
    )
    let syncs = text(save.folder("trace")).split(separator: "\n").filter { $0.hasPrefix("fsync") }
    #expect(syncs.count == 1)
    #expect(contents(save.path) == save.before)
  }

  @Test(
    .enabled(
      if: TracedSave.obstacle == nil, Comment(rawValue: "skipped: \(TracedSave.obstacle ?? "")")),
    arguments: SavedFile.all)
  func savesAreSyncedInTheRightOrder(file: SavedFile) throws {
    let save = try TracedSave(file, before: file.sound)
    try save.reset()
    _ = try save.save()
    let steps = text(save.folder("trace")).split(separator: "\n").compactMap { line -> String? in
      if line.hasPrefix("fsync(") { return "sync" }
      if line.hasPrefix("write(1, \"saved") { return "reported" }
      guard line.hasPrefix("renameat(") else { return nil }
      return line.contains("\"\(file.name)\"") ? "replace" : "backup"
    }
    #expect(steps == ["sync", "replace", "sync", "sync", "backup", "reported"])
  }

  @Test(
    .enabled(
      if: systemProgram("clang") != nil || systemProgram("cc") != nil, "skipped: no C compiler"))
  func shortWritesAreContinued() throws {
    let folder = try TemporaryFolder()
    let source = """
      #include <unistd.h>
      #include <sys/syscall.h>
      ssize_t write(int fd, const void *bytes, size_t count) {
        return syscall(SYS_write, fd, bytes, fd > 2 && count > 7 ? 7 : count);
      }

      """
    try put(source.utf8, into: folder("short.c"))
    let compiler = try ChildProcess(
      systemProgram("clang") ?? systemProgram("cc") ?? "",
      ["-shared", "-fPIC", "-o", folder("short.so"), folder("short.c")])
    try #require(compiler.wait() == 0, "\(compiler.errors)")
    let path = folder("bookmarks.jsonl")
    try put(DamagedFileTests.sound, into: path)
    var environment = ChildProcess.environment
    environment["LD_PRELOAD"] = folder("short.so")
    let writer = try ChildProcess(
      BuiltProduct.path("file-writer"), [path, "new", "3"], environment: environment)
    #expect(writer.wait() == 0)
    #expect(writer.output == "saved 0\nsaved 1\nsaved 2\n")
    #expect(BookmarkFile(path: path).load().bookmarks.count == 6)
  }

  @Test func aLimitOnFileSizesIsReportedAndLosesNothing() throws {
    let folder = try TemporaryFolder()
    let path = folder("bookmarks.jsonl")
    let writer = try ChildProcess(
      "/bin/sh",
      [
        "-c", #"ulimit -f 8; exec "$@""#, "sh", BuiltProduct.path("file-writer"), path, "new",
        "60",
      ])
    #expect(writer.wait() == 1)
    let saved = writer.output.split(separator: "\n").filter { $0.hasPrefix("saved") }.count
    #expect(saved > 5 && saved < 60)
    #expect(writer.output.contains("(File too large): raise the limit on file sizes (ulimit -f)"))
    #expect(BookmarkFile(path: path).load().bookmarks.count == saved)
  }
}
