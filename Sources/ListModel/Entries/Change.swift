/// A kind of change of an entry.
public enum ChangeKind: String, Sendable, CaseIterable {
  /// It was added to the list for the first time.
  case added
  /// Its title, URL or description changed.
  case edited
  /// It was moved to another category.
  case moved
  /// It was removed from the list.
  case removed
  /// It was added to the list again.
  case restored
  /// The heading above it was renamed; the entry stayed in place.
  case categoryRenamed = "category renamed"
}

/// A change of an entry on a day, and its author.
public struct Change: Equatable, Sendable {
  /// The kind of change.
  public var kind: ChangeKind
  /// The day of the commit, in UTC.
  public var day: Day
  /// The commit, by its hexadecimal name.
  public var commit: String
  /// Who wrote the commit, as it says; text of a stranger.
  public var author: String
  /// The first line of the commit's message; text of a stranger.
  public var subject: String
  /// Whether the commit touched so many entries that none of them is news individually.
  public var isBulk: Bool
  /// The commit's time in seconds since 1970-01-01; nil if it is not known or not on `day`.
  public var time: Int?
  /// The place of the commit among those that changed entries of the list, counted from 1 in the
  /// order of the history; 0 if it is not known.
  public var number: Int

  /// Creates a change by a commit.
  public init(
    kind: ChangeKind, day: Day, commit: String, author: String = "", subject: String = "",
    isBulk: Bool = false, time: Int? = nil, number: Int = 0
  ) {
    self.kind = kind
    self.day = day
    self.commit = commit
    self.author = author
    self.subject = subject
    self.isBulk = isBulk
    self.time = time
    self.number = number
  }

  /// The change and its author, without the day: `edited by Ann: Fix the link`.
  ///
  /// Untrusted text, of which the subject is cut at 200 scalars: sanitise it.
  public var summary: String {
    var text = kind.rawValue
    if isBulk { text += " in bulk" }
    if !author.isEmpty { text += " by \(author)" }
    guard !subject.isEmpty else { return text }
    let scalars = subject.unicodeScalars
    let isLong =
      scalars.index(scalars.startIndex, offsetBy: 200, limitedBy: scalars.endIndex) != nil
    return text + ": " + (isLong ? String(scalars.prefix(199)) + "…" : subject)
  }
}
