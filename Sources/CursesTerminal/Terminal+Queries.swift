internal import Glibc
internal import TerminalEvents
package import TerminalScreen

extension Terminal {
  /// Queries the terminal's background colour (OSC 11), and waits for the response, for
  /// `responseDelay` at most: terminals without this query mostly say so at once.
  ///
  /// Keys typed meanwhile are returned by the next `next`. A late response is swallowed.
  ///
  /// - Returns: nil if there was no response in time, or the terminal may not be queried.
  package func backgroundColor() -> RGB? {
    guard mayAsk else { return nil }
    files.write(queries.queryBackground())
    receive(until: .now + responseDelay) { $0.awaitsBackground }
    return queries.takeBackground()
  }

  /// Sends the queries whose responses are useful but not needed yet; they arrive with other input.
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

  /// Reads input while `isWanted` holds, and stores the events in it for later.
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
