/// A time in UTC, in milliseconds since 1970-01-01.
public struct Timestamp: Hashable, Comparable, Sendable {
  /// Milliseconds since 1970-01-01 00:00 UTC.
  public let milliseconds: Int

  /// Creates the time this many milliseconds after 1970-01-01 00:00 UTC.
  public init(milliseconds: Int) {
    self.milliseconds = milliseconds
  }

  /// The UTC day of the time; nil outside the years 1 to 9999.
  public var day: Day? {
    let seconds = milliseconds >= 0 ? milliseconds / 1_000 : (milliseconds + 1) / 1_000 - 1
    return Day(unixSeconds: seconds)
  }

  /// Returns whether one time is before another.
  public static func < (left: Timestamp, right: Timestamp) -> Bool {
    left.milliseconds < right.milliseconds
  }
}
