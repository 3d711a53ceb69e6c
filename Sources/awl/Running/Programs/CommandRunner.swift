import Browser
import Glibc
import LinkOpening
import ListModel
import UserFiles
import TerminalScreen

/// Runs custom commands and pipes; the screen never waits for one.
struct CommandRunner {
  /// The outcome of running a command.
  enum Attempt {
    /// It is running in the background, or was refused.
    case message(Message)
    /// It is running in the background, and its end will be reported.
    case started(Message)
    /// It is running, and its output will be reported.
    case running
    /// It needs the terminal; to be run while the screen is suspended.
    case foreground(() -> Message)
  }

  private let templates: [String: CommandTemplate]
  private let environment: [String: String]
  private let report: @Sendable (BrowserReport) -> Void
  private var run: CommandSequence?
  /// The commands running silently in the background.
  private var silent: [BackgroundRun] = []

  /// - Parameter report: called on another thread.
  init(
    _ templates: [String: CommandTemplate], environment: [String: String] = processEnvironment(),
    report: @escaping @Sendable (BrowserReport) -> Void
  ) {
    self.templates = templates
    self.environment = environment
    self.report = report
  }

  /// Returns the same runner with other commands, for a reloaded configuration.
  func replacing(_ templates: [String: CommandTemplate]) -> CommandRunner {
    var runner = CommandRunner(templates, environment: environment, report: report)
    runner.run = run
    runner.silent = silent
    return runner
  }

  /// Runs a custom command, for each of some entries, or once if there are none.
  mutating func run(
    _ name: String, _ mode: CustomCommand.Mode, for entries: [EntrySubject]
  ) -> Attempt {
    guard let template = templates[name] else {
      return .message(Message(.error, "there is no command \(name) any more"))
    }
    guard let program = program(template.words[0]) else {
      return .message(missing(template.words[0]))
    }
    var lines: [[String]] = []
    do throws(OptionInList) {
      for subject in entries.isEmpty ? [CommandSubject()] : entries.map(\.commandSubject) {
        lines.append([program] + (try template.arguments(for: subject)).dropFirst())
      }
    } catch {
      return .message(Message(.error, "\(name) was not run: \(error)"))
    }
    if let refusal = entries.lazy.compactMap({ $0.refusal(of: template) }).first {
      return .message(Message(.error, "\(name) was not run: \(refusal)"))
    }
    switch mode {
    case .silent: return startSilently(name, lines)
    case .terminal:
      return .foreground { [environment] in Self.runInTerminal(name, lines, environment) }
    case .output:
      start(name, lines, input: [])
      return .running
    }
  }

  /// Runs the command of a line with these bytes as its input.
  mutating func run(line: String, inTerminal: Bool, input: [UInt8]) -> Attempt {
    guard let words = CommandWords(line)?.words else {
      return .message(Message(.error, "the command has a quote that is not closed"))
    }
    let shellWords = ["|", "||", "&&", ";", ">", ">>", "<", "&"]
    if let word = words.first(where: shellWords.contains) {
      return .message(
        Message(.error, "no shell is involved, so \(word) has no meaning: use a script"))
    }
    guard let program = program(words[0]) else { return .message(missing(words[0])) }
    let arguments = [program] + words.dropFirst()
    guard inTerminal else {
      start(words[0], [arguments], input: input)
      return .running
    }
    return .foreground { [environment] in
      let outcome = LinkOpener(environment: environment).runInTerminal(arguments, input: input)
      return Self.message(words[0], outcome)
    }
  }

  /// Cancels the running command.
  func cancel() { run?.cancel() }

  /// Stops the commands running silently in the background.
  func stopSilentOnes() {
    for run in silent { run.stop() }
  }

  private func program(_ word: String) -> String? {
    CommandWords.program(word, in: environment)
  }

  private func missing(_ program: String) -> Message {
    Message(.error, "\(program) was not found: is it installed, and in $PATH?")
  }

  private mutating func startSilently(_ name: String, _ lines: [[String]]) -> Attempt {
    let run = BackgroundRun(
      lines, environment: environment,
      failure: { [report] outcome in report(.message(Self.message(name, outcome))) },
      ended: { [report] isStopped in
        report(
          .silentCommandEnded(
            name: name, isStopped ? Message(.information, "\(name) was stopped") : nil))
      })
    silent = silent.filter(\.isRunning) + [run]
    let times = lines.count == 1 ? "" : " for \(lines.count) entries"
    return .started(Message(.information, "\(name) started\(times)"))
  }

  private mutating func start(_ name: String, _ lines: [[String]], input: [UInt8]) {
    run = CommandSequence(lines, environment: environment, input: input) { [report] result in
      report(
        .commandEnded(
          name: name, output: String(decoding: result.output, as: UTF8.self),
          Self.message(name, result)))
    }
    run?.start()
  }

  private static func runInTerminal(
    _ name: String, _ lines: [[String]], _ environment: [String: String]
  ) -> Message {
    let opener = LinkOpener(environment: environment)
    for arguments in lines {
      let outcome = opener.runInTerminal(arguments)
      guard outcome == .opened else { return message(name, outcome) }
    }
    return Message(.information, "\(name) has ended")
  }

  private static func message(_ name: String, _ outcome: OpeningOutcome) -> Message {
    outcome == .opened
      ? Message(.information, "\(name) has ended") : Message(.error, "\(name): \(outcome)")
  }

  private static func message(_ name: String, _ result: CommandRun.Result) -> Message? {
    if result.isCancelled { return Message(.information, "\(name) was stopped") }
    if result.isCut {
      return Message(.error, "\(name) was stopped: it printed more than 1 MiB")
    }
    return result.outcome == .opened ? nil : message(name, result.outcome)
  }
}

extension EntrySubject {
  /// The values of placeholders.
  var commandSubject: CommandSubject {
    CommandSubject([
      .url: url.flatMap { try? SafeLink($0) }?.url ?? "", .title: SafeText.shownPiped(title),
      .list: list, .category: SafeText.shownPiped(category),
      .description: SafeText.shownPiped(description), .date: day?.description ?? "",
    ])
  }

  /// Returns why a command may not be given the entry's link; nil if it may.
  fileprivate func refusal(of template: CommandTemplate) -> String? {
    guard template.needsLink, let url else { return nil }
    do throws(LinkRefusal) {
      _ = try SafeLink(url)
      return nil
    } catch {
      return "\(error)"
    }
  }
}
