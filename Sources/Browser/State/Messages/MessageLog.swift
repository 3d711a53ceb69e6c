package import ListModel

/// The messages of a run, oldest first, each with the time of its event.
package struct MessageLog: Equatable, Sendable {
  package struct Entry: Equatable, Sendable {
    package let time: Timestamp
    package let message: Message
  }

  /// More than anybody reads back through.
  private static let limit = 500
  package private(set) var entries: [Entry] = []
  /// The messages of the current event, whose time is set at its end.
  private var untimed: [Message] = []

  mutating func append(_ message: Message) {
    if untimed.count < Self.limit { untimed.append(message) }
  }

  /// Sets the time of the messages since the last call.
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
