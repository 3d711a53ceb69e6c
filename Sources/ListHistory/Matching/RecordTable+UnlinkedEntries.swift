import ListModel

extension RecordTable {
  /// Matches entries without a link in the place of one that the commit removed.
  ///
  /// In place means after the same neighbour in the same category, at the same distance.
  mutating func matchInPlace(_ step: inout MatchingStep) {
    // Most commits have no such entry.
    guard
      step.openRemoved.contains(where: {
        step.removed[$0].entry.url == nil && records[Int(step.removed[$0].record)].places == 0
      }),
      step.openAdded.contains(where: {
        step.added[$0].entry.url == nil && step.added[$0].record < 0
      })
    else { return }
    var vanished: [NeighbourPlace: Int32] = [:]
    var walk = NeighbourWalk()
    for removed in step.removed {
      let category = step.renames.name(of: removed) ?? removed.entry.category
      if records[Int(removed.record)].places > 0 {
        walk.pass(removed.record, in: category)
      } else if removed.entry.url == nil {
        vanished[walk.step(in: category)] = removed.record
      }
    }
    guard !vanished.isEmpty else { return }
    walk = NeighbourWalk()
    for (index, added) in step.added.enumerated() {
      if added.record >= 0 {
        walk.pass(added.record, in: added.entry.category)
      } else if added.entry.url == nil {
        guard let record = vanished.removeValue(forKey: walk.step(in: added.entry.category)),
          records[Int(record)].places == 0
        else { continue }
        attach(index, to: record, &step)
      }
    }
  }
}

/// The position of an entry without a link among those that a commit did not touch.
private struct NeighbourPlace: Hashable {
  let category: CategoryPath
  /// The entry before it; -1 at the beginning of its category.
  let neighbour: Int32
  /// How many unsettled ones are in between.
  let distance: Int
}

/// A walk over the entries of a version in their order.
private struct NeighbourWalk {
  private var last: [CategoryPath: (neighbour: Int32, distance: Int)] = [:]

  /// Advances over an entry that exists before and after the commit.
  mutating func pass(_ record: Int32, in category: CategoryPath) { last[category] = (record, 0) }

  /// Advances over an unsettled occurrence.
  mutating func step(in category: CategoryPath) -> NeighbourPlace {
    let (neighbour, distance) = last[category] ?? (-1, 0)
    last[category] = (neighbour, distance + 1)
    return NeighbourPlace(category: category, neighbour: neighbour, distance: distance)
  }
}
