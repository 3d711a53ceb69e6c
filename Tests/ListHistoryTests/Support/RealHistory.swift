import GitProcess
import ListHistory
import ListModel
import TestSupport

/// A bundle of real history that is read through git.
struct RealHistory {
  static let today = Day(clamping: 20_780)

  private let folder: TemporaryFolder
  private let repository: Repository
  let path: String

  init(_ name: String) throws {
    folder = try TemporaryFolder()
    let git = try Git(environment: ChildProcess.environment)
    let source = try GitSource(path: RealData.path("histories/\(name).bundle"))
    repository = try git.clone(source, to: folder("clone"))
    let files = try repository.topFiles(at: repository.head())
    guard let path = ReadmeChoice.path(among: files.map(\.path.text)) else {
      throw TestFailure("no README in \(name)")
    }
    self.path = path
  }

  /// All revisions, or those after a commit, oldest first, with the bytes of the README if it
  /// exists.
  func read(after commit: String? = nil, _ body: (Revision, [UInt8]?) throws -> Void) throws {
    let path = FilePath(path)
    let file = FollowedFile(path: path, earlierPath: commit == nil ? nil : path)
    let last = commit.flatMap { ObjectID($0) }
    try repository.readVersions(of: [file], upTo: repository.head(), after: last) { found in
      let contents = found.versions.map { ($0.file, content(of: $0)) }
      let commit = found.commit
      let revision = Revision(
        commit: commit.id.hex, time: commit.time, author: commit.author,
        subject: commit.subject, contents: contents)
      if case .bytes(let bytes, _)? = found.versions.first?.content {
        try body(revision, bytes)
      } else {
        try body(revision, nil)
      }
    }
  }

  /// The tracker that has taken in all revisions.
  func tracked() throws -> HistoryTracker {
    var tracker = HistoryTracker(files: [path], today: RealHistory.today)
    try read { revision, _ in tracker.add(revision) }
    return tracker
  }

  private func content(of version: FileVersion) -> Revision.Content {
    switch version.content {
    case .bytes(let bytes, _): .bytes(bytes)
    case .removed: .removed
    case .handedOver: .handedOver
    case .tooLarge(let size): .unreadable("\(size) bytes")
    case .unreadable, .missing: .unreadable("no file")
    }
  }
}

/// A tracked history with the table of expected results.
struct Comparison {
  let rows: Int
  let tracked: [TrackedEntry]
  /// `title: added 2020-01-01, expected 2020-01-02` for each day that differs.
  let differences: [String]

  init(_ name: String) throws {
    tracked = try RealHistory(name).tracked().entries
    var lines = text(RealData.path("histories/\(name).expected.tsv")).split(separator: "\n")
    lines.removeFirst()
    rows = lines.count
    var differences: [String] = []
    for line in lines {
      let cells = line.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
      let found = tracked.filter { LinkKey($0.entry.url ?? "") == LinkKey(cells[5]) }
      let entry = found.first { !$0.isRemoved } ?? found.last
      guard let entry else {
        differences.append(
          "\(cells[4]) <\(cells[5])>: not there, expected \(cells[0]) to \(cells[1])")
        continue
      }
      let removed = entry.entry.history?.removed?.description ?? ""
      let added = entry.entry.added?.description ?? ""
      if added != cells[0] || removed != cells[1] {
        differences.append(
          "\(cells[4]) <\(cells[5])>: \(added) to \(removed), expected \(cells[0]) to \(cells[1])")
      }
    }
    self.differences = differences
  }
}
