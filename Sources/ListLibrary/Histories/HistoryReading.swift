import GitProcess
import LightweightMarkup
import ListHistory
import ListMarkdown
import ListModel

/// Reads the history of a list's files out of its clone.
struct HistoryReading {
  let repository: Repository
  /// The newest commit.
  let tip: ObjectID
  /// The paths of the files at that commit.
  let files: [String]
  /// Commits cannot be later than this day.
  let today: Day
  /// The address of the list, `https://host/owner/name`; nil if it is unknown.
  let page: String?

  /// Returns the tracker with all commits up to the tip applied.
  ///
  /// Resumes from a stored tracker, which costs only the new commits. A rewritten history, and
  /// files that do not descend from the tracked ones, are read from the beginning; remaining
  /// entries then keep their days. `isCurrent` is false for a state that an older awl has stored,
  /// whose entries are read again.
  func read(
    goingOnFrom state: [UInt8]?, isCurrent: Bool, cancellation: Cancellation
  ) throws -> HistoryTracker {
    let last = state.flatMap { HistoryTracker.lastCommit(ofState: $0) }.flatMap { ObjectID($0) }
    let check = try isCurrent ? last.map { try AncestryCheck($0, of: tip, in: repository) } : nil
    let news = try isCurrent ? self.news(after: last, of: state, cancellation) : nil
    // A large README takes as long to parse as git needs for a few commits.
    let decoding = StateDecoding(state, today: today)
    let failure = Result { () throws(GitError) in try news?.readAhead(bytes: 8 << 20) }
    guard let stored = decoding.tracker else {
      return try read(HistoryTracker(files: files, today: today, page: page), cancellation)
    }
    if let news, let check, stored.page == page, try check.isOnChain() {
      try failure.get()
      if let tracker = try resume(from: stored, with: news) { return tracker }
    }
    let isSame = stored.files.count == files.count
    return try read(
      stored.restarted(files: files, forms: isSame ? stored.forms : [], page: page), cancellation)
  }

  /// Returns the history read from the beginning, as a list with files of another form.
  func read(
    _ tracker: HistoryTracker, in forms: [ReadmeForm], cancellation: Cancellation
  ) throws -> HistoryTracker {
    try read(tracker.restarted(files: files, forms: forms, page: page), cancellation)
  }

  /// Returns the new versions; nil if other files are followed now.
  private func news(
    after last: ObjectID?, of state: [UInt8]?, _ cancellation: Cancellation
  ) throws(GitError) -> VersionReading? {
    guard let last, let stored = state.flatMap({ HistoryTracker.files(ofState: $0) }),
      stored.count == files.count
    else { return nil }
    let followed = zip(files, stored).map {
      FollowedFile(path: FilePath($0), earlierPath: FilePath($1))
    }
    return try VersionReading(
      of: followed, upTo: tip, after: last, in: repository, cancellation: cancellation)
  }

  /// Nil if the new history does not extend the stored one.
  private func resume(
    from stored: HistoryTracker, with news: VersionReading
  ) throws -> HistoryTracker? {
    var tracker = stored
    var paths = stored.files.map { FilePath($0) }
    try news.forEach {
      for version in $0.versions
      where version.content != .removed && paths.indices.contains(version.file) {
        paths[version.file] = version.path
      }
      tracker.add(Revision($0))
    }
    guard paths == files.map({ FilePath($0) }) else { return nil }
    tracker.rename(files: files)
    return tracker
  }

  private func read(
    _ empty: HistoryTracker, _ cancellation: Cancellation
  ) throws -> HistoryTracker {
    var tracker = empty
    let followed = files.map { FollowedFile(path: FilePath($0)) }
    try repository.readVersions(of: followed, upTo: tip, cancellation: cancellation) {
      tracker.add(Revision($0))
    }
    return tracker
  }
}

extension Revision {
  /// Creates a commit for the tracker from git's data.
  fileprivate init(_ found: CommitVersions) {
    self.init(
      commit: found.commit.id.hex, time: found.commit.time, author: found.commit.author,
      subject: found.commit.subject,
      contents: found.versions.map {
        (file: $0.file, content: Content($0.content, path: $0.path.text))
      })
  }
}

extension Revision.Content {
  /// Creates a version of a file as Markdown; each version is in the language of its own path.
  fileprivate init(_ content: FileVersion.Content, path: String) {
    switch content {
    case .bytes(let bytes, _) where MarkupLanguage(suffixOf: path) == .markdown:
      self = .bytes(bytes)
    case .bytes(let bytes, _):
      do throws(PageError) {
        self = .bytes(try PageText(bytes, path: path).markdown)
      } catch .otherMarkup(_, let language) {
        self = .unreadable("it is \(language)")
      } catch {
        // The tracker reports the error.
        self = .bytes(bytes)
      }
    case .removed: self = .removed
    case .handedOver: self = .handedOver
    case .tooLarge(let size): self = .unreadable("it has \(size) bytes")
    case .unreadable: self = .unreadable("it is a link or a submodule")
    case .missing: self = .unreadable("the repository is partial or damaged and does not have it")
    }
  }
}
