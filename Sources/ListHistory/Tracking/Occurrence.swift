import ListModel

/// An occurrence of an entry in the list, now or before a commit.
struct Occurrence {
  /// The number of the entry's file; negative for an origin of a file of the list.
  var file: Int32
  /// The part of the file's text, by its number, and which of its entries it is.
  var part: Int
  var index: Int
  /// The entry at this place.
  var entry: Entry
  /// The number of the entry's record; -1 if it is not known yet.
  var record: Int32

  /// Returns whether two occurrences are the same entry in the same category.
  func isSame(as other: Occurrence) -> Bool {
    file == other.file && entry.hasSameText(as: other.entry)
      && entry.category == other.entry.category
  }

  /// Returns whether two occurrences are in one file, or in a file and its origin.
  func isInFile(of other: Occurrence) -> Bool {
    file == other.file || file < 0 || other.file < 0
  }
}

/// The entries that a commit removed and added, in the order of the files.
struct CommitDifference {
  var removed: [Occurrence] = []
  var added: [Occurrence] = []

  /// Adds the changes of one file.
  mutating func add(
    _ difference: ReadmeVersions.Difference, of version: ReadmeVersions, number: Int
  ) {
    let file = version.fileNumber(number)
    for part in difference.removed {
      for (index, entry) in part.entries.enumerated() {
        removed.append(
          Occurrence(file: file, part: -1, index: index, entry: entry, record: part.records[index]))
      }
    }
    for number in difference.added {
      for (index, entry) in version.parts[number].entries.enumerated() {
        added.append(
          Occurrence(file: file, part: number, index: index, entry: entry, record: -1))
      }
    }
  }
}

/// The commit that is being processed.
struct CurrentCommit {
  /// Its number among those that changed entries.
  var number: Int32
  /// Its day; nil until one had a plausible day.
  var day: Day?
}
