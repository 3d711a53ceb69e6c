import Dispatch
import GitProcess
import Glibc
import ListHistory
import ListModel
import Synchronization

/// Seconds, and the result.
struct HistoryTimes {
  var whole = 0.0
  var own = 0.0
  var commits = 0
  var bytes = 0
  var entries = 0
  var removed = 0
  var changes = 0
}

/// The history of one repository's README, read in three ways.
struct HistoryBenchmark {
  let path: String
  private let repository: Repository
  private let tip: ObjectID
  private let versions: [ObjectID]
  /// A history that was stored before the last ten commits.
  private let stored: [UInt8]

  init(_ location: String) throws {
    var environment: [String: String] = [:]
    for name in ["PATH", "HOME"] { environment[name] = getenv(name).map { String(cString: $0) } }
    let git = try Git(environment: environment)
    let folder = "/tmp/benchmark-history-\(getpid())"
    repository = try git.clone(GitSource(path: location), to: folder)
    tip = try repository.head()
    let names = try repository.topFiles(at: tip).map(\.path.text)
    path = ReadmeChoice.path(among: names) ?? "README.md"
    var versions: [ObjectID] = []
    let file = FollowedFile(path: FilePath(path))
    try repository.readVersions(of: [file], upTo: tip) { found in
      for version in found.versions {
        if case .bytes(_, let id) = version.content { versions.append(id) }
      }
    }
    self.versions = versions
    var times = HistoryTimes()
    var tracker = HistoryTracker(files: [path], today: HistoryBenchmark.today)
    try repository.readVersions(of: [file], upTo: tip) { found in
      let revision = HistoryBenchmark.revision(found, &times)
      if times.commits <= versions.count - 10 { tracker.add(revision) }
    }
    stored = tracker.state
  }

  /// The time git takes to print the history as patches.
  func timeLog() throws -> Double {
    let command =
      "git --git-dir='\(repository.path)' log -p -U0 -m --first-parent --reverse "
      + "\(tip) -- '\(path)'"
    return try seconds {
      guard let pipe = popen(command, "r") else { throw GitError.notInstalled }
      var chunk = [UInt8](repeating: 0, count: 65_536)
      while fread(&chunk, 1, chunk.count, pipe) > 0 {}
      pclose(pipe)
    }
  }

  /// The time git takes to output all versions.
  func timeContents() throws -> Double {
    try seconds { try repository.readBlobs(versions) { _, _ in } }
  }

  func timeTracker() throws -> HistoryTimes {
    var times = HistoryTimes()
    var tracker = HistoryTracker(files: [path], today: HistoryBenchmark.today)
    times.whole = try seconds {
      try repository.readVersions(of: [FollowedFile(path: FilePath(path))], upTo: tip) { found in
        let revision = HistoryBenchmark.revision(found, &times)
        times.own += seconds { tracker.add(revision) }
      }
    }
    let entries = tracker.entries
    times.removed = entries.count { $0.isRemoved }
    times.entries = entries.count - times.removed
    times.changes = entries.reduce(0) { $0 + $1.changes.count }
    return times
  }

  /// Seconds to read a stored history, to take in ten commits, and to store it again.
  func timeSync() throws -> Double {
    try seconds {
      guard let last = HistoryTracker.lastCommit(ofState: stored).flatMap({ ObjectID($0) })
      else { return }
      let check = try AncestryCheck(last, of: tip, in: repository)
      let file = FollowedFile(path: FilePath(path), earlierPath: FilePath(path))
      let news = try VersionReading(of: [file], upTo: tip, after: last, in: repository)
      let decoded = Mutex<HistoryTracker?>(nil)
      let decoding = DispatchGroup()
      DispatchQueue.global(qos: .userInitiated).async(group: decoding) { [stored] in
        let tracker = HistoryTracker(state: stored, today: HistoryBenchmark.today)
        decoded.withLock { $0 = tracker }
      }
      try news.readAhead(bytes: 8 << 20)
      decoding.wait()
      guard var tracker = decoded.withLock({ $0.take() }), try check.isOnChain() else { return }
      var times = HistoryTimes()
      try news.forEach { tracker.add(HistoryBenchmark.revision($0, &times)) }
      _ = tracker.state
    }
  }

  private static var today: Day { Day(unixSeconds: time(nil)) ?? .latest }

  private static func revision(_ found: CommitVersions, _ times: inout HistoryTimes) -> Revision {
    var contents: [(file: Int, content: Revision.Content)] = []
    for version in found.versions {
      if case .bytes(let bytes, _) = version.content {
        times.commits += 1
        times.bytes += bytes.count
        contents.append((version.file, .bytes(bytes)))
      } else {
        contents.append((version.file, .removed))
      }
    }
    let commit = found.commit
    return Revision(
      commit: commit.id.hex, time: commit.time, author: commit.author, subject: commit.subject,
      contents: contents)
  }
}

func seconds(_ work: () throws -> Void) rethrows -> Double {
  var start = timespec()
  var end = timespec()
  clock_gettime(CLOCK_MONOTONIC, &start)
  try work()
  clock_gettime(CLOCK_MONOTONIC, &end)
  return Double(end.tv_sec - start.tv_sec) + Double(end.tv_nsec - start.tv_nsec) * 1e-9
}

func median(_ values: [Double]) -> Double { values.sorted()[values.count / 2] }

/// `12.3 ms`.
func shown(_ seconds: Double) -> String {
  let tenths = Int((seconds * 10_000).rounded())
  return "\(tenths / 10).\(tenths % 10) ms"
}

/// `0.53`.
func shownRatio(_ ratio: Double) -> String {
  let hundredths = Int((ratio * 100).rounded())
  return "\(hundredths / 100).\(hundredths % 100 < 10 ? "0" : "")\(hundredths % 100)"
}

/// The largest amount of memory that the process has had.
func peakMegabytes() -> Int {
  var usage = rusage()
  getrusage(0, &usage)
  return usage.ru_maxrss / 1_024
}
