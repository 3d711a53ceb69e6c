import Glibc
import GitProcess
import TestSupport
import Testing

/// Repositories and surroundings that are built to do harm.
struct HostileRepositoryTests {
  private let sample: SampleRepository
  private let git: Git

  init() throws {
    sample = try SampleRepository()
    git = try Git(environment: ChildProcess.environment)
  }

  private var canary: String { sample.folder("canary") }
  private var isHarmed: Bool { access(canary, F_OK) == 0 }

  private func clone(with git: Git? = nil) throws -> Repository {
    try (git ?? self.git).clone(GitSource(path: sample.path), to: sample.folder("clone"))
  }

  private func subjects(of clone: Repository, _ path: String = "README.md") throws -> [String] {
    var subjects: [String] = []
    try clone.readVersions(of: [FollowedFile(path: FilePath(path))], upTo: clone.head()) {
      subjects.append($0.commit.subject)
    }
    return subjects
  }

  @Test func theEnvironmentCannotTurnGit() throws {
    try sample.commit(["README.md": "1"], subject: "one")
    try sample.commit(["README.md": "2"], subject: "two")
    let home = sample.folder("home")
    mkdir(home, 0o700)
    let settings = """
      [url "ext::sh -c touch% \(canary)%"]
        insteadOf = /
      [core]
        fsmonitor = touch \(canary)
        pager = touch \(canary)
      [diff]
        external = touch \(canary)
      """
    try put(settings.utf8, into: home + "/.gitconfig")
    var environment = ChildProcess.environment
    environment["HOME"] = home
    environment["GIT_DIR"] = "/nowhere"
    environment["GIT_EXTERNAL_DIFF"] = "touch '\(canary)';"
    environment["GIT_SSH_COMMAND"] = "touch '\(canary)'"
    environment["GIT_PAGER"] = "touch '\(canary)'"
    environment["GIT_ALLOW_PROTOCOL"] = "ext"
    environment["GIT_CONFIG_COUNT"] = "1"
    environment["GIT_CONFIG_KEY_0"] = "core.fsmonitor"
    environment["GIT_CONFIG_VALUE_0"] = "touch '\(canary)'"
    environment["PATH"] = ".::" + (environment["PATH"] ?? "")
    let clone = try clone(with: Git(environment: environment))
    #expect(try subjects(of: clone) == ["one", "two"])
    #expect(!isHarmed)
  }

  @Test func theSourcesOwnSettingsCannotTurnGit() throws {
    try sample.commit(
      [
        "README.md": "1", ".gitattributes": "* diff=evil filter=evil merge=evil",
      ], subject: "one")
    try sample.commit(["README.md": "2"], subject: "two")
    for (name, value) in [
      ("diff.evil.textconv", "touch '\(canary)'"), ("diff.evil.command", "touch '\(canary)'"),
      ("filter.evil.smudge", "touch '\(canary)'"), ("core.fsmonitor", "touch '\(canary)'"),
      ("core.sshCommand", "touch '\(canary)'"), ("core.hooksPath", sample.path + "/hooks"),
      ("uploadpack.packObjectsHook", "touch '\(canary)'"),
    ] { try sample.git(["config", name, value]) }
    #expect(try subjects(of: clone()) == ["one", "two"])
    #expect(!isHarmed)
  }

  @Test func namesThatLookLikeOptionsAreNames() throws {
    try sample.commit(["--output=\(canary.split(separator: "/").joined())": "1", "-x": "2"])
    try sample.git(["update-ref", "refs/tags/-x", "HEAD"])
    try sample.git(["update-ref", "refs/heads/--output=\(canary)", "HEAD"])
    try sample.git(["symbolic-ref", "HEAD", "refs/heads/--output=\(canary)"])
    let clone = try clone()
    #expect(try clone.files(at: clone.head()).count == 2)
    #expect(try subjects(of: clone, "-x") == ["change"])
    #expect(try subjects(of: clone, ":(top,glob)**") == [])
    #expect(!isHarmed)
  }

