import ListModel

/// Compares the places of an entry before and after a commit.
///
/// Takes a step for each place, however often a link is in a list.
struct PlaceComparison {
  let before: [Occurrence]
  let after: [Occurrence]

  /// The changes that map the places before to the places after.
  ///
  /// Places are paired by their categories first: two sections that swap places move nothing.
  var pairwise: [ChangeKind] {
    // Nearly all entries are in one place.
    if before.count == 1, after.count == 1 {
      return differences([(before[0], after[0])])
    }
    var pairing = Pairing(before: before, after: after)
    pairing.pair { PlacedWords(place: EntryPlace($0), words: Words($0.entry)) }
    pairing.pair { EntryPlace($0) }
    return differences(pairing.pairs + zip(pairing.before, pairing.after))
  }

  /// The changes if no place is like any before.
  var unlikeAll: [ChangeKind] {
    var kinds: [ChangeKind] = []
    let words = Set(before.map { Words($0.entry) })
    if !after.contains(where: { words.contains(Words($0.entry)) }) { kinds.append(.edited) }
    let places = Set(before.map { EntryPlace($0) })
    let categories = Set(before.map(\.entry.category))
    let isOrigin = before.contains { $0.file < 0 }
    let stays = after.contains {
      places.contains(EntryPlace($0)) || isOrigin && categories.contains($0.entry.category)
    }
    if !stays { kinds.append(.moved) }
    return kinds
  }

  private func differences(_ pairs: [(old: Occurrence, new: Occurrence)]) -> [ChangeKind] {
    var kinds: [ChangeKind] = []
    if pairs.contains(where: { !$0.old.entry.hasSameText(as: $0.new.entry) }) {
      kinds.append(.edited)
    }
    if pairs.contains(where: {
      $0.old.entry.category != $0.new.entry.category || !$0.old.isInFile(of: $0.new)
    }) {
      kinds.append(.moved)
    }
    return kinds
  }

  /// Places before and after that are paired step by step.
  private struct Pairing {
    var before: [Occurrence]
    var after: [Occurrence]
    var pairs: [(old: Occurrence, new: Occurrence)] = []

    /// Pairs places with the same key in their order.
    mutating func pair<Key: Hashable>(by key: (Occurrence) -> Key) {
      var open = Dictionary(grouping: before.indices.reversed()) { key(before[$0]) }
      var paired: Set<Int> = []
      var rest: [Occurrence] = []
      for occurrence in after {
        if let index = open[key(occurrence)]?.popLast() {
          paired.insert(index)
          pairs.append((before[index], occurrence))
        } else {
          rest.append(occurrence)
        }
      }
      after = rest
      before = before.indices.filter { !paired.contains($0) }.map { before[$0] }
    }
  }

  private struct PlacedWords: Hashable {
    let place: EntryPlace
    let words: Words
  }

  /// The visible text of an entry, as a key.
  private struct Words: Hashable {
    let entry: Entry

    init(_ entry: Entry) { self.entry = entry }

    static func == (left: Words, right: Words) -> Bool {
      left.entry.hasSameText(as: right.entry)
    }

    func hash(into hasher: inout Hasher) {
      for text in [entry.title, entry.url ?? "", entry.description] {
        var text = text
        text.withUTF8 { hasher.combine(bytes: UnsafeRawBufferPointer($0)) }
      }
    }
  }
}
