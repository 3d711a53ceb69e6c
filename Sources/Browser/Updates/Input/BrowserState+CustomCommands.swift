import ListModel
import Settings
import TerminalEvents

extension BrowserState {
  /// Runs a built-in or custom command.
  mutating func run(_ command: BoundCommand, at time: EventTime) -> [BrowserEffect] {
    switch command {
    case .builtIn(let command): return run(command, at: time)
    case .custom(let name):
      count = nil
      guard let own = preferences.customCommands.first(where: { $0.name == name }) else {
        return []
      }
      return run(own)
    }
  }

  /// Runs a custom command for the marked entries, or else for the selected one.
  private mutating func run(_ own: CustomCommand) -> [BrowserEffect] {
    if own.mode == .output, isCommandRunning { return [] }
    guard own.isForEachEntry else { return begin(own, for: []) }
    let entries = entriesToActOn()
    let subjects = entries.map { subject(of: $0) }.filter { !own.needsLink || $0.url != nil }
    guard !subjects.isEmpty else {
      message = Message(
        .error,
        entries.isEmpty ? "there is no entry to run \(own.name) for" : "no link to run it for")
      return []
    }
    guard subjects.count <= preferences.settings.number(.askOpen) || isConfirmed else {
      ask("run \(own.name) for \(subjects.count) entries?", before: .custom(own.name))
      return []
    }
    return begin(own, for: subjects)
  }

  private mutating func begin(_ own: CustomCommand, for subjects: [EntrySubject]) -> [BrowserEffect]
  {
    switch own.mode {
    case .output: runningCommand = own.name
    case .silent: silentCommands.append(own.name)
    case .terminal: break
    }
    return [.runCustom(name: own.name, entries: subjects)]
  }

  /// Whether a command is running whose output is awaited; shows a message if so.
  private var isCommandRunning: Bool {
    mutating get {
      guard let runningCommand else { return false }
      message = Message(.information, "\(runningCommand) is running: C-c stops it")
      return true
    }
  }

  /// Opens the prompt for the command to which entries are piped.
  mutating func startPipe() {
    guard !entriesToActOn().isEmpty else {
      message = Message(.error, "there is no entry to send to a command")
      return
    }
    prompt = Prompt(.pipe)
  }

  /// Pipes the marked entries, or else the selected one, into a command line.
  mutating func pipe(into line: String) -> [BrowserEffect] {
    let isInTerminal = line.utf8.first == UInt8(ascii: "!")
    let words = isInTerminal ? String(line.dropFirst()) : line
    let entries = entriesToActOn()
    guard !entries.isEmpty, words.utf8.contains(where: { $0 != 0x20 }) else { return [] }
    if !isInTerminal {
      if isCommandRunning { return [] }
      runningCommand = words.split(separator: " ").first.map(String.init) ?? words
    }
    return [
      .pipe(
        line: words, inTerminal: isInTerminal, entries: entries,
        place: page == nil ? place.kind : .library)
    ]
  }

  /// Shows the output of a command, and how it ended.
  mutating func show(outputOf name: String, _ output: String, _ message: Message?) {
    runningCommand = nil
    if let message { self.message = message }
    guard !output.isEmpty else {
      if message == nil { self.message = Message(.information, "\(name) printed nothing") }
      return
    }
    // A prompt is not interrupted.
    guard prompt == nil, question == nil else {
      self.message = Message(.information, "\(name) has exited: run it again to see its output")
      return
    }
    overlay = .output(OutputText(title: name, text: output))
  }

  /// Takes a key while a command's output is shown.
  mutating func press(_ key: KeyEvent, in text: OutputText) -> [BrowserEffect] {
    var text = text
    let keys = pendingKeys + [key]
    pendingKeys = []
    switch keymap.match(keys) {
    case .prefix: pendingKeys = keys
    case .command(.moveDown): text.top += 1
    case .command(.moveUp): text.top -= 1
    case .command(.halfPageDown): text.top += max(1, overlayRows / 2)
    case .command(.halfPageUp): text.top -= max(1, overlayRows / 2)
    case .command(.pageDown), .command(.mark): text.top += max(1, overlayRows - 1)
    case .command(.pageUp): text.top -= max(1, overlayRows - 1)
    case .command(.goTop): text.top = 0
    case .command(.goBottom): text.top = text.lines.count
    case .command(.into): text.column = min(text.column + 8, 9_000)
    case .command(.out): text.column = max(0, text.column - 8)
    case .command(.redraw): return [.redraw]
    case .command(.close), .command(.clear), .command(.interrupt):
      overlay = nil
      return []
    default: break
    }
    overlay = .output(text)
    return []
  }
}
