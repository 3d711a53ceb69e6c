import ListMarkdown
import ListModel

/// Files outside the list from which one of its files came.
extension HistoryTracker {
  /// More files than any list has come from.
  private static let originLimit = 64

  /// Creates the versions of an origin.
  mutating func makeRoom(forOrigin file: Int) {
    guard file >= files.count, file < files.count + HistoryTracker.originLimit else { return }
    let form = versions.first?.form ?? .links
    while versions.count <= file {
      versions.append(ReadmeVersions(form: form, page: address, isOrigin: true))
    }
  }

  /// Counts entries removed from an origin as removed from the list, if most of the origin became
  /// the list.
  ///
  /// Otherwise the list came from a part of it, and entries removed from the rest were never in the
  /// list.
  mutating func adoptRemoved(of origin: Int, _ difference: CommitDifference) {
    guard versions.indices.contains(origin), versions[origin].isOrigin else { return }
    let number = versions[origin].fileNumber(origin)
    let removed = difference.removed.filter { $0.file == number }
    let stay = removed.filter { table.records[Int($0.record)].places > 0 }
    guard let heir = difference.added.first(where: { $0.file >= 0 })?.file,
      2 * stay.count > removed.count
    else { return }
    table.adoptRemoved(from: number, heir: heir)
  }
}

extension RecordTable {
  /// Assigns the removed entries of an origin to the file that came from it.
  mutating func adoptRemoved(from origin: Int32, heir: Int32) {
    for number in records.indices
    where records[number].last != nil && records[number].lastFile == origin {
      records[number].lastFile = heir
      records[number].isListed = true
    }
  }
}
