import Glibc

/// The git program, run with a minimal environment, in its own session and within limits.
///
/// Usable from all threads. Every call blocks its thread until git is done; none prompts, prints
/// anything, or leaves a process running.
public struct Git: Sendable {
  /// The absolute path of the program.
  public let program: String
  /// How long git may take and how much it may fill.
  public var limits: GitLimits
  let environment: GitEnvironment

  /// Finds git in the absolute folders of `PATH`, in the process's environment.
  public init(environment: [String: String], limits: GitLimits = GitLimits()) throws(GitError) {
    let folders = GitEnvironment.absoluteFolders(of: environment["PATH"] ?? "")
    guard let found = folders.map({ $0 + "/git" }).first(where: { access($0, X_OK) == 0 }) else {
      throw .notInstalled
    }
    program = found
    self.limits = limits
    self.environment = GitEnvironment(environment)
  }

  /// Returns the version that `git --version` prints, such as `2.39.5`.
  public func version() throws(GitError) -> String {
    let words = try output(of: ["--version"], silence: limits.silenceSeconds)
    let parts = words.split(whereSeparator: { $0 == 0x20 || $0 == 0x0A })
    return String(decoding: parts.count > 2 ? parts[2] : [], as: UTF8.self)
  }
}

extension Git {
  /// Options for every git that reads or writes one of our repositories.
  ///
  /// Hooks, helpers, the file system monitor, background maintenance and submodules are off;
  /// objects from the network are checked one by one, except for faults that old tools left in
  /// legitimate histories.
  private var options: [String] {
    var settings = [
      "protocol.allow=never", "core.hooksPath=/dev/null", "core.fsmonitor=false",
      "credential.helper=", "http.lowSpeedLimit=1000", "http.lowSpeedTime=\(limits.stallSeconds)",
      "gc.auto=0", "maintenance.auto=false", "transfer.bundleURI=false",
      "submodule.recurse=false", "fetch.recurseSubmodules=false", "core.symlinks=false",
      "core.quotePath=false", "transfer.fsckObjects=true", "fetch.unpackLimit=1",
      // Larger blobs are streamed rather than held in memory.
      "core.bigFileThreshold=16m",
    ]
    let harmless = [
      "badDate", "badDateOverflow", "badEmail", "badFilemode", "badName", "badTimezone",
      "duplicateEntries", "hasDot", "missingEmail", "missingNameBeforeEmail",
      "missingSpaceBeforeDate", "missingSpaceBeforeEmail", "multipleAuthors",
      "zeroPaddedDate", "zeroPaddedFilemode",
    ]
    settings += harmless.map { "fetch.fsck.\($0)=ignore" }
    return settings.flatMap { ["-c", $0] }
  }

  /// Starts git; `repository` is its working folder, `source` the only thing it may reach.
  func start(
    _ arguments: [String], repository: String? = nil, source: GitSource? = nil,
    timeout: GitRun.Timeout, cancellation: Cancellation? = nil,
    progress: @escaping (GitProgress) -> Void = { _ in }
  ) throws(GitError) -> GitRun {
    var words = options
    switch source?.transport {
    case .https:
      words += ["-c", "protocol.https.allow=always", "-c", "http.followRedirects=initial"]
    // A redirect could lead away from this machine.
    case .loopback:
      words += ["-c", "protocol.http.allow=always", "-c", "http.followRedirects=false"]
    case .file: words += ["-c", "protocol.file.allow=always"]
    case nil: break
    }
    if let repository { words.append("--git-dir=" + repository) }
    // A git that reads this disk exits by itself when nobody reads its output.
    let child = try GitChild(
      program, words + arguments, environment: environment.variables(for: source?.transport),
      limits: limits, isWatched: source != nil)
    return GitRun(
      child, limits: limits, timeout: timeout, cancellation: cancellation, progress: progress)
  }

  /// Returns all that a git prints which has little to say: 1 MiB at most.
  func output(
    of arguments: [String], repository: String? = nil, silence: Int,
    cancellation: Cancellation? = nil
  ) throws(GitError) -> [UInt8] {
    let run = try start(
      arguments, repository: repository, timeout: .silence(seconds: silence),
      cancellation: cancellation)
    return try run.readAll(limit: 1 << 20)
  }
}

extension GitRun {
  /// Returns all output up to a limit, and git's end.
  func readAll(limit: Int) throws(GitError) -> [UInt8] {
    closeInput()
    var all: [UInt8] = []
    var chunk = [UInt8](repeating: 0, count: 16 << 10)
    while true {
      let count = try read(into: &chunk, from: 0)
      guard count > 0 else { break }
      guard all.count + count <= limit else {
        throw .tooLarge(what: "bytes of names", found: all.count + count, limit: limit)
      }
      all += chunk[..<count]
    }
    try finish()
    return all
  }
}
