import Glibc
public import ListModel

extension Timestamp {
  /// Returns the current time.
  public static func now() -> Timestamp {
    var time = timespec()
    clock_gettime(CLOCK_REALTIME, &time)
    return Timestamp(milliseconds: time.tv_sec * 1_000 + time.tv_nsec / 1_000_000)
  }

  /// The time in the form used in file names: `20261123T184500Z`.
  var compact: String {
    let date = self.day ?? .earliest
    let (year, month, day) = date.date
    let second = milliseconds / 1_000 - date.number * 86_400
    return digits(year, 4) + digits(month, 2) + digits(day, 2) + "T" + digits(second / 3_600, 2)
      + digits(second / 60 % 60, 2) + digits(second % 60, 2) + "Z"
  }
}

extension Day {
  /// Returns the UTC day by the system's clock.
  public static func today() -> Day { Timestamp.now().day ?? .latest }
}

private func digits(_ number: Int, _ width: Int) -> String {
  let text = String(number)
  return String(repeating: "0", count: max(0, width - text.utf8.count)) + text
}
