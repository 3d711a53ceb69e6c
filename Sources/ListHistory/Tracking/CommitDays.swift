import ListModel

/// Gives each commit its day, and odd ones that of the commit before.
///
/// A clock that was wrong gives days before 2000, or in the future. All other days are told as
/// they are, in the order of the chain, though they may go back.
struct CommitDays {
  /// The day on which the history is read.
  var today: Day
  /// The day of the commit before; nil as long as there was none with a likely day.
  var last: Day?

  /// The day of a commit, and whether it is its own; nil where no commit had a likely day yet.
  mutating func day(at time: Int) -> (day: Day?, isOwn: Bool) {
    guard let day = Day(unixSeconds: time), day >= HistoryTracker.earliestDay, day <= today else {
      return (last, false)
    }
    last = day
    return (day, true)
  }
}
