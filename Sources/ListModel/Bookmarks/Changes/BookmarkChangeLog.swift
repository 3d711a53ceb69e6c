/// What the changes of one window really did to the bookmarks, so that they can be undone.
///
/// A window knows the bookmarks as they were when it last read them; others may have changed them
/// since. So a change is recorded where it is carried out, field by field, with the value before
/// and the value after. Undo gives a field its value before only where it still has the value
/// after, and redo the other way round: what others changed in between stays as they left it. A
/// field that was left alone once no longer belongs to the change.
public struct BookmarkChangeLog: Equatable, Sendable {
  private var effects: [Int: [BookmarkEffect]] = [:]

  /// Creates a window that has changed nothing yet.
  public init() {}

  /// A bookmark before and after a change; it had none before where the change made it.
  public struct Record: Sendable {
    public let before: Bookmark?
    public let after: Bookmark

    /// Creates a change of a bookmark.
    public init(before: Bookmark?, after: Bookmark) {
      self.before = before
      self.after = after
    }
  }

  /// Creates a log that knows one change of an earlier run, under a number.
  public init(_ records: [Record], number: Int) {
    effects[number] = records.map { BookmarkEffect(before: $0.before, after: $0.after) }
  }

  /// Returns the records of a change, as far as they still belong to it.
  public func records(of number: Int) -> [Record] {
    effects[number]?.filter { !$0.fields.isEmpty }.map {
      Record(before: $0.before, after: $0.after)
    }
      ?? []
  }

  /// Returns the links that a request is about.
  public func keys(of request: BookmarkRequest) -> [LinkKey] {
    switch request {
    case .make(let operations, number: _): operations.map(\.key)
    case .undo(let number, at: _), .redo(let number, at: _):
      effects[number]?.map(\.after.key) ?? []
    }
  }

  /// Carries out a request and returns its outcome.
  ///
  /// A request may be repeated when it is not known whether it reached the disk; then it has no
  /// further effect.
  public mutating func carryOut(
    _ request: BookmarkRequest, on bookmarks: inout Bookmarks
  ) -> BookmarkOutcome {
    switch request {
    case .make(let operations, let number): make(operations, number, &bookmarks)
    case .undo(let number, at: let time):
      putBack(number, isUndo: true, at: time, &bookmarks)
    case .redo(let number, at: let time):
      putBack(number, isUndo: false, at: time, &bookmarks)
    }
  }
}

extension BookmarkChangeLog {
  private mutating func make(
    _ operations: [BookmarkOperation], _ number: Int, _ bookmarks: inout Bookmarks
  ) -> BookmarkOutcome {
    var outcome = BookmarkOutcome()
    var made: [BookmarkEffect] = []
    for operation in operations {
      var before = bookmarks.record(of: operation.key)
      bookmarks.applyUnordered(operation)
      guard let after = bookmarks.record(of: operation.key) else { continue }
      if let known = operation.known, !known.isRemoved, before?.isRemoved ?? true {
        if !after.isRemoved { outcome.isBroughtBack = true }
        // Whatever took it out of the file was no one's change: undo does not take it out again.
        before = before ?? known
      }
      made.append(BookmarkEffect(before: before, after: after))
      outcome.isDone = true
    }
    bookmarks.restoreOrder()
    // Repeated, it changes nothing; what it changed the first time is what counts.
    if effects[number] == nil || made.contains(where: { !$0.fields.isEmpty }) {
      effects[number] = made
    }
    return outcome
  }

  private mutating func putBack(
    _ number: Int, isUndo: Bool, at time: Timestamp, _ bookmarks: inout Bookmarks
  ) -> BookmarkOutcome {
    var outcome = BookmarkOutcome()
    guard var changed = effects[number] else { return outcome }
    for index in isUndo ? changed.indices.reversed() : Array(changed.indices) {
      outcome.add(changed[index].putBack(isUndo: isUndo, at: time, &bookmarks))
    }
    effects[number] = changed
    return outcome
  }
}

extension BookmarkOperation {
  /// The bookmark as the one who edits it knows it.
  fileprivate var known: Bookmark? {
    switch self {
    case .edit(let bookmark, _, at: _), .mergeNote(let bookmark, into: _, at: _): bookmark
    case .add, .remove, .set: nil
    }
  }
}
