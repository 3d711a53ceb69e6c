import Glibc

/// A repository that a test fills commit by commit, with git itself.
public struct SampleRepository: Sendable {
  /// The folder of the working tree.
  public let folder: TemporaryFolder
  /// The working tree.
  public var path: String { folder("work") }

  /// A repository without a commit, on the branch main.
  public init() throws {
    folder = try TemporaryFolder()
    try git(["init", "--quiet", "--initial-branch=main", path], inside: false)
  }

  /// Puts files and commits them, on a day after 2020-01-01.
  @discardableResult
  public func commit(
    _ files: [String: String?], day: Int = 0, author: String = "A", subject: String = "change",
    seconds: Int? = nil
  ) throws -> String {
    for (name, text) in files {
      if let text {
        makeFolders(of: name)
        try put(text.utf8, into: path + "/" + name)
      } else {
        unlink(path + "/" + name)
      }
    }
    try git(["add", "--all"])
    let time = "@\(seconds ?? 1_577_836_800 + day * 86_400) +0000"
    try git(["commit", "--quiet", "--allow-empty", "-m", subject], author: author, time: time)
    return try git(["rev-parse", "HEAD"]).trimmed
  }

  private func makeFolders(of name: String) {
    var above = path
    for part in name.split(separator: "/").dropLast() {
      above += "/" + part
      mkdir(above, 0o700)
    }
  }

  /// Runs git in the repository; returns its output.
  @discardableResult
  public func git(
    _ words: [String], inside: Bool = true, author: String = "A", time: String? = nil
  ) throws -> String {
    guard let program = systemProgram("git") else { throw TestFailure("git is not installed") }
    var environment = ChildProcess.environment
    environment["GIT_CONFIG_GLOBAL"] = "/dev/null"
    environment["GIT_CONFIG_NOSYSTEM"] = "1"
    for role in ["AUTHOR", "COMMITTER"] {
      environment["GIT_\(role)_NAME"] = author
      environment["GIT_\(role)_EMAIL"] = "a@example.org"
      environment["GIT_\(role)_DATE"] = time
    }
    let child = try ChildProcess(
      program, (inside ? ["-C", path] : []) + words, environment: environment)
    let status = child.wait()
    guard status == 0 else { throw TestFailure("git \(words): \(status): \(child.errors)") }
    return child.output
  }
}

extension String {
  /// The first line.
  public var trimmed: String { String(prefix { $0 != "\n" }) }
}
