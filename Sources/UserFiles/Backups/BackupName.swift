public import ListModel

/// The name of a backup: `2026-11-27`, or `2026-11-27.2` if the first of that day is held.
public struct BackupName: Hashable, Comparable, Sendable {
  /// The day, in UTC, of the last save that it has.
  public let day: Day
  /// 1 for the first backup of a day.
  public let number: Int

  /// Creates the backup of a day.
  public init(day: Day, number: Int = 1) {
    self.day = day
    self.number = number
  }

  /// Reads a name; nil if it is not one.
  public init?(_ text: some StringProtocol) {
    let parts = text.utf8.split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
    guard let first = parts.first, parts.count <= 2,
      let day = Day(iso: String(decoding: first, as: UTF8.self))
    else { return nil }
    self.day = day
    guard parts.count == 2 else {
      number = 1
      return
    }
    let digits = parts[1]
    guard digits.count <= 6, let number = Int(String(decoding: digits, as: UTF8.self)), number > 1
    else { return nil }
    self.number = number
  }

  /// The one after it on the same day.
  var next: BackupName { BackupName(day: day, number: number + 1) }

  /// Returns whether one was made before another.
  public static func < (left: BackupName, right: BackupName) -> Bool {
    (left.day, left.number) < (right.day, right.number)
  }
}

extension BackupName: CustomStringConvertible {
  /// The name as the command line takes it.
  public var description: String {
    number == 1 ? day.description : "\(day.description).\(number)"
  }
}

extension Timestamp {
  /// The day for a backup made now; the clock may be set to an invalid day.
  var backupDay: Day { day ?? .latest }
}
