import ListModel

/// Returns the backups to retain: the last of 7 days, of 4 weeks and of 12 months with changes.
///
/// One backup may be all three. A day with several of them counts as that many days.
func retained(_ backups: [BackupName]) -> Set<BackupName> {
  let newestFirst = backups.sorted(by: >)
  func last<Period: Hashable>(_ count: Int, _ period: (BackupName) -> Period) -> [BackupName] {
    var seen: Set<Period> = []
    return newestFirst.filter { seen.count < count && seen.insert(period($0)).inserted }
  }
  let days = last(7) { $0 }
  let weeks = last(4) { ISOWeek(of: $0.day) }
  let months = last(12) { $0.day.date.year * 12 + $0.day.date.month }
  return Set(days + weeks + months)
}
