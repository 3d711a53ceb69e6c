internal import Glibc

/// Runs the programs that show links.
public struct LinkOpener: Sendable {
  /// The variables that programs are given.
  public let environment: [String: String]

  /// For how long a program's failure is reported: whatever fails later was seen to work.
  static let attention = 3_000

  /// Programs will have these variables.
  public init(environment: [String: String]) {
    self.environment = environment
  }

  /// Starts a program in the background and comes back at once.
  ///
  /// `arguments` begin with the program's absolute path. The outcome is reported once, on a thread
  /// of its own: when the program ends, or after three seconds. However long it runs, it is
  /// reaped at its end; what it leaves after in turn is not waited for. Gives the process id,
  /// or nil if nothing was started, which is reported as an outcome too.
  ///
  /// - Parameters:
  ///   - input: what it reads; nil for nothing. It stays open here.
  ///   - ended: called with its process id once it has ended, however long it runs.
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
      let watch = Watch(program: program, id: id, pipe: pipe, ended: ended, outcome: outcome)
      watch.begin()
      return id
    }
  }

  /// Runs a program that has the terminal, and comes back when it has ended.
  ///
  /// The screen must have been put away. Meanwhile the keys that interrupt and suspend are the
  /// program's; if it is suspended, awl is with it.
  ///
  /// - Parameter input: what it reads from standard input; nil for the terminal.
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

  /// Starts a program that shows what it reads on the terminal, such as a pager.
  ///
  /// Gives the process for the caller to wait for, or nil if it does not start.
  ///
  /// - Parameters:
  ///   - arguments: the program's absolute path and its arguments.
  ///   - input: what it reads.
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
