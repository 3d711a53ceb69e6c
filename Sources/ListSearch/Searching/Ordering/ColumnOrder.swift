/// Collects the matches from a column that has all entries in an order.
///
/// Each thread does a part of the column. With scores a counting sort follows, which is stable.
struct ColumnOrder {
  let entries: UnsafeMutableBufferPointer<UInt64>
  let work: BlockWork
  let memory: SearchMemory

  /// A part of the column: its rows, and how many points each lacks of the most.
  private struct Part {
    var rows: UnsafeMutableBufferPointer<UInt32>
    var missing: UnsafeMutableBufferPointer<UInt16>
  }

  /// Returns the matches as the column has them.
  func rows(_ column: NumberView<UInt32>) -> [UInt32] {
    let all = memory.unset(UInt32.self, count: column.count)
    let ends = memory.zeros(Int.self, count: work.partCount)
    let starts = work.inParts(of: column.count) { part, range in
      var filled = range.lowerBound
      for place in range {
        let row = column.number(at: place, or: .max)
        let entry = Int(row)
        guard entry >> 6 < entries.count else { continue }
        // Written unconditionally and kept if it matches, to avoid a branch that would be
        // mispredicted.
        all[filled] = row
        filled &+= Int(entries[entry >> 6] >> UInt64(entry & 63) & 1)
      }
      ends[part] = filled
    }
    var rows: [UInt32] = []
    rows.reserveCapacity(starts.indices.reduce(0) { $0 + ends[$1] - starts[$1] })
    for (part, start) in starts.enumerated() { rows += all[start..<ends[part]] }
    return rows
  }

  /// Returns the matches with the highest scores first; no score exceeds `most`.
  func rows(
    _ column: NumberView<UInt32>, points: UnsafeMutableBufferPointer<UInt16>, most: Int
  ) -> [UInt32] {
    let height = most + 1
    // For each part the number of rows with each score, and then their positions.
    let places = memory.zeros(Int.self, count: work.partCount * height)
    let parts = parts(column, points, most: most, places)
    var count = 0
    for missing in 0..<height {
      for part in parts.indices {
        let place = part * height + missing
        (places[place], count) = (count, count + places[place])
      }
    }
    return [UInt32](unsafeUninitializedCapacity: count) { rows, filled in
      let rows = rows
      work.forEachPart(parts.count) { number in
        let part = parts[number]
        for index in part.rows.indices {
          let place = number * height + Int(part.missing[index])
          rows[places[place]] = part.rows[index]
          places[place] &+= 1
        }
      }
      filled = count
    }
  }

  private func parts(
    _ column: NumberView<UInt32>, _ points: UnsafeMutableBufferPointer<UInt16>, most: Int,
    _ counts: UnsafeMutableBufferPointer<Int>
  ) -> [Part] {
    let rows = memory.unset(UInt32.self, count: column.count)
    let missing = memory.unset(UInt16.self, count: column.count)
    let ends = memory.zeros(Int.self, count: work.partCount)
    let starts = work.inParts(of: column.count) { part, range in
      let counts = UnsafeMutableBufferPointer(rebasing: counts[(part * (most + 1))...])
      var filled = range.lowerBound
      for place in range {
        let row = column.number(at: place, or: .max)
        let entry = Int(row)
        guard entry < points.count else { continue }
        let less = most &- min(most, Int(points[entry]))
        rows[filled] = row
        missing[filled] = UInt16(truncatingIfNeeded: less)
        let bit = Int(entries[entry >> 6] >> UInt64(entry & 63) & 1)
        filled &+= bit
        counts[less] &+= bit
      }
      ends[part] = filled
    }
    return starts.enumerated().map { part, start in
      Part(
        rows: UnsafeMutableBufferPointer(rebasing: rows[start..<ends[part]]),
        missing: UnsafeMutableBufferPointer(rebasing: missing[start..<ends[part]]))
    }
  }
}
