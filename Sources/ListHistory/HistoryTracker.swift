public import ListMarkdown
public import ListModel

/// Dates the entries of a list from the versions of its files, oldest first.
///
///     var tracker = HistoryTracker(files: ["README.md"], today: today)
///     for revision in revisions { tracker.add(revision) }
///     tracker.entries[0].entry.added      // the day on which it first appeared
///
/// An entry is identified by the canonical form of its link; see `RecordTable` for links that
/// change. A commit costs time proportional to its changes, plus one comparison with the previous
/// version. Memory: the last version of each file, the entries and their changes, for any number of
/// commits. A tracker can be stored and resumed (see `state`).
public struct HistoryTracker: Sendable {
  /// The number of entries from which a commit counts as bulk; the first commit always does.
  static let bulk = 20
  /// The earliest plausible day of a commit: before it no list was in git.
  public static let earliestDay = Day(year: 2000, month: 1, day: 1) ?? .earliest

  /// The paths of the files at the newest commit.
  public internal(set) var files: [String]
  /// The last commit that was processed.
  public internal(set) var lastCommit: String?
  /// The issues, in commit order, up to a limit.
  public internal(set) var issues: [HistoryIssue] = []

  /// The address of the list, `https://host/owner/name`: links to its anchors are not entries.
  public let page: String?

  var versions: [ReadmeVersions]
  var table = RecordTable()
  var commits: [CommitNote] = []
  var days: CommitDays
  /// The commits that added entries before the history was rewritten.
  var keptAdditions: [EntryKey: CommitNote] = [:]

  /// Creates a tracker of a list in one or several files; `today` is the latest plausible day of a
  /// commit.
  ///
  /// `forms` has the form of each file's entries, for all of its versions; `page` is the list's
  /// address, if known.
  public init(
    files: [String], today: Day, forms: [ReadmeForm] = [], page: String? = nil
  ) {
    self.files = files
    self.page = page
    let address = page.flatMap { PageAddress($0) }
    versions = files.indices.map { index in
      ReadmeVersions(
        form: index < forms.count ? forms[index] : .links, page: address,
        isPart: HistoryTracker.isPart(files[index], of: files.count))
    }
    days = CommitDays(today: today)
  }

  /// Takes in the next commit of the chain.
  public mutating func add(_ revision: Revision) {
    let (day, isOwn) = days.day(at: revision.time)
    if !isOwn {
      report(revision, "the commit's date is not to be believed: the day before it was taken")
    }
    var difference = CommitDifference()
    for (file, content) in revision.contents {
      if !versions.indices.contains(file) { makeRoom(forOrigin: file) }
      guard versions.indices.contains(file) else { continue }
      take(content, of: file, revision, into: &difference)
    }
    let isFirst = lastCommit == nil
    lastCommit = revision.commit
    if let day { giveDay(day) }
    let commit = CurrentCommit(number: Int32(commits.count), day: day)
    let effect = table.apply(&difference, to: versions, at: commit)
    for occurrence in difference.added {
      let number = occurrence.file < 0 ? -1 - occurrence.file : occurrence.file
      versions[Int(number)].parts[occurrence.part].records[occurrence.index] = occurrence.record
    }
    if !effect.kinds.isEmpty {
      for (record, kind) in effect.kinds { table.append(kind, to: record, commit: commit.number) }
      commits.append(
        CommitNote(
          commit: revision.commit, day: day, author: revision.author, subject: revision.subject,
          isBulk: isFirst || effect.touched >= HistoryTracker.bulk,
          time: isOwn ? revision.time : nil))
    }
    for (file, content) in revision.contents {
      if case .handedOver = content { adoptRemoved(of: file, difference) }
    }
  }

  /// Returns whether a file is one of several and not the README, so that its title is a category.
  static func isPart(_ file: String, of count: Int) -> Bool {
    count > 1 && ReadmeChoice.path(among: [file]) == nil
  }

  /// The address of the list's page.
  var address: PageAddress? { page.flatMap { PageAddress($0) } }

  /// How the entries of each file are read.
  public var forms: [ReadmeForm] { versions.map(\.form) }

  /// Returns the newest version of a file, with its encoding repaired; empty if it does not exist.
  public func text(ofFile file: Int) -> [UInt8] {
    versions.indices.contains(file) ? versions[file].text : []
  }

  /// Gives the files other paths, after the newest commit renamed them.
  public mutating func rename(files: [String]) {
    guard files.count == self.files.count else { return }
    self.files = files
  }

  /// Returns an empty tracker for a rewritten history or for other files of the list, which keeps
  /// the days of this one.
  ///
  /// An entry in both histories was added on the earlier of both days. `forms` replaces the forms
  /// of the files; `page` is the list's address, if known.
  public func restarted(
    files: [String]? = nil, forms: [ReadmeForm]? = nil, page: String? = nil
  ) -> HistoryTracker {
    var fresh = HistoryTracker(
      files: files ?? self.files, today: days.today, forms: forms ?? self.forms,
      page: page)
    fresh.keptAdditions = keptAdditions
    for record in table.records {
      guard let addition = addition(of: record) else { continue }
      for link in record.links {
        fresh.keptAdditions[link.key] = addition.earlier(fresh.keptAdditions[link.key])
      }
    }
    return fresh
  }
}

extension HistoryTracker {
  private mutating func take(
    _ content: Revision.Content, of file: Int, _ revision: Revision,
    into difference: inout CommitDifference
  ) {
    switch content {
    case .removed, .handedOver:
      difference.add(versions[file].remove(), of: versions[file], number: file)
    case .unreadable(let reason):
      report(revision, "\(files[file]) was skipped: \(reason)")
    case .bytes(let bytes):
      do {
        let update = try versions[file].update(to: bytes)
        difference.add(update, of: versions[file], number: file)
      } catch {
        report(revision, "\(files[file]) was skipped: \(error)")
      }
    }
  }

  /// Gives the commits before the first likely day that day.
  private mutating func giveDay(_ day: Day) {
    guard commits.last?.day == nil else { return }
    for index in commits.indices where commits[index].day == nil { commits[index].day = day }
  }

  private mutating func report(_ revision: Revision, _ message: String) {
    guard issues.count < 1_000 else { return }
    issues.append(HistoryIssue(commit: revision.commit, message: message))
  }
}

/// A commit that changed entries.
struct CommitNote: Equatable {
  var commit: String
  /// Nil until a commit had a plausible day.
  var day: Day?
  var author: String
  var subject: String
  var isBulk: Bool
  /// In seconds since 1970-01-01; nil if the commit's own time is implausible.
  var time: Int?

  /// Returns the one of two commits that has the earlier day, and of equals this one.
  func earlier(_ other: CommitNote?) -> CommitNote {
    guard let other, let otherDay = other.day else { return self }
    guard let day else { return other }
    return otherDay < day ? other : self
  }
}
