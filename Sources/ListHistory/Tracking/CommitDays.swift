import ListModel

/// Assigns each commit its day; implausible ones get that of the previous commit.
///
/// A wrong clock gives days before 2000 or in the future. All other days are used as they are, in
/// the order of the chain, even if they go back.
struct CommitDays {
  /// The day on which the history is read.
  var today: Day
  /// The day of the commit before; nil until one had a plausible day.
  var last: Day?

  /// Returns the day of a commit, and whether it is its own; nil if no commit had a plausible day
  /// yet.
  mutating func day(at time: Int) -> (day: Day?, isOwn: Bool) {
    guard let day = Day(unixSeconds: time), day >= HistoryTracker.earliestDay, day <= today else {
      return (last, false)
    }
    last = day
    return (day, true)
  }
}
