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
    for _ in 0..<1_500 {
      if let result = box.results.withLock({ $0.first }) { return result }
      usleep(10_000)
    }
    throw TestFailure("the run does not end")
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
    "sleep 60", "trap '' TERM; while :; do sleep 1; done", "cat /dev/zero | sleep 9",
  ])
  func aRunIsEndedWhenItIsCancelled(script: String) throws {
    let start = ContinuousClock.now
    let result = try run(script) { run in
      usleep(100_000)
      run?.cancel()
    }
    #expect(result.isCancelled)
    #expect(ContinuousClock.now - start < .seconds(8))
  }

  @Test func backgroundChildrenAreNotWaitedFor() throws {
    let start = ContinuousClock.now
    let result = try run("sleep 30 & echo done")
    #expect(result.output == Array("done\n".utf8))
    #expect(ContinuousClock.now - start < .seconds(10))
  }

  @Test func aMissingProgramIsReported() {
    let box = Box()
    _ = CommandRun.start(["/nonexistent/program"], environment: [:]) { result in
      box.results.withLock { $0.append(result) }
    }
    for _ in 0..<500 where box.results.withLock({ $0.isEmpty }) { usleep(10_000) }
    #expect(
      box.results.withLock { $0.first?.outcome }
        == .notStarted(program: "/nonexistent/program", code: ENOENT))
  }
}
