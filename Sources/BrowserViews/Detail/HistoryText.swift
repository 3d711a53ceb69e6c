import ListModel
import TerminalScreen

extension DetailText {
  /// What happened to an entry, the newest change first: day, event, author and subject.
  mutating func addHistory(_ history: EntryHistory?, isAiry: Bool) {
    guard let history else { return }
    gap(isAiry)
    for (number, change) in history.changes.reversed().enumerated() {
      add(number == 0 ? "History" : "", "\(change.day) \(change.summary)")
    }
  }
}
