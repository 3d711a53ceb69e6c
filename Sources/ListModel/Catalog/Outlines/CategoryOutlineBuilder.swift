/// Headings in the order in which they are found, one that is under another after it.
struct CategoryOutlineBuilder {
  private let catalog: Catalog
  /// For each heading a category whose path begins with it, and its depth.
  private var sources: [UInt32] = []
  private var depths: [UInt8] = []
  /// The parent of each heading; -1 for none.
  private var parents: [Int32] = []
  /// The heading of each category.
  private var headings: [Int32] = []
  private var numbers: [HeadingKey: Int32] = [:]

  /// Finds the headings of all categories.
  init(_ catalog: Catalog) {
    self.catalog = catalog
    headings.reserveCapacity(catalog.categories.count)
    for category in 0..<catalog.categories.count { headings.append(insert(category)) }
  }

  /// Inserts the headings of a category and returns the number of the last one.
  private mutating func insert(_ category: Int) -> Int32 {
    let text = catalog.categories.bytes(at: category)
    var parent: Int32 = -1
    var (start, depth) = (0, 0)
    while true {
      let end = text[start...].firstIndex(of: Separator.unit) ?? text.count
      let key = HeadingKey(
        parent: parent, name: UnsafeRawBufferPointer(rebasing: text[start..<end]))
      let new = Int32(sources.count)
      parent = numbers[key, default: new]
      if parent == new {
        numbers[key] = new
        sources.append(UInt32(category))
        depths.append(UInt8(depth))
        parents.append(key.parent)
      }
      depth += 1
      guard end < text.count, depth < Catalog.maxHeadings else { return parent }
      start = end + 1
    }
  }

  /// How many entries are in their lists under each heading and those below it.
  private var counts: [Int] {
    var counts = [Int](repeating: 0, count: sources.count)
    for entry in 0..<catalog.count where !catalog.isRemoved(EntryIndex(entry)) {
      let category = Int(catalog.entryCategories[entry] ?? .max)
      if category < headings.count { counts[Int(headings[category])] += 1 }
    }
    // Children follow their parents.
    for heading in counts.indices.reversed() where parents[heading] >= 0 {
      counts[Int(parents[heading])] += counts[heading]
    }
    return counts
  }

  /// The day, as a number, of the latest addition at or below each heading; the minimum if no entry
  /// has a day.
  private var latestDays: [Int] {
    var latest = [Int](repeating: .min, count: sources.count)
    for entry in 0..<catalog.count {
      let index = EntryIndex(entry)
      guard !catalog.isRemoved(index), let day = catalog.day(of: index) else { continue }
      let category = Int(catalog.entryCategories[entry] ?? .max)
      guard category < headings.count else { continue }
      let heading = Int(headings[category])
      latest[heading] = max(latest[heading], day.number)
    }
    for heading in latest.indices.reversed() where parents[heading] >= 0 {
      let parent = Int(parents[heading])
      latest[parent] = max(latest[parent], latest[heading])
    }
    return latest
  }

  /// Returns the headings as an outline.
  func outline(in order: CategoryOutline.Order) -> CategoryOutline {
    let shown = shown(in: order)
    var positions = [Int32](repeating: 0, count: sources.count)
    for (position, heading) in shown.enumerated() { positions[heading] = Int32(position) }
    let depths = shown.map { self.depths[$0] }
    var ends = [Int32](repeating: Int32(shown.count), count: shown.count)
    // The ancestors of the current heading, the outermost first.
    var open: [Int] = []
    for (number, depth) in depths.enumerated() {
      while open.count > depth, let last = open.popLast() { ends[last] = Int32(number) }
      open.append(number)
    }
    return CategoryOutline(
      order: order, sources: shown.map { sources[$0] }, depths: depths, ends: ends,
      places: headings.map { positions[Int($0)] })
  }

  /// Returns the headings in the order in which they are shown, each before those below it.
  private func shown(in order: CategoryOutline.Order) -> [Int] {
    // Children of one heading are adjacent; those without a parent come first.
    var starts = [Int](repeating: 0, count: sources.count + 2)
    for parent in parents { starts[Int(parent) + 2] += 1 }
    for place in starts.indices.dropFirst() { starts[place] += starts[place - 1] }
    var ends = starts
    var siblings = [Int](repeating: 0, count: sources.count)
    for (heading, parent) in parents.enumerated() {
      siblings[ends[Int(parent) + 1]] = heading
      ends[Int(parent) + 1] += 1
    }
    if order != .list {
      let keys = sources.indices.map {
        HeadingSortKey(catalog.categories.part(Int(depths[$0]), of: Int(sources[$0])))
      }
      let amounts: [Int]? =
        switch order {
        case .count: counts
        case .newest: latestDays
        case .list, .name: nil
        }
      for (start, end) in zip(starts, ends) where end > start + 1 {
        siblings[start..<end].sort { left, right in
          if let amounts, amounts[left] != amounts[right] { return amounts[left] > amounts[right] }
          return keys[left] < keys[right]
        }
      }
    }
    var shown: [Int] = []
    var waiting = Array(siblings[starts[0]..<ends[0]].reversed())
    while let heading = waiting.popLast() {
      shown.append(heading)
      waiting += siblings[starts[heading + 1]..<ends[heading + 1]].reversed()
    }
    return shown
  }
}

/// A heading with its parent; its bytes are those of the catalog.
private struct HeadingKey: Hashable {
  let parent: Int32
  let name: UnsafeRawBufferPointer

  static func == (left: HeadingKey, right: HeadingKey) -> Bool {
    left.parent == right.parent && left.name.elementsEqual(right.name)
  }

  func hash(into hasher: inout Hasher) {
    hasher.combine(parent)
    hasher.combine(bytes: name)
  }
}

/// A heading in lower-case ASCII letters, without the punctuation that it begins with, to sort by.
///
/// Its first eight bytes decide most comparisons.
private struct HeadingSortKey {
  private let start: UInt64
  private let bytes: [UInt8]

  init(_ heading: UnsafeRawBufferPointer) {
    let lowercased = heading.map(asciiLowercased)
    let name = lowercased.drop { !isLetterOrDigit($0) }
    bytes = name.isEmpty ? lowercased : Array(name)
    var start: UInt64 = 0
    for place in 0..<8 { start = start << 8 | (place < bytes.count ? UInt64(bytes[place]) : 0) }
    self.start = start
  }

  static func < (left: HeadingSortKey, right: HeadingSortKey) -> Bool {
    left.start != right.start
      ? left.start < right.start : left.bytes.lexicographicallyPrecedes(right.bytes)
  }
}

/// Returns whether a byte is of a letter or digit; all that is not ASCII counts as letters.
private func isLetterOrDigit(_ byte: UInt8) -> Bool {
  byte >= 0x80 || (byte | 0x20) &- UInt8(ascii: "a") < 26 || byte &- UInt8(ascii: "0") < 10
}
