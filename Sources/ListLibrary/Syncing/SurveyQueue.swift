import Dispatch
import Synchronization

/// Does jobs concurrently, limited in all and by host, and passes on the results as they come.
///
/// Jobs begin in their order, but one whose host is at its limit lets those after it pass: a slow
/// host delays only its own jobs.
final class SurveyQueue<Item: Sendable, Result: Sendable>: Sendable {
  /// A job, and the host that it will keep busy; nil for none.
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

  /// Prepares the jobs; nothing is begun.
  init(_ jobs: [Job], limits: FetchLimits, work: @escaping @Sendable (Item) -> Result) {
    self.limits = limits
    self.work = work
    state = Mutex(State(waiting: jobs.enumerated().map { ($0.offset, $0.element) }))
  }

  /// Calls `take` on this thread with the results that have come, in the order of their jobs, again
  /// and again until all have.
  ///
  /// - Parameter take: is also given whether no more will come. Where it throws, jobs that have begun
  ///   run to their end and no other is begun.
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
