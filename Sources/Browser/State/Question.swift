/// What the reader is asked before a command is run that is hard to take back.
package struct Question: Equatable, Sendable {
  /// The question, without the answers there are, as in `open 12 links?`.
  package let text: String
  /// The command that is run after `y`.
  let command: Command
  /// The count that was typed before the command.
  let count: Int?
}