  @Test func aHostileSubmoduleIsRefused() throws {
    let modules = """
      [submodule "x"]
        path = x
        url = --upload-pack=touch \(canary)
      """
    try sample.commit(["README.md": "1", ".gitmodules": modules])
    let server = try LoopbackServer(root: sample.folder.path)
    #expect {
      try git.clone(
        GitSource(address: server.url("git/" + "work" + "/.git")), to: sample.folder("served"))
    } throws: { error in
      if case .damaged = error as? GitError { true } else { false }
    }
    // Local objects are not copied, and submodules are ignored.
    #expect(try subjects(of: clone()) == ["change"])
    #expect(!isHarmed)
  }

  @Test func datesOfAnyKindAreReported() throws {
    let tree = try sample.git(["write-tree"]).trimmed
    var parent = ""
    for time in ["-1", "99999999999", "99999999999999999999999", "x"] {
      let commit =
        "tree \(tree)\n\(parent)author A <a@b.c> \(time) +0000\ncommitter A <a@b.c> \(time) +0000\n\n\(time)\n"
      try put(commit.utf8, into: sample.folder("commit"))
      let name = try sample.git([
        "hash-object", "-t", "commit", "-w", "--literally", sample.folder("commit"),
      ]).trimmed
      parent = "parent \(name)\n"
      try sample.git(["update-ref", "refs/heads/main", name])
    }
    try sample.commit(["README.md": "1"], subject: "one")
    #expect(try subjects(of: clone()) == ["one"])
  }

  @Test func aGitThatReadsTakesNoMoreMemoryThanItMay() throws {
    try sample.commit(["README.md": String(repeating: "0123456789abcdef", count: 900_000)])
    // A loose object is streamed as it is inflated.
    try sample.git(["repack", "-adq"])
    let known = try clone()
    let blob = try #require(known.files(at: known.head()).first { $0.path.text == "README.md" }?.id)
    guard case .bytes(let bytes) = try known.blob(blob) else { throw TestFailure("not read") }
    #expect(bytes.count == 14_400_000)
    var small = git
    small.limits.memoryBytes = 8 << 20
    #expect(throws: GitError.self) { try Repository(git: small, path: known.path).blob(blob) }
  }

  @Test func aTreeWithoutEndIsLeft() throws {
    try put("x".utf8, into: sample.folder("text"))
    let blob = try sample.git(["hash-object", "-w", sample.folder("text")]).trimmed
    var object = "100644 blob \(blob)"
    for _ in 0..<10 {
      let tree = (0..<10).map { "\(object)\tf\($0)\n" }.joined()
      let name = try sample.git(["hash-object", "-w", "-t", "tree", treeObject(tree)]).trimmed
      object = "040000 tree \(name)"
    }
    let tree = object.split(separator: " ")[2]
    let commit = try sample.git(
      ["commit-tree", "-m", "bomb", String(tree)], time: "@1577836800 +0000")
    try sample.git(["update-ref", "refs/heads/main", commit.trimmed])
    let clone = try clone()
    #expect(throws: GitError.tooLarge(what: "files", found: 10_001, limit: 10_000)) {
      try clone.files(at: clone.head(), limit: 10_000)
    }
    #expect(try clone.topFiles(at: clone.head()) == [])
    #expect(try subjects(of: clone) == [])
  }

  /// A tree object in git's format, built from lines such as `ls-tree` prints.
  private func treeObject(_ lines: String) throws -> String {
    var bytes: [UInt8] = []
    for line in lines.split(separator: "\n") {
      let words = line.split { $0 == " " || $0 == "\t" }
      let mode = words[0] == "040000" ? "40000" : words[0]
      bytes += "\(mode) \(words[3])".utf8 + [0]
      var digits = words[2][...]
      while let byte = UInt8(digits.prefix(2), radix: 16) {
        bytes.append(byte)
        digits = digits.dropFirst(2)
      }
    }
    try put(bytes, into: sample.folder("object"))
    return sample.folder("object")
  }
}
