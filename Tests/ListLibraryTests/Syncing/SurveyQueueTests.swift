import Dispatch
import Glibc
import Synchronization
import TestSupport
import Testing

@testable import ListLibrary

struct SurveyQueueTests {
  /// How many jobs run, in all and on each host, and the most that ever did.
  private final class Load: Sendable {
    private let counts = Mutex<(now: [String: Int], most: [String: Int])>(([:], [:]))

    func begin(_ hosts: [String]) {
      counts.withLock { counts in
        for host in hosts {
          counts.now[host, default: 0] += 1
          counts.most[host] = max(counts.most[host, default: 0], counts.now[host, default: 0])
        }
      }
    }

    func end(_ hosts: [String]) {
      counts.withLock { counts in for host in hosts { counts.now[host, default: 0] -= 1 } }
    }

    var most: [String: Int] { counts.withLock { $0.most } }

    /// Waits until that many jobs have run side by side at some time.
    func wait(for count: Int) { TestSupport.wait { self.most["all", default: 0] >= count } }
  }

  @Test func noMoreRunThanTheLimitsAllow() {
    let load = Load()
    let hosts = ["a", "a", "a", "b", "a", "b", "b", "c", "a", "b", "c", "c", "a", "d", "e", "f"]
    let queue = SurveyQueue(
      hosts.map { ($0, host: $0) }, limits: FetchLimits(all: 5, perHost: 2)
    ) { host in
      load.begin(["all", host])
      load.wait(for: 5)
      usleep(3_000)
      load.end(["all", host])
      return host
    }
    var taken: [String] = []
    queue.run { results, _ in taken += results }
    #expect(taken.sorted() == hosts.sorted())
    #expect(load.most["all"] == 5)
    for host in Set(hosts) { #expect((load.most[host] ?? 0) <= 2) }
  }

  @Test func aSlowHostDoesNotBlockOthers() {
    let others = DispatchSemaphore(value: 0)
    let jobs =
      [("slow", host: "slow"), ("slow", host: "slow")]
      + (0..<20).map { ("\($0)", host: "host \($0 % 5)") }
    let queue = SurveyQueue(jobs, limits: FetchLimits(all: 3, perHost: 1)) { name in
      if name == "slow" {
        // It answers only once all others have been taken.
        for _ in 0..<20 { others.wait() }
        for _ in 0..<20 { others.signal() }
      }
      return name
    }
    var taken: [String] = []
    queue.run { results, isLast in
      for result in results {
        taken.append(result)
        if result != "slow" { others.signal() }
      }
      #expect(isLast == (taken.count == jobs.count))
    }
    #expect(taken.suffix(2) == ["slow", "slow"])
  }

  @Test func sourcesOnThisMachineCountOnlyInAll() {
    let load = Load()
    let jobs: [(Int, host: String?)] = (0..<12).map { ($0, host: nil) }
    let queue = SurveyQueue(jobs, limits: FetchLimits(all: 4, perHost: 1)) { number in
      load.begin(["all"])
      load.wait(for: 4)
      usleep(3_000)
      load.end(["all"])
      return number
    }
    var taken: [Int] = []
    queue.run { results, _ in taken += results }
    #expect(taken.sorted() == Array(0..<12))
    #expect(load.most["all"] == 4)
  }

  @Test func anErrorStopsFurtherWork() {
    struct Stop: Error {}
    let begun = Mutex(0)
    let isStopped = Mutex(false)
    let jobs: [(Int, host: String?)] = (0..<50).map { ($0, host: nil) }
    let queue = SurveyQueue(jobs, limits: FetchLimits(all: 2)) { number in
      begun.withLock { $0 += 1 }
      // All but the first end only when the error has long been on its way.
      if number > 0 {
        TestSupport.wait { isStopped.withLock { $0 } }
        usleep(100_000)
      }
      return number
    }
    #expect(throws: Stop.self) {
      try queue.run { _, _ in
        isStopped.withLock { $0 = true }
        throw Stop()
      }
    }
    let count = begun.withLock { $0 }
    #expect(count < 50)
    usleep(20_000)
    #expect(begun.withLock { $0 } == count)
  }
}
