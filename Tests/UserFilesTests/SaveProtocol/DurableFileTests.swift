import Glibc
import ListModel
import UserFiles
import TestSupport
import Testing

struct DurableFileTests {
  @Test func aFileChangedWhileItIsRevisedIsRevisedAgain() throws {
    let folder = try TemporaryFolder()
    let file = DurableFile(path: folder("file"))
    try put("one".utf8, into: file.path)
    var seen: [String] = []
    try file.update(now: moment(0)) { bytes in
      seen.append(String(decoding: bytes ?? [], as: UTF8.self))
      // An editor saves in place, another program replaces, a third deletes.
      if seen.count == 1 { try? put("two".utf8, into: file.path) }
      if seen.count == 2 {
        try? put("six".utf8, into: folder("new"))
        rename(folder("new"), file.path)
      }
      if seen.count == 3 { unlink(file.path) }
      return Revision((bytes ?? []) + Array("!".utf8))
    }
    #expect(seen == ["one", "two", "six", ""])
    #expect(text(file.path) == "!")
  }

  @Test func aFileThatKeepsChangingIsGivenUp() throws {
    let folder = try TemporaryFolder()
    let file = DurableFile(path: folder("file"))
    var round = 0
    #expect(throws: FileError.unsteady(path: file.path)) {
      try file.update(now: moment(0)) { bytes in
        round += 1
        try? put("round \(round)".utf8, into: file.path)
        return Revision(bytes ?? [])
      }
    }
    #expect(text(file.path) == "round 5")
    #expect(folder.names().filter { $0.contains(".tmp.") } == [])
  }

  @Test func aRelativePathIsRefused() {
    #expect(throws: FileError.system(.find, path: "file", code: ENOENT)) {
      try DurableFile(path: "file").read()
    }
    #expect(throws: FileError.notAFile(path: "/tmp/..")) { try DurableFile(path: "/tmp/..").read() }
  }

  @Test func nothingIsWrittenWithoutARevision() throws {
    let folder = try TemporaryFolder()
    let file = DurableFile(path: folder("file"))
    try file.update(now: moment(0)) { bytes in
      #expect(bytes == nil)
      return nil
    }
    #expect(folder.names() == [".file.lock"])
    #expect(try file.read() == nil)
  }

  @Test func theLocksHolderIsNamed() throws {
    let folder = try TemporaryFolder()
    let path = folder("file")
    try DurableFile(path: path).update(now: moment(0)) { _ in
      do {
        try DurableFile(path: path, timeout: 20).update(now: moment(0)) { _ in nil }
        Issue.record("two held the lock")
      } catch {
        let text = "\(error)"
        #expect(text.hasPrefix("\(path): in use by process \(getpid()) on "), "\(text)")
        #expect(text.hasSuffix(": try again when it is done"))
      }
      return nil
    }
  }

  @Test func deletingTheLockFileReleasesNothing() throws {
    let folder = try TemporaryFolder()
    let path = folder("file")
    try DurableFile(path: path).update(now: moment(0)) { _ in
      unlink(folder(".file.lock"))
      return Revision([1])
    }
    try DurableFile(path: path).update(now: moment(0)) { bytes in
      #expect(bytes == [1])
      return nil
    }
  }

  @Test func leftoversOfKilledSavesAreRemoved() throws {
    let folder = try TemporaryFolder()
    for name in [".file.tmp.7.abc", ".file.tmp.8.def", ".other.tmp.9.abc", "file.tmp"] {
      try put([0], into: folder(name))
    }
    try DurableFile(path: folder("file")).update(now: moment(0)) { _ in Revision([1]) }
    #expect(folder.names() == [".file.lock", ".other.tmp.9.abc", "file", "file.tmp"])
  }

  @Test(arguments: [
    (
      FileError.system(.sync, path: "/p", code: ENOSPC),
      "/p: cannot bring it to the disk (No space left on device): free some space"
    ),
    (
      .system(.replace, path: "/p", code: EROFS),
      "/p: cannot put the new file in place (Read-only file system): make the file system writable"
    ),
    (
      .system(.create, path: "/p", code: EACCES),
      "/p: cannot make a new file (Permission denied): check who may write the file and its folder"
    ),
    (
      .notConfirmed(path: "/p", code: EIO),
      "/p: written, but not confirmed by the disk (Input/output error): save again"
    ),
    (.locked(path: "/p", holder: nil), "/p: in use: try again when it is done"),
    (.unsteady(path: "/p"), "/p: keeps changing: stop the other program"),
    (.tooLarge(path: "/p", bytes: 7), "/p: has 7 bytes, which cannot be right: move it away"),
  ])
  func anErrorSaysWhatIsWrongAndWhatToDo(error: FileError, text: String) {
    #expect(error.description == text)
  }
}
