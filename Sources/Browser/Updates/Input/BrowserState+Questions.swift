import TerminalEvents

extension BrowserState {
  /// Asks before a command runs; after `y` it runs again with `isConfirmed`.
  mutating func ask(_ text: String, before command: Command, count: Int? = nil) {
    ask(text, before: .builtIn(command), count: count)
  }

  mutating func ask(_ text: String, before command: BoundCommand, count: Int? = nil) {
    question = Question(text: text, answer: .command(command, count: count))
  }

  /// Asks before opening links whose openers require it.
  mutating func ask(toOpen urls: [String], with names: [String]) {
    let links = urls.count == 1 ? urls[0] : "\(urls.count) links"
    question = Question(
      text: "open \(links) with \(names.joined(separator: ", "))?",
      answer: .effects([.openConfirmed(urls: urls)]))
  }

  /// Handles the answer: `y` means yes, any other key no.
  mutating func answer(
    _ question: Question, _ key: KeyEvent, at time: EventTime
  ) -> [BrowserEffect] {
    self.question = nil
    guard key == KeyEvent("y") || key == KeyEvent("Y") else { return [] }
    switch question.answer {
    case .effects(let effects): return effects
    case .command(let command, let count):
      isConfirmed = true
      defer { isConfirmed = false }
      self.count = count
      return run(command, at: time)
    }
  }
}
