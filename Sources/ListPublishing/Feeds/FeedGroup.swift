import ListModel

/// The events of one item: one event, a commit's bulk change, or all of some days.
struct FeedGroup {
  enum Unit: Equatable {
    case entry
    case bulk
    case dates(ClosedRange<Day>)
  }

  var unit: Unit
  /// In the order in which the item names them; at least one.
  var events: [FeedEvent]

  /// Returns one item per event, except that the bulk events of a commit, or of a day of a page,
  /// become one item.
  ///
  /// `events` are sorted, newest first; the order of the groups is that of their first events.
  static func byEntry(_ events: [FeedEvent]) -> [FeedGroup] {
    struct Key: Hashable {
      let list: Int
      let kind: ChangeKind
      let commit: String
      let day: Day
    }
    var groups: [FeedGroup] = []
    var places: [Key: Int] = [:]
    for event in events {
      guard event.isBulk else {
        groups.append(FeedGroup(unit: .entry, events: [event]))
        continue
      }
      let key = Key(
        list: event.list.number, kind: event.kind, commit: event.commit, day: event.time.day)
      if let place = places[key] {
        groups[place].events.append(event)
      } else {
        places[key] = groups.count
        groups.append(FeedGroup(unit: .bulk, events: [event]))
      }
    }
    return groups
  }

  /// Returns an item for each range of days that has events and is over before a day.
  ///
  /// `events` are sorted, newest first; within a range the lists are in their order.
  static func byDate(
    _ events: [FeedEvent], before today: Day, _ range: (Day) -> ClosedRange<Day>
  ) -> [FeedGroup] {
    var groups: [FeedGroup] = []
    for event in events {
      let days = range(event.time.day)
      guard days.upperBound < today else { continue }
      if let last = groups.last, last.unit == .dates(days) {
        groups[groups.count - 1].events.append(event)
      } else {
        groups.append(FeedGroup(unit: .dates(days), events: [event]))
      }
    }
    for index in groups.indices { groups[index].events.sort { $0.entry.number < $1.entry.number } }
    return groups
  }
}
