internal import Glibc
import Synchronization

/// A run of a program with the given input, whose output is collected.
///
/// A separate thread writes and reads, so nobody waits for the program. Only the beginning of its
/// output is stored: a program that writes more is killed.
public final class CommandRun: Sendable {
  /// The result of a run.
  public struct Result: Equatable, Sendable {
    /// The program's standard output and standard error; unsanitised bytes.
    public var output: [UInt8] = []
    public var outcome: OpeningOutcome
    /// Whether it was ended for having written too much.
    public var isCut = false
    public var isCancelled = false

    /// Creates a run that has not written anything.
    public init(outcome: OpeningOutcome) { self.outcome = outcome }
  }

  /// The most bytes of output that are stored.
  public static let outputLimit = 1 << 20
  /// How long a program that is ended has to clean up, in milliseconds.
  private static let grace: Int32 = 1_000

  private let cancelling: WakePipe
  private let ending: WakePipe

  private init(_ cancelling: WakePipe, _ ending: WakePipe) {
    (self.cancelling, self.ending) = (cancelling, ending)
  }

  /// Starts a program by its absolute path, the first of `arguments`.
  ///
  /// - Parameters:
  ///   - input: the program's standard input.
  ///   - report: called once, on another thread, when the program has exited.
  /// - Returns: nil if nothing was started, which is reported as well.
  public static func start(
    _ arguments: [String], environment: [String: String], input: [UInt8] = [],
    report: @escaping @Sendable (Result) -> Void
  ) -> CommandRun? {
    let program = arguments.first ?? ""
    guard let cancelling = WakePipe(), let ending = WakePipe() else {
      report(Result(outcome: .notStarted(program: program, code: errno)))
      return nil
    }
    let run = CommandRun(cancelling, ending)
    let isStarted = startDetachedThread {
      report(run.work(arguments, environment, input))
    }
    guard isStarted else {
      report(Result(outcome: .notStarted(program: program, code: EAGAIN)))
      return nil
    }
    return run
  }

  /// Ends the program and its children.
  public func cancel() { cancelling.wake() }

  private func work(
    _ arguments: [String], _ environment: [String: String], _ input: [UInt8]
  ) -> Result {
    let program = arguments.first ?? ""
    guard var streams = ProgramStreams() else {
      return Result(outcome: .notStarted(program: program, code: errno))
    }
    let spawning = Spawning(
      environment: environment, errors: streams.programOutput, input: streams.programInput,
      output: streams.programOutput)
    let id: pid_t
    switch spawning.start(arguments) {
    case .failure(let failure):
      return Result(outcome: .notStarted(program: program, code: failure.code))
    case .success(let number): id = number
    }
    streams.closeProgramEnds()
    let reaped = ExitStatus()
    let ending = ending
    let isWaitedFor = startDetachedThread {
      reaped.wait(for: id)
      ending.wake()
    }
    if !isWaitedFor { kill(-id, SIGKILL) }
    var result = exchange(&streams, input, with: id, hasReaper: isWaitedFor)
    result.outcome = OpeningOutcome(program: program, status: reaped.status, message: "")
    return result
  }

  /// Writes the input and reads the output until the program has ended.
  private func exchange(
    _ streams: inout ProgramStreams, _ input: [UInt8], with id: pid_t, hasReaper: Bool
  ) -> Result {
    var result = Result(outcome: .opened)
    var left = input[...]
    var deadline: ContinuousClock.Instant?
    while hasReaper {
      if left.isEmpty { streams.closeInput() }
      let ready = streams.wait(
        deadline == nil ? cancelling.reading : -1, ending.reading, writes: !left.isEmpty,
        limit: deadline == nil ? -1 : Self.grace)
      if ready.takesInput { left = streams.write(left) }
      if ready.hasOutput, result.output.count <= Self.outputLimit {
        streams.read(into: &result.output)
      }
      // A child may continue and hold the pipe, but the program itself is done.
      if ready.hasEnded, !ready.hasOutput || result.output.count > Self.outputLimit { break }
      if let deadline {
        if .now >= deadline || result.output.count > Self.outputLimit { kill(-id, SIGKILL) }
        continue
      }
      result.isCut = result.output.count > Self.outputLimit
      result.isCancelled = ready.isCancelled
      guard result.isCut || result.isCancelled else { continue }
      kill(-id, SIGTERM)
      deadline = .now + .milliseconds(Int(Self.grace))
    }
    result.output = Array(result.output.prefix(Self.outputLimit))
    return result
  }
}

/// How a program ended, passed between threads.
private final class ExitStatus: Sendable {
  private let ending = Mutex<Int32>(0)

  var status: Int32 { ending.withLock { $0 } }

  func wait(for id: pid_t) {
    var status: Int32 = 0
    while waitpid(id, &status, 0) == -1, errno == EINTR {}
    ending.withLock { [status] in $0 = status }
  }
}
