import Dispatch
import Synchronization

/// Runs jobs concurrently, limited in total and per host, and passes on the results as they arrive.
///
/// Jobs start in order, but later ones may overtake a job whose host is at its limit: a slow host
/// delays only its own jobs.
final class SurveyQueue<Item: Sendable, Result: Sendable>: Sendable {
  /// A job, and its host; nil for none.
  typealias Job = (item: Item, host: String?)

  private struct State {
    var waiting: [(number: Int, job: Job)]
    var running = 0
    var busy: [String: Int] = [:]
    var finished: [(number: Int, result: Result)] = []
  }

  private let limits: FetchLimits
  private let work: @Sendable (Item) -> Result
  private let state: Mutex<State>
  private let arrived = DispatchSemaphore(value: 0)

  /// Prepares the jobs without starting any.
  init(_ jobs: [Job], limits: FetchLimits, work: @escaping @Sendable (Item) -> Result) {
    self.limits = limits
    self.work = work
    state = Mutex(State(waiting: jobs.enumerated().map { ($0.offset, $0.element) }))
  }

  /// Calls `take` on this thread with the available results, in the order of their jobs, until
  /// there are no more.
  ///
  /// - Parameter take: also gets whether these are the last ones; if it throws, started jobs run to
  ///   their end and no other is started
  func run<Failure: Error>(
    _ take: (_ results: [Result], _ isLast: Bool) throws(Failure) -> Void
  ) throws(Failure) {
    begin()
    while true {
      let (results, isLast) = state.withLock { state in
        let results = state.finished.sorted { $0.number < $1.number }.map(\.result)
        state.finished = []
        return (results, state.running == 0 && state.waiting.isEmpty)
      }
      if !results.isEmpty || isLast {
        do throws(Failure) {
          try take(results, isLast)
        } catch {
          abandon()
          throw error
        }
      }
      guard !isLast else { return }
      arrived.wait()
    }
  }

  /// Begins as many jobs as may run now.
  private func begin() {
    let jobs = state.withLock { state in
      var begun: [(number: Int, job: Job)] = []
      state.waiting.removeAll { waiting in
        guard state.running < limits.all else { return false }
        if let host = waiting.job.host {
          guard state.busy[host, default: 0] < limits.perHost else { return false }
          state.busy[host, default: 0] += 1
        }
        state.running += 1
        begun.append(waiting)
        return true
      }
      return begun
    }
    for (number, job) in jobs {
      dedicatedQueue("awl.survey").async { [self] in
        let result = work(job.item)
        state.withLock { state in
          state.running -= 1
          if let host = job.host { state.busy[host, default: 1] -= 1 }
          state.finished.append((number, result))
        }
        begin()
        arrived.signal()
      }
    }
  }

  private func abandon() {
    state.withLock { $0.waiting = [] }
    while state.withLock({ $0.running }) > 0 { arrived.wait() }
  }
}

/// How many sources a sync looks at side by side.
public struct FetchLimits: Equatable, Sendable {
  /// How many in all.
  public var all: Int
  /// The maximum per host, which may regard many connections as an attack; the local machine is
  /// exempt.
  public var perHost: Int

  /// Limits; each is one at least.
  public init(all: Int = 8, perHost: Int = 2) {
    self.all = max(1, all)
    self.perHost = max(1, perHost)
  }
}
