import Foundation
import GitProcess
import TestSupport
import Testing

struct ServerTests {
  private let sample: SampleRepository
  private let server: LoopbackServer
  private let git: Git

  init() throws {
    sample = try SampleRepository()
    server = try LoopbackServer(root: sample.folder.path)
    git = try Git(environment: ChildProcess.environment)
  }

  private func source(_ path: String) throws -> GitSource {
    try GitSource(address: server.url(path))
  }

  private var clonePath: String { sample.folder("clone") }

  /// Expects that no process that works in the test's folder is left.
  ///
  /// Those that were killed with their parent end some time after it.
  private func expectNoProcesses(sourceLocation: SourceLocation = #_sourceLocation) {
    #expect(wait { processesLeft == [] }, "\(processesLeft)", sourceLocation: sourceLocation)
  }

  private var processesLeft: [String] {
    let names = (try? FileManager.default.contentsOfDirectory(atPath: "/proc")) ?? []
    return names.compactMap { name in
      let words = String(decoding: contents("/proc/\(name)/cmdline") ?? [], as: UTF8.self)
      return words.contains(clonePath) ? words : nil
    }
  }

  /// The repository as the server has it, and under a path from which it sends readers elsewhere.
  private var served: String { "git" + repository }
  private var moved: String { "moved" + repository }
  private var repository: String { sample.path.dropFirst(sample.folder.path.count) + "/.git" }

  private func expectFailure(_ path: String, _ error: GitError, with git: Git? = nil) throws {
    let source = try source(path)
    #expect(throws: error) { try (git ?? self.git).clone(source, to: clonePath) }
    #expect(sample.folder.names().filter { $0.hasPrefix("clone") } == [])
    expectNoProcesses()
  }

  @Test func aServedRepositoryIsClonedAndUpdated() throws {
    let first = try sample.commit(["README.md": "one"])
    let source = try source(served)
    var phases: [GitProgress.Phase] = []
    let clone = try git.clone(source, to: clonePath) { phases.append($0.phase) }
    #expect(phases.first == .connecting && phases.contains(.counting))
    #expect(try clone.head().hex == first)
    try clone.update(from: source)
    #expect(try clone.head().hex == first)

    let second = try sample.commit(["README.md": "two"])
    try clone.update(from: source)
    #expect(try clone.head().hex == second)

    try sample.git(["commit", "--quiet", "--amend", "-m", "two again"])
    try clone.update(from: source)
    #expect(try clone.head().hex == sample.git(["rev-parse", "HEAD"]).trimmed)
    expectNoProcesses()
  }

  @Test func anotherDefaultBranchIsFollowed() throws {
    try sample.commit(["README.md": "one"])
    let source = try source(served)
    let clone = try git.clone(source, to: clonePath)
    try sample.git(["checkout", "--quiet", "-b", "trunk"])
    let second = try sample.commit(["README.md": "two"])
    try sample.git(["branch", "--quiet", "-D", "main"])
    try clone.update(from: source)
    #expect(try clone.head().hex == second)
  }

  @Test func aRepositoryThatVanishedIsReportedAndTheCloneStays() throws {
    let first = try sample.commit(["README.md": "one"])
    let source = try source(served)
    let clone = try git.clone(source, to: clonePath)
    try FileManager.default.moveItem(atPath: sample.path, toPath: sample.folder("elsewhere"))
    #expect(throws: GitError.vanished) { try clone.update(from: source) }
    #expect(try clone.head().hex == first)
  }

  @Test func aCloneThatLostItsObjectsGetsThemAgain() throws {
    try sample.commit(["README.md": "one"])
    let source = try source(served)
    let clone = try git.clone(source, to: clonePath)
    let packs = clone.path + "/objects/pack"
    for name in names(in: packs) { unlink(packs + "/" + name) }
    #expect(throws: GitError.self) { try clone.files(at: clone.head()) }
    try clone.update(from: source)
    #expect(try clone.files(at: clone.head()).map(\.path.text) == ["README.md"])
  }

  @Test func nobodyIsAskedForAPassword() throws { try expectFailure("401/x.git", .needsPassword) }

  @Test func aRedirectionFromThisMachineIsNotFollowed() throws {
    try sample.commit(["README.md": "one"])
    try expectFailure(moved, .redirected)
  }

  @Test func missingFilesAreReported() throws { try expectFailure("404/x.git", .vanished) }

  @Test func aWebPageIsNotARepository() throws { try expectFailure("page/x.git", .noRepository) }

  @Test func anEmptyServedRepositoryIsReported() throws { try expectFailure(served, .empty) }

  @Test func anUnresponsiveHostIsReported() throws {
    let source = try GitSource(address: "http://127.0.0.1:1/x.git")
    #expect(throws: GitError.unreachable) { try git.clone(source, to: clonePath) }
  }

  @Test func aServerThatStallsIsLeft() throws {
    var hasty = git
    hasty.limits.stallSeconds = 2
    try expectFailure("slow/x.git", .stalled, with: hasty)
  }

  @Test func aSilentServerTimesOut() throws {
    var hasty = git
    hasty.limits.cloneSeconds = 1
    hasty.limits.stallSeconds = 60
    try expectFailure("silent/x.git", .timedOut(seconds: 1), with: hasty)
  }

  @Test func branchesWithoutEndAreTooMany() throws {
    var small = git
    small.limits.memoryBytes = 128 << 20
    let memory = small.limits.memoryBytes
    try expectFailure(
      "endless/x.git", .tooLarge(what: "bytes of memory", found: memory, limit: memory),
      with: small)
  }

  @Test func aRepositoryOverTheLimitIsRefused() throws {
    var random = SeededGenerator(seed: 1)
    let digits = (0..<60_000).map { _ in String(random.next(), radix: 36) }.joined()
    try sample.commit(["README.md": digits])
    var small = git
    small.limits.fileBytes = 200_000
    let error = #expect(throws: GitError.self) {
      try small.clone(source(served), to: clonePath)
    }
    guard case .tooLarge(let what, let found, let limit)? = error else {
      Issue.record("\(String(describing: error))")
      return
    }
    #expect(what == "bytes in one file" && found >= limit && limit == 200_000)
  }

  @Test func workIsCancelledFromAnotherThread() throws {
    let cancellation = Cancellation()
    let source = try source("silent/x.git")
    Thread.detachNewThread {
      usleep(300_000)
      cancellation.cancel()
    }
    #expect(throws: GitError.cancelled) {
      try git.clone(source, to: clonePath, cancellation: cancellation)
    }
    #expect(cancellation.isCancelled)
    expectNoProcesses()
  }
}
