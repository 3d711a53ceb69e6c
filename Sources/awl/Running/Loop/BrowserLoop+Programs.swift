import Browser
import CursesTerminal
import LinkOpening
import ListModel
import ListSearch
import UserFiles

extension BrowserLoop {
  /// Finds the openers that match all of some links.
  mutating func findOpeners(_ urls: [String]) {
    let state = state
    let choices = links.choices(for: urls) { state.linkedEntry($0) }
    handle(
      .openersFound(
        choices.map { OpenerChoice(number: $0.number, name: $0.name) }, urls: urls))
  }

  /// Runs a custom command.
  mutating func run(_ name: String, for entries: [EntrySubject]) {
    let mode = state.preferences.customCommands.first { $0.name == name }?.mode ?? .silent
    let attempt = commands.run(name, mode, for: entries)
    if mode == .silent, case .message = attempt { handle(.silentCommandEnded(name: name, nil)) }
    carryOut(attempt, of: name, isAwaited: mode == .output)
  }

  /// Pipes entries as JSON Lines into a command.
  mutating func pipe(
    _ entries: [EntryIndex], of kind: Place.Kind, into line: String, inTerminal: Bool
  ) {
    guard let catalog = state.places.last(where: { $0.kind == kind })?.catalog else { return }
    var lines = EntryLines(of: catalog, in: .json)
    lines.append(entries)
    carryOut(
      commands.run(line: line, inTerminal: inTerminal, input: lines.bytes), of: line,
      isAwaited: !inTerminal)
  }

  private mutating func carryOut(
    _ attempt: CommandRunner.Attempt, of name: String, isAwaited: Bool
  ) {
    switch attempt {
    case .running: break
    case .started(let message): handle(.message(message))
    case .message(let message):
      handle(
        isAwaited ? .commandEnded(name: name, output: "", message) : .message(message))
    case .foreground(let run): handle(.message(runInTerminal(run)))
    }
  }
}
