import Glibc
import LinkOpening
import Synchronization
import TestSupport
import Testing

/// Programs whose output is kept: whatever they do, the run ends and memory is bounded.
struct CommandRunTests {
  private final class Box: Sendable {
    let results = Mutex<[CommandRun.Result]>([])
  }

  /// Runs a script; `stop` gets the run once it has begun.
  private func run(
    _ script: String, input: [UInt8] = [], stop: (CommandRun?) -> Void = { _ in }
  ) throws -> CommandRun.Result {
    let box = Box()
    let run = CommandRun.start(
      ["/bin/sh", "-c", script], environment: ["PATH": "/usr/bin:/bin"], input: input
    ) { result in box.results.withLock { $0.append(result) } }
    stop(run)
    wait { box.results.withLock { !$0.isEmpty } }
    guard let result = box.results.withLock({ $0.first }) else {
      throw TestFailure("the run does not end")
    }
    return result
  }

  @Test func bothOutputsAreKeptAndTheStatusIsReported() throws {
    let result = try run("printf out; printf err >&2; exit 3")
    #expect(result.output == Array("outerr".utf8))
    #expect(result.outcome == .failed(program: "/bin/sh", status: 3, message: ""))
    #expect(!result.isCut && !result.isCancelled)
  }

  @Test func aLargeInputAndAnOutputOfTheSameSizeDoNotBlockEachOther() throws {
    let input = [UInt8](repeating: 0x61, count: 900_000)
    let result = try run("cat", input: input)
    #expect(result.output == input && result.outcome == .opened)
  }

  @Test func aProgramThatReadsNothingIsFine() throws {
    let result = try run("exit 0", input: [UInt8](repeating: 0x61, count: 900_000))
    #expect(result.outcome == .opened && result.output.isEmpty)
  }

  @Test func endlessOutputIsCut() throws {
    let result = try run("trap '' TERM; yes")
    #expect(result.isCut && result.output.count == CommandRun.outputLimit)
  }

  @Test(arguments: [
    "sleep 600", "trap '' TERM; while :; do sleep 1; done", "cat /dev/zero | sleep 600",
  ])
  func aRunIsEndedWhenItIsCancelled(script: String) throws {
    let result = try run(script) { run in
      usleep(100_000)
      run?.cancel()
    }
    #expect(result.isCancelled)
  }

  @Test func backgroundChildrenAreNotWaitedFor() throws {
    let result = try run("sleep 600 & echo $! done")
    let words = String(decoding: result.output, as: UTF8.self).split(separator: " ")
    #expect(words.last == "done\n")
    // It ended before its child, which may have been ended with it.
    if let child = words.first.flatMap({ Int32($0) }) { kill(child, SIGKILL) }
  }

  @Test func aMissingProgramIsReported() {
    let box = Box()
    _ = CommandRun.start(["/nonexistent/program"], environment: [:]) { result in
      box.results.withLock { $0.append(result) }
    }
    wait { box.results.withLock { !$0.isEmpty } }
    #expect(
      box.results.withLock { $0.first?.outcome }
        == .notStarted(program: "/nonexistent/program", code: ENOENT))
  }
}
