import ListModel
import TerminalScreen

extension DetailText {
  /// What happened to an entry, the newest change first: day, event, author and subject.
  mutating func addHistory(_ history: EntryHistory?, isAiry: Bool) {
    guard let history else { return }
    gap(isAiry)
    for (number, change) in history.changes.reversed().enumerated() {
      add(number == 0 ? "History" : "", line(of: change))
    }
  }

  private func line(of change: Change) -> String {
    var line = "\(change.day) \(change.kind.rawValue)"
    if change.isBulk { line += " in bulk" }
    if !change.author.isEmpty { line += " by \(change.author)" }
    if !change.subject.isEmpty { line += ": \(change.subject)" }
    return line
  }
}
