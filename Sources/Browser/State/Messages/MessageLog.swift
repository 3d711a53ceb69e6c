package import ListModel

/// The messages of a run, oldest first, each with the time of the event that brought it.
package struct MessageLog: Equatable, Sendable {
  package struct Entry: Equatable, Sendable {
    package let time: Timestamp
    package let message: Message
  }

  /// More than anybody reads back through.
  private static let limit = 500
  package private(set) var entries: [Entry] = []
  /// Those of the event that is being handled, whose time is known at its end.
  private var untimed: [Message] = []

  mutating func append(_ message: Message) {
    if untimed.count < Self.limit { untimed.append(message) }
  }

  /// Gives the messages since the last call their time.
  mutating func stamp(_ time: Timestamp) {
    guard !untimed.isEmpty else { return }
    entries += untimed.map { Entry(time: time, message: $0) }
    untimed = []
    if entries.count > Self.limit { entries.removeFirst(entries.count - Self.limit) }
  }
}

/// The view of the messages.
package struct MessageMenu: Equatable, Sendable {
  package internal(set) var cursor: Int
}
