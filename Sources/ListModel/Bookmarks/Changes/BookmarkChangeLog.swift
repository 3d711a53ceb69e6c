/// The actual effects of one window's changes on the bookmarks, so that they can be undone.
///
/// A window knows the bookmarks as of its last read; others may have changed them since. A change
/// is therefore recorded when it is applied, field by field, with the values before and after. Undo
/// restores a field only if it still has the value after, and redo only if it has the value before,
/// so changes by others in between stay. A field that was skipped once no longer belongs to the
/// change.
public struct BookmarkChangeLog: Equatable, Sendable {
  private var effects: [Int: [BookmarkEffect]] = [:]

  /// Creates the log of a window without changes.
  public init() {}

  /// A bookmark before and after a change; nil before if the change added it.
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

  /// Returns the records that still belong to a change.
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
  /// A request may be repeated if it is unknown whether it was saved; then it has no further
  /// effect.
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
        // It vanished from the file without a change, so undo does not remove it again.
        before = before ?? known
      }
      made.append(BookmarkEffect(before: before, after: after))
      outcome.isDone = true
    }
    bookmarks.restoreOrder()
    // A repetition changes nothing; only the first effect counts.
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
