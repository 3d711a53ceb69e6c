import GitProcess
import Glibc
import TestSupport
import Testing

/// Local repositories in which something is missing or broken.
struct DamagedRepositoryTests {
  private let sample: SampleRepository
  private let git: Git

  init() throws {
    sample = try SampleRepository()
    git = try Git(environment: ChildProcess.environment)
  }

  private func clone() throws -> Repository {
    try git.clone(GitSource(path: sample.path), to: sample.folder("clone"))
  }

  /// The loose object that contains a file of a commit.
  private func object(_ name: String) throws -> String {
    let id = try sample.git(["rev-parse", name]).trimmed
    return "\(sample.path)/.git/objects/\(id.prefix(2))/\(id.dropFirst(2))"
  }

  private func versions(of clone: Repository) throws -> [String] {
    var lines: [String] = []
    let file = FollowedFile(path: FilePath("README.md"))
    try clone.readVersions(of: [file], upTo: clone.head()) { commit in
      for version in commit.versions {
        switch version.content {
        case .bytes(let bytes, _): lines.append(String(decoding: bytes.prefix(3), as: UTF8.self))
        default: lines.append("\(version.content)")
        }
      }
    }
    return lines
  }

  private func fill() throws {
    for number in 1...5 {
      let rest = String(repeating: "line of the list\n", count: 20)
      try sample.commit(["README.md": "v\(number)\n" + rest, "p.png": "picture \(number)"])
    }
  }

  @Test func unneededObjectsMayBeMissing() throws {
    try fill()
    unlink(try object("HEAD:p.png"))
    unlink(try object("HEAD~2:p.png"))
    let clone = try clone()
    #expect(try versions(of: clone) == ["v1\n", "v2\n", "v3\n", "v4\n", "v5\n"])
    #expect(try clone.files(at: clone.head()).map(\.path.text) == ["README.md", "p.png"])
  }

  @Test func theVersionsAroundAGapAreRead() throws {
    try fill()
    unlink(try object("HEAD~3:README.md"))
    let broken = try object("HEAD~1:README.md")
    chmod(broken, 0o600)
    try put("garbage".utf8, into: broken)
    #expect(try versions(of: clone()) == ["v1\n", "missing", "v3\n", "missing", "v5\n"])
  }

  @Test func renamesAreDetectedWithoutMissingObjects() throws {
    try fill()
    try sample.git(["mv", "README.md", "LIST.md"])
    try sample.git(["rm", "--quiet", "p.png"])
    try sample.commit(["other.png": "picture of another kind"])
    try sample.git(["mv", "LIST.md", "README.md"])
    try sample.commit([:])
    unlink(try object("HEAD:other.png"))
    #expect(try versions(of: clone()).prefix(5) == ["v1\n", "v2\n", "v3\n", "v4\n", "v5\n"])
  }

  @Test func damageIsReportedInGitsWords() throws {
    try fill()
    unlink(try object("HEAD~2"))
    let error = #expect(throws: GitError.self) { try versions(of: clone()) }
    guard case .damaged(let words)? = error else {
      throw TestFailure("\(String(describing: error))")
    }
    #expect(!words.isEmpty)
    #expect(error?.description.contains("git says: \(words)") == true)
    #expect(error?.description.contains("larger") == false)
  }

  @Test func nothingIsCopiedAndNoSettingCounts() throws {
    try fill()
    try sample.git(["config", "core.fsmonitor", "touch \(sample.folder("canary"))"])
    let clone = try clone()
    #expect(contents(clone.path + "/objects/info/alternates") != nil)
    let objects = try sample.git(["--git-dir=\(clone.path)", "count-objects", "-v"], inside: false)
    #expect(objects.contains("count: 0\n") && objects.contains("packs: 0\n"))
    #expect(access(sample.folder("canary"), F_OK) != 0)
  }

  @Test func aLinkedWorktreeSharesTheObjects() throws {
    try fill()
    try sample.git(["worktree", "add", "--quiet", sample.folder("tree"), "HEAD"])
    let clone = try git.clone(GitSource(path: sample.folder("tree")), to: sample.folder("clone"))
    #expect(try versions(of: clone).count == 5)
  }

  @Test func anUpdateTakesWhatTheSourceHasNow() throws {
    try fill()
    let clone = try clone()
    try sample.commit(["README.md": "v6\n"])
    try clone.update(from: GitSource(path: sample.path))
    #expect(try versions(of: clone).last == "v6\n")
  }

  @Test(arguments: [
    "fatal: fetch-pack: invalid index-pack output", "fatal: early EOF",
    "fatal: unable to read 76c24b3d340ca76239b16f85b9b807b122330f34",
    "fatal: git upload-pack: aborting due to possible repository corruption on the remote side.",
  ])
  func aDamagedServerIsNotATooLargeFile(words: String) throws {
    let server = try FailingGit(words: words)
    let error = #expect(throws: GitError.self) {
      try server.git.clone(GitSource(address: "owner/name"), to: sample.folder("clone"))
    }
    #expect(error == .damaged(String(words.dropFirst("fatal: ".count))))
  }
}

/// A git whose fetches fail with the words of a test.
private struct FailingGit {
  private let folder: TemporaryFolder
  let git: Git

  init(words: String) throws {
    folder = try TemporaryFolder()
    let program = """
      #!/bin/sh
      for word; do case $word in fetch) echo '\(words)' >&2; exit 128;; esac; done
      exec /usr/bin/git "$@"
      """
    try putProgram(program.utf8, into: folder("git"))
    git = try Git(environment: ["PATH": folder.path + ":/usr/bin:/bin"])
  }
}
