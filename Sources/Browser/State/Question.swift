/// What the reader is asked before something is done that is hard to take back.
package struct Question: Equatable, Sendable {
  /// What is done after `y`.
  enum Answer: Equatable, Sendable {
    /// A command is run again, with the count that was typed before it.
    case command(BoundCommand, count: Int?)
    case effects([BrowserEffect])
  }

  /// The question, without the answers there are, as in `open 12 links?`.
  package let text: String
  let answer: Answer
}
