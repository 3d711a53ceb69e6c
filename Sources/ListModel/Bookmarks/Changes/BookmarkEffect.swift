/// The effect of an operation on a bookmark.
struct BookmarkEffect: Equatable, Sendable {
  /// The bookmark before; nil if the operation created it.
  let before: Bookmark?
  let after: Bookmark
  /// The fields that the operation changed and that still belong to it.
  var fields: [BookmarkField.Kind]

  /// Creates the effect of changing a bookmark into another one, or of adding one.
  init(before: Bookmark?, after: Bookmark) {
    self.before = before
    self.after = after
    var absent = after
    (absent.isBookmarked, absent.later) = (false, false)
    fields = after.fields(otherThanIn: before ?? absent)
  }

  /// Restores the values before, or after, of all fields that have not been changed otherwise.
  mutating func putBack(
    isUndo: Bool, at time: Timestamp, _ bookmarks: inout Bookmarks
  ) -> BookmarkOutcome {
    var outcome = BookmarkOutcome()
    guard !fields.isEmpty else { return outcome }
    guard let record = bookmarks.record(of: after.key) else {
      return putBackWhole(isUndo: isUndo, at: time, &bookmarks)
    }
    var values: [BookmarkField] = []
    for kind in fields {
      let value = record.field(kind)
      if value == field(kind, isUndo: !isUndo) || value == field(kind, isUndo: isUndo) {
        values.append(field(kind, isUndo: isUndo))
      } else {
        outcome.conflicts.append(value)
      }
    }
    if isUndo, wouldRemove(values, of: record) {
      values.removeAll(where: \.isMarkTakenOff)
      outcome.staysKept = true
    }
    fields = values.map(\.kind)
    outcome.isDone = !values.isEmpty
    outcome.staysRemoved =
      record.isRemoved && outcome.isDone
      && !values.contains { [.bookmarked, .later].contains($0.kind) }
    bookmarks.apply(.set(after.key, values, at: time))
    return outcome
  }
}

extension BookmarkEffect {
  private var wasLive: Bool { before.map { !$0.isRemoved } ?? false }

  /// Returns a field with the value that undo or redo sets.
  private func field(_ kind: BookmarkField.Kind, isUndo: Bool) -> BookmarkField {
    guard isUndo else { return after.field(kind) }
    if let before { return before.field(kind) }
    return kind == .bookmarked ? .bookmarked(false) : .later(false)
  }

  /// Returns whether undo would remove a bookmark that others have changed since it was added.
  private func wouldRemove(_ values: [BookmarkField], of record: Bookmark) -> Bool {
    guard !wasLive, !record.isRemoved else { return false }
    var result = record
    for value in values { result.set(value) }
    let others = record.fields(otherThanIn: after).filter { !fields.contains($0) }
    return result.isRemoved && !others.isEmpty
  }

  /// Restores a bookmark that is no longer in the file, with the values before or after.
  private func putBackWhole(
    isUndo: Bool, at time: Timestamp, _ bookmarks: inout Bookmarks
  ) -> BookmarkOutcome {
    var outcome = BookmarkOutcome()
    outcome.isDone = true
    var bookmark = after
    for kind in fields { bookmark.set(field(kind, isUndo: isUndo)) }
    guard !bookmark.isRemoved else { return outcome }
    outcome.isBroughtBack = isUndo ? !after.isRemoved : wasLive
    bookmark.changed = max(bookmark.changed, time)
    bookmarks.apply(.add(bookmark))
    return outcome
  }
}
