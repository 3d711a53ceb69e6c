internal import Glibc

/// Runs the programs that show links.
public struct LinkOpener: Sendable {
  /// The environment variables for programs.
  public let environment: [String: String]

  /// How long a program's failure is reported, in milliseconds; later failures are ignored, since it
  /// was seen to work.
  let attention: Int

  /// Programs will have these variables.
  public init(environment: [String: String]) {
    self.init(environment: environment, attention: 3_000)
  }

  /// As above, with another time than three seconds in which failures are reported.
  package init(environment: [String: String], attention: Int) {
    self.environment = environment
    self.attention = attention
  }

  /// Starts a program in the background and returns at once.
  ///
  /// `arguments` begin with the program's absolute path. The outcome is reported once, on another
  /// thread: when the program exits, or after three seconds. However long it runs, it is reaped
  /// when it exits; its own children are not waited for. Returns the process ID, or nil if nothing
  /// was started, which is also reported as an outcome.
  ///
  /// - Parameters:
  ///   - input: the program's standard input; nil for none. It stays open here.
  ///   - ended: called with its process ID once it has exited, however long it ran.
  @discardableResult
  public func start(
    _ arguments: [String], input: Int32? = nil,
    ended: @escaping @Sendable (Int32) -> Void = { _ in },
    outcome: @escaping @Sendable (OpeningOutcome) -> Void
  ) -> Int32? {
    let program = arguments.first ?? ""
    guard let pipe = ErrorPipe() else {
      outcome(.notStarted(program: program, code: errno))
      return nil
    }
    let spawning = Spawning(environment: environment, errors: pipe.writeEnd, input: input)
    switch spawning.start(arguments) {
    case .failure(let failure):
      outcome(.notStarted(program: program, code: failure.code))
      return nil
    case .success(let id):
      let watch = Watch(
        program: program, id: id, pipe: pipe, attention: attention, ended: ended,
        outcome: outcome)
      watch.begin()
      return id
    }
  }

  /// Runs a program in the terminal, and returns when it has exited.
  ///
  /// The screen must have been left. Meanwhile the interrupt and suspend keys go to the program; if
  /// it is suspended, so is awl.
  ///
  /// - Parameter input: the program's standard input; nil for the terminal.
  public func runInTerminal(_ arguments: [String], input: [UInt8]? = nil) -> OpeningOutcome {
    let program = arguments.first ?? ""
    let signals = TerminalSignals()
    defer { signals.restore() }
    let pipe = input.flatMap { InputPipe($0) }
    let spawning = Spawning(environment: environment, errors: nil, input: pipe?.reading)
    let started = spawning.start(arguments)
    pipe?.begin()
    switch started {
    case .failure(let failure): return .notStarted(program: program, code: failure.code)
    case .success(let id):
      return OpeningOutcome(program: program, status: waitInTerminal(for: id), message: "")
    }
  }

  /// Starts a program that shows its input on the terminal, such as a pager.
  ///
  /// Returns the process for the caller to wait for, or nil if it does not start.
  ///
  /// - Parameters:
  ///   - arguments: the program's absolute path and its arguments.
  ///   - input: the program's standard input.
  public func startReader(_ arguments: [String], input: Int32) -> Int32? {
    try? Spawning(environment: environment, errors: nil, input: input).start(arguments).get()
  }
}

extension OpeningOutcome {
  /// Creates the outcome of a program that has ended with a status of `wait`.
  init(program: String, status: Int32, message: @autoclosure () -> String) {
    let signal = status & 0x7F
    let code = (status >> 8) & 0xFF
    if signal != 0 {
      self = .killed(program: program, signal: signal, message: message())
    } else {
      self = code == 0 ? .opened : .failed(program: program, status: code, message: message())
    }
  }
}
