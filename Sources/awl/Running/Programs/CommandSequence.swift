import LinkOpening
import Synchronization

/// Runs a program several times in sequence and collects its output.
final class CommandSequence: Sendable {
  private struct State {
    var left: ArraySlice<[String]>
    var run: CommandRun?
    var result = CommandRun.Result(outcome: .opened)
  }

  private let state: Mutex<State>
  private let environment: [String: String]
  private let input: [UInt8]
  private let report: @Sendable (CommandRun.Result) -> Void

  /// - Parameter report: called once on another thread, after the last run, or the first that
  ///   failed or was stopped.
  init(
    _ lines: [[String]], environment: [String: String], input: [UInt8],
    report: @escaping @Sendable (CommandRun.Result) -> Void
  ) {
    state = Mutex(State(left: lines[...]))
    self.environment = environment
    self.input = input
    self.report = report
  }

  /// Starts the next run.
  func start() {
    guard let arguments = state.withLock({ $0.left.popFirst() }) else { return }
    let run = CommandRun.start(arguments, environment: environment, input: input) { result in
      self.take(result)
    }
    let isStopped = state.withLock { state in
      state.run = run
      return state.result.isCancelled
    }
    if isStopped { run?.cancel() }
  }

  /// Cancels the current and all further runs.
  func cancel() {
    let run = state.withLock { state in
      state.result.isCancelled = true
      return state.run
    }
    run?.cancel()
  }

  private func take(_ result: CommandRun.Result) {
    let whole = state.withLock { state -> CommandRun.Result? in
      let room = CommandRun.outputLimit - state.result.output.count
      state.result.isCut = result.isCut || result.output.count > room
      state.result.output += result.output.prefix(max(0, room))
      state.result.outcome = result.outcome
      state.result.isCancelled = state.result.isCancelled || result.isCancelled
      let isOver =
        state.left.isEmpty || state.result.isCut || state.result.isCancelled
        || result.outcome != .opened
      return isOver ? state.result : nil
    }
    if let whole { report(whole) } else { start() }
  }
}
