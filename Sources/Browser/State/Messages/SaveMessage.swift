import ListModel

/// The description of a change, to be shown once it is saved.
package enum SaveMessage: Equatable, Sendable {
  /// A change: "note".
  case saved(String)
  /// An undone change.
  case undone(String)
  /// A redone change.
  case redone(String)

  /// Returns the message for the outcome of a change.
  func message(_ outcome: BookmarkOutcome) -> Message {
    switch self {
    case .saved(let words):
      let more = outcome.isBroughtBack ? ["had been removed elsewhere: bookmarked again"] : []
      return Message(.information, (["saved: \(words)"] + more).joined(separator: "; "))
    case .undone(let words): return message("undone", words, outcome)
    case .redone(let words): return message("redone", words, outcome)
    }
  }

  /// Returns the message for undo or redo, including values that it left alone.
  private func message(_ done: String, _ words: String, _ outcome: BookmarkOutcome) -> Message {
    var parts: [String] = []
    if outcome.isBroughtBack { parts.append("had been removed elsewhere: bookmarked again") }
    if outcome.staysKept { parts.append("changed elsewhere since, so it stays bookmarked") }
    if outcome.staysRemoved { parts.append("removed elsewhere since, so it stays removed") }
    for field in outcome.conflicts { parts.append("\(field.words) elsewhere, which was kept") }
    if !outcome.isDone, parts.isEmpty { parts = ["nothing was changed"] }
    let first = outcome.isDone ? "saved: \(done): \(words)" : "not \(done): \(words)"
    return Message(
      outcome.isDone ? .information : .error, ([first] + parts).joined(separator: "; "))
  }
}

extension BookmarkField {
  /// A value set elsewhere, in words.
  fileprivate var words: String {
    switch self {
    case .bookmarked(let value): value ? "bookmarked" : "removed from the bookmarks"
    case .later(let value):
      value ? "added to read later" : "removed from read later"
    case .read(let value): value == nil ? "marked unread" : "marked read"
    case .title(let text): "titled \(quoted(text))"
    case .tags(let tags):
      tags.isEmpty ? "left without tags" : "tagged \(quoted(tags.joined(separator: " ")))"
    case .note(let text): text.isEmpty ? "left without a note" : "noted \(quoted(text))"
    }
  }
}

/// Returns the beginning of a text in quotation marks.
private func quoted(_ text: String) -> String {
  let most = 40
  let line = LineEditor.oneLine(text).unicodeScalars
  guard line.count > most else { return "\"\(String(line))\"" }
  return "\"\(String(String.UnicodeScalarView(line.prefix(most))))…\""
}
