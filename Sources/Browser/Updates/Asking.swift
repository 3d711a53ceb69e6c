import TerminalEvents

extension BrowserState {
  /// Asks before a command is carried out; after `y` it is run again with `isConfirmed`.
  mutating func ask(_ text: String, before command: Command, count: Int? = nil) {
    question = Question(text: text, command: command, count: count)
  }

  /// Takes the answer: `y` means yes, any other key no.
  mutating func answer(
    _ question: Question, _ key: KeyEvent, at moment: Moment
  ) -> [BrowserEffect] {
    self.question = nil
    guard key == KeyEvent("y") || key == KeyEvent("Y") else { return [] }
    isConfirmed = true
    defer { isConfirmed = false }
    count = question.count
    return run(question.command, at: moment)
  }
}
