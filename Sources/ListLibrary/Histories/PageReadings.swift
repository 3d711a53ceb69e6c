import LightweightMarkup
import ListHistory
import ListMarkdown
import ListModel

/// Dates the entries of a page that has neither days nor a history.
///
/// Each reading of the page is one version for a tracker. Entries of the first reading have no day;
/// later additions, edits, moves and removals have the day of their reading.
struct PageReadings: Sendable {
  /// When the page is read.
  let now: Timestamp
  /// The state of the tracker after the previous reading, and whether this parser version wrote it.
  let stored: @Sendable () throws(LibraryError) -> (state: [UInt8], isCurrent: Bool)?

  /// Returns the entries of the page with their days, and the state to keep for the next reading.
  ///
  /// Nil if the tracker cannot read the page; the page's own entries are then without days.
  func dated(
    _ page: PackedPage, _ bytes: [UInt8], path: String
  ) -> (entries: [Entry], state: [UInt8])? {
    let text: [UInt8]
    let known: (state: [UInt8], isCurrent: Bool)?
    do {
      text = try self.text(bytes, path: path)
      known = try stored()
    } catch {
      return nil
    }
    var tracker = tracker(after: known, of: page, path: path)
    // If the tracker starts over, entries keep the days of the previous one, and entries that it
    // did not have are new.
    let time = known == nil ? Self.before : Int(now.milliseconds / 1_000)
    tracker.add(
      Revision(
        commit: "\(now.milliseconds)", time: time, contents: [(file: 0, content: .bytes(text))]))
    let entries = tracker.entries.map { Self.entry($0) }
    return entries.isEmpty ? nil : (entries, tracker.state)
  }

  /// The time of everything before the first reading: no list is as old.
  private static let before = HistoryTracker.earliestDay.number * 86_400

  private var today: Day { now.day ?? .latest }

  private func text(_ bytes: [UInt8], path: String) throws(PageError) -> [UInt8] {
    guard MarkupLanguage(suffixOf: path) != .markdown else { return bytes }
    return try PageText(bytes, path: path).markdown
  }

  /// Returns the tracker of the previous reading, or a new one that keeps its days.
  private func tracker(
    after stored: (state: [UInt8], isCurrent: Bool)?, of page: PackedPage, path: String
  ) -> HistoryTracker {
    let forms = [page.form]
    guard let stored, let tracker = HistoryTracker(state: stored.state, today: today) else {
      return HistoryTracker(files: [path], today: today, forms: forms)
    }
    guard stored.isCurrent, tracker.forms == forms else {
      return tracker.restarted(files: [path], forms: forms)
    }
    return tracker
  }

  /// Returns an entry without changes before the first reading; a reading has no commit.
  private static func entry(_ tracked: TrackedEntry) -> Entry {
    var entry = tracked.entry
    var history = entry.history
    history?.changes = tracked.changes.filter { $0.day > HistoryTracker.earliestDay }.map {
      Change(kind: $0.kind, day: $0.day, commit: "", isBulk: $0.isBulk)
    }
    entry.history = history?.changes.isEmpty == true ? nil : history
    entry.added = entry.history?.addition?.day
    return entry
  }
}
