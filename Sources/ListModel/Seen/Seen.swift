/// The entries that the user has seen in all lists: the content of seen.jsonl.
public struct Seen: Equatable, Sendable {
  /// The lists with seen points or marks.
  public private(set) var lists: [ListID: SeenList] = [:]

  /// Creates an empty state unless lists are given; several lines of a list are merged.
  public init(_ lists: [SeenList] = []) {
    for list in lists { merge(list) }
  }

  /// When the last visit ended; nil before the first one has.
  public var lastVisit: Timestamp? { lists.values.compactMap(\.visited).max() }

  /// The seen state of a list; nil if there is none.
  public subscript(_ list: ListID) -> SeenList? { lists[list] }

  /// Merges the seen state of a list from elsewhere.
  mutating func merge(_ list: SeenList) {
    if lists[list.list] == nil {
      lists[list.list] = list
    } else {
      lists[list.list]?.merge(list)
    }
  }

  /// Applies a change, and returns the lists that it changed.
  @discardableResult
  public mutating func apply(_ change: SeenChange) -> Set<ListID> {
    let before = lists
    switch change {
    case .mark(let marks):
      for mark in marks {
        var list = lists[mark.list] ?? SeenList(list: mark.list)
        list.marks[mark.entry] = (list.marks[mark.entry] ?? SeenMark()).merged(with: mark.mark)
        lists[mark.list] = list
      }
    case .unmark(let marks):
      // Marks set by another window since then stay.
      for mark in marks where lists[mark.list]?.marks[mark.entry] == mark.mark {
        lists[mark.list]?.marks[mark.entry] = mark.before
      }
    case .endVisit(let visits, let time):
      for visit in visits { end(visit, at: time) }
    }
    return Set(lists.keys.filter { lists[$0] != before[$0] })
  }

  private mutating func end(_ visit: ListVisit, at time: Timestamp) {
    var list = lists[visit.list] ?? SeenList(list: visit.list)
    for origin in visit.outdated { list.points[origin] = nil }
    let point = SeenPoint(number: visit.number, visited: time)
    list.points[visit.origin] = list.points[visit.origin]?.merged(with: point) ?? point
    for (key, mark) in visit.settled where list.marks[key] == mark { list.marks[key] = nil }
    lists[visit.list] = list
  }
}

/// A change of the seen state, applied to the current content of the file.
public enum SeenChange: Equatable, Sendable {
  /// Marks entries as seen or unseen.
  case mark([EntryMark])
  /// Removes marks, unless they have changed.
  case unmark([EntryMark])
  /// Ends a visit: the content of these lists is seen.
  case endVisit([ListVisit], at: Timestamp)
}

/// A mark set on an entry of a list, and its previous mark.
public struct EntryMark: Equatable, Sendable {
  /// The list that the entry is in.
  public var list: ListID
  /// The entry, by its identity.
  public var entry: LinkKey
  /// The mark that it gets.
  public var mark: SeenMark
  /// The mark that it had; nil for none.
  public var before: SeenMark?

  /// Creates a mark of an entry.
  public init(list: ListID, entry: LinkKey, mark: SeenMark, before: SeenMark? = nil) {
    self.list = list
    self.entry = entry
    self.mark = mark
    self.before = before
  }
}

/// The part of a list that an ending visit has shown.
public struct ListVisit: Equatable, Sendable {
  /// Which list it is.
  public var list: ListID
  /// The origin of the numbers of its changes.
  public var origin: ChangeOrigin
  /// The number of the last change that it had.
  public var number: Int
  /// Points that say at most the new one, and those that no longer matter.
  public var outdated: [ChangeOrigin] = []
  /// Marks that say at most that the entry is seen, which all are now.
  public var settled: [LinkKey: SeenMark] = [:]

  /// Creates a visit of a list up to a change.
  public init(list: ListID, origin: ChangeOrigin, number: Int) {
    self.list = list
    self.origin = origin
    self.number = number
  }
}
