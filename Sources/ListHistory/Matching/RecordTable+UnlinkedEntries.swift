import ListModel

extension RecordTable {
  /// Matches entries without a link in the place of one that the commit removed.
  ///
  /// In place means after the same neighbour in the same category, at the same distance.
  mutating func matchInPlace(_ step: inout MatchingStep) {
    // Most commits have no such entry.
    guard
      step.openGone.contains(where: {
        step.gone[$0].entry.url == nil && records[Int(step.gone[$0].record)].places == 0
      }),
      step.openCome.contains(where: {
        step.come[$0].entry.url == nil && step.come[$0].record < 0
      })
    else { return }
    var vanished: [NeighbourPlace: Int32] = [:]
    var walk = NeighbourWalk()
    for gone in step.gone {
      let category = step.renames.name(of: gone) ?? gone.entry.category
      if records[Int(gone.record)].places > 0 {
        walk.pass(gone.record, in: category)
      } else if gone.entry.url == nil {
        vanished[walk.step(in: category)] = gone.record
      }
    }
    guard !vanished.isEmpty else { return }
    walk = NeighbourWalk()
    for (index, come) in step.come.enumerated() {
      if come.record >= 0 {
        walk.pass(come.record, in: come.entry.category)
      } else if come.entry.url == nil {
        guard let record = vanished.removeValue(forKey: walk.step(in: come.entry.category)),
          records[Int(record)].places == 0
        else { continue }
        attach(index, to: record, &step)
      }
    }
  }
}

/// Where an entry without a link is among those that a commit left.
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
