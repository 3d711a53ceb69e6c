/// Turns the bytes that a terminal sends into events.
package struct InputDecoder: Sendable {
  /// How long the caller should wait for more bytes before it calls `flush()`.
  package enum Wait: Hashable, Sendable {
    /// What there is may be whole (Escape alone, the end of a paste): 25 ms or ESCDELAY.
    case short
    /// A sequence has begun and its end is missing: up to 400 ms.
    case long
  }

  /// Starts with nothing pending.
  package init() {}

  /// What is pending; nil when all bytes so far have been turned into events.
  package var pending: Wait? { nil }

  /// Reads the next bytes and appends what they say to `events`.
  package mutating func feed(_ bytes: [UInt8], into events: inout [TerminalEvent]) {}

  /// Ends what is pending, because no more bytes came in time.
  package mutating func flush(into events: inout [TerminalEvent]) {}
}
