import Glibc
import UserFiles
import TestSupport
import Testing

/// Who comes first to a lock that is held gets it first.
struct LockQueueTests {
  @Test func theLockIsGrantedInOrderOfArrival() throws {
    let folder = try TemporaryFolder()
    let file = DurableFile(path: folder("file"), timeout: 60_000)
    var threads: [pthread_t] = []
    try file.update(now: moment(0)) { _ in
      for number in 0..<6 {
        threads.append(start { try append(number, to: file) })
        // The next one comes when this one waits.
        #expect(wait { waiting(in: folder) > number })
      }
      return Revision([])
    }
    for thread in threads { pthread_join(thread, nil) }
    #expect(text(file.path) == "012345")
  }

  @Test func aStoppedWaiterIsSkipped() throws {
    let folder = try TemporaryFolder()
    let file = DurableFile(path: folder("bookmarks.jsonl"), timeout: 500)
    var stopped: ChildProcess?
    try file.update(now: moment(0)) { _ in
      stopped = try? ChildProcess(
        BuiltProduct.path("file-writer"), [file.path, "stopped", "1"])
      #expect(wait { waiting(in: folder) == 1 })
      stopped?.send(SIGSTOP)
      return Revision(DamagedFileTests.sound)
    }
    let child = try #require(stopped)
    #expect(waiting(in: folder) == 1)
    try file.update(now: moment(0)) { Revision(($0 ?? []) + Array("\n".utf8)) }
    child.send(SIGCONT)
    #expect(child.wait() == 0)
    #expect(child.output == "saved 0\n")
  }

  @Test func aLockFileDeletedWhileOneWaitsIsRebuilt() throws {
    let folder = try TemporaryFolder()
    let file = DurableFile(path: folder("file"), timeout: 60_000)
    var threads: [pthread_t] = []
    try file.update(now: moment(0)) { _ in
      threads.append(start { try append(1, to: file) })
      #expect(wait { waiting(in: folder) == 1 })
      unlink(folder(".file.lock"))
      return Revision([UInt8(ascii: "0")])
    }
    for thread in threads { pthread_join(thread, nil) }
    #expect(text(file.path) == "01")
    #expect(folder.names().contains(".file.lock"))
  }

  private func append(_ number: Int, to file: DurableFile) throws {
    try file.update(now: moment(0)) { Revision(($0 ?? []) + Array("\(number)".utf8)) }
  }

  /// How many wait for the lock of a folder's file, by the kernel's list.
  private func waiting(in folder: TemporaryFolder) -> Int {
    let lock = folder.names().first { $0.hasSuffix(".lock") } ?? ""
    var status = stat()
    guard stat(folder(lock), &status) == 0 else { return 0 }
    return text("/proc/locks").split(separator: "\n").count {
      $0.contains("OFDLCK") && $0.contains(":\(status.st_ino) ")
    }
  }
}

/// Runs a body on a thread of its own.
private func start(_ body: @escaping @Sendable () throws -> Void) -> pthread_t {
  var thread = pthread_t()
  let box = Unmanaged.passRetained(Body(run: body))
  pthread_create(
    &thread, nil,
    { argument in
      if let argument { try? Unmanaged<Body>.fromOpaque(argument).takeRetainedValue().run() }
      return nil
    }, box.toOpaque())
  return thread
}

private final class Body: Sendable {
  let run: @Sendable () throws -> Void

  init(run: @escaping @Sendable () throws -> Void) { self.run = run }
}
