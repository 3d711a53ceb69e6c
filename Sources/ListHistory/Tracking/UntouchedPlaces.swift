import ListModel

/// The places of some entries that a commit has not touched.
struct UntouchedPlaces {
  struct Place {
    let file: Int32
    /// Whether it stands above all that the commit changed in its file.
    let isAbove: Bool
    let entry: Entry
  }

  private var places: [Int32: [Place]] = [:]

  /// None.
  init() {}

  /// Looks for the places of entries, by the numbers of their records.
  ///
  /// `starts` tells where the change of each file begins, as an offset of its text. Takes a pass
  /// over all entries that stand in the list.
  init(of records: Set<Int32>, in versions: [ReadmeVersions], starts: [Int32: Int]) {
    for (file, version) in versions.enumerated() {
      let file = Int32(file)
      for part in version.parts {
        for (record, entry) in zip(part.records, part.entries) where records.contains(record) {
          add(
            Place(
              file: file, isAbove: part.edges.range.lowerBound < starts[file] ?? 0, entry: entry),
            of: record)
        }
      }
    }
  }

  /// Adds what was read again and found to be as it was.
  mutating func add(_ place: Place, of record: Int32) { places[record, default: []].append(place) }

  func of(_ record: Int32) -> [Place] { places[record] ?? [] }
}

extension RecordTable {
  /// The places that a commit left as they were, of entries that it took from others.
  func untouched(
    places fewer: Set<Int32>, _ step: MatchingStep, _ versions: [ReadmeVersions],
    starts: [Int32: Int]
  ) -> UntouchedPlaces {
    let dropped = fewer.filter { records[Int($0)].places > 0 }
    guard !dropped.isEmpty else { return UntouchedPlaces() }
    var untouched = UntouchedPlaces(of: dropped, in: versions, starts: starts)
    let open = Set(step.openCome)
    for (index, place) in step.come.enumerated()
    where dropped.contains(place.record) && !open.contains(index) {
      untouched.add(
        UntouchedPlaces.Place(
          file: place.file, isAbove: index < step.openGone[0], entry: place.entry),
        of: place.record)
    }
    return untouched
  }

  /// Whether an entry stands in fewer places, its first one is gone, and all others are under other
  /// headings.
  func hasLeftFirstPlace(
    _ before: [Occurrence], _ after: [Occurrence], besides untouched: [UntouchedPlaces.Place]
  ) -> Bool {
    guard let first = before.first, before.count > after.count,
      !untouched.contains(where: { $0.file < first.file || $0.file == first.file && $0.isAbove })
    else { return false }
    let rest = after.map { ($0.file, $0.entry) } + untouched.map { ($0.file, $0.entry) }
    return !rest.isEmpty
      && rest.allSatisfy { $0 != first.file || !$1.standsBeside(first.entry) }
  }
}
