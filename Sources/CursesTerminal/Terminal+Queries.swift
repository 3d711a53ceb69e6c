internal import Glibc
internal import TerminalEvents
package import TerminalScreen

extension Terminal {
  /// Asks the terminal for the colour after text that has none (OSC 11), and waits for the answer,
  /// for a tenth of a second at most: terminals that do not know the question mostly say so at once.
  ///
  /// What is typed meanwhile comes with the next `next`. An answer that comes too late is swallowed.
  ///
  /// - Returns: nil if it is not known in time, or the terminal may not be asked.
  package func backgroundColor() -> RGB? {
    guard mayAsk else { return nil }
    files.write(queries.queryBackground())
    receive(until: .now + .milliseconds(100)) { $0.awaitsBackground }
    return queries.takeBackground()
  }

  /// Asks for what is good to know and not needed yet; the answers come in with other input.
  func queryModes() {
    guard mayAsk else { return }
    files.write(queries.queryModes())
  }

  /// Reads answers that are on their way, before another program takes them for keys.
  func discardResponses() {
    guard let deadline = queries.deadline, deadline > .now else { return }
    receive(until: deadline) { $0.deadline != nil }
  }

  private var mayAsk: Bool { isUp && !isClosed && !isInBackground && queries.answersQueries }

  /// Reads input, and keeps the events in it for later, for as long as more is wanted.
  private func receive(
    until deadline: ContinuousClock.Instant, while isWanted: (TerminalQueries) -> Bool
  ) {
    while isWanted(queries), !isClosed {
      let left = (deadline - .now).milliseconds
      guard left > 0 else { return }
      var source = pollfd(fd: files.input, events: Int16(POLLIN), revents: 0)
      if poll(&source, 1, left) > 0 { takeInput(into: &earlyEvents) }
    }
  }
}
