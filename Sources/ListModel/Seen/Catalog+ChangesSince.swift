extension Catalog {
  /// Returns the changes since the last visit, list by list and in the order of the entries.
  ///
  /// Marks of single entries are ignored. A list from a page has only additions, unless its
  /// readings were compared: its other changes have no numbers, so those on the day of the visit
  /// are included. Costs a pass over all changes.
  public func changes(
    since seen: Seen, today: Day, firstDays: Int = NewEntries.firstDays
  ) -> [News] {
    var changes: [News] = []
    for list in listIndices {
      let known = seen[ListID(listPaths[list.number])]
      let limits = SeenLimits(known, of: list, in: self, today: today, firstDays: firstDays)
      for number in entries(of: list) {
        let entry = EntryIndex(number)
        let range = changeRange(of: number)
        for change in range
        where limits.isNew(change: change, in: self, visited: known?.visited?.day) {
          guard let day = changeDays[change].flatMap({ Day(number: Int($0)) }) else { continue }
          let code = changeKinds[change] ?? 0
          changes.append(
            News(
              entry: entry, kind: ChangeKind(code: code & ~HistoryColumns.bulkBit), day: day,
              isBulk: code & HistoryColumns.bulkBit != 0))
        }
        guard range.isEmpty, limits.isNew(number, in: self) else { continue }
        changes.append(News(entry: entry, kind: .added, day: day(of: entry) ?? today))
      }
    }
    return changes
  }
}

extension SeenLimits {
  /// Returns whether a change is later than the seen point.
  fileprivate func isNew(change: Int, in catalog: Catalog, visited: Day?) -> Bool {
    let number = catalog.changeNumbers[change] ?? 0
    let day = catalog.changeDays[change] ?? .min
    if number == 0, let visited { return day >= Int32(clamping: visited.number) }
    return isNew(number: number, day: day)
  }
}
