import GitProcess
import TestSupport
import Testing

struct VersionsTests {
  private let sample: SampleRepository
  private let git: Git

  init() throws {
    sample = try SampleRepository()
    git = try Git(environment: ChildProcess.environment)
  }

  /// The versions of files, one a line: `subject number path content`.
  private func versions(
    of files: [String] = ["README.md"], after: String? = nil, readAhead: Int = 0
  ) throws -> [String] {
    let path = sample.folder("clone")
    let source = try GitSource(path: sample.path)
    let clone =
      contents(path + "/HEAD") == nil
      ? try git.clone(source, to: path) : Repository(git: git, path: path)
    try clone.update(from: source)
    var lines: [String] = []
    let reading = try VersionReading(
      of: files.map {
        FollowedFile(path: FilePath($0), earlierPath: after == nil ? nil : FilePath($0))
      }, upTo: clone.head(), after: after.flatMap { ObjectID($0) }, in: clone)
    try reading.readAhead(bytes: readAhead)
    try reading.forEach { commit in
      for version in commit.versions {
        let reported =
          switch version.content {
          case .bytes(let bytes, _): String(decoding: bytes.prefix(40), as: UTF8.self)
          case .removed: "-"
          case .handedOver: "handed over"
          case .tooLarge(let size): "too large: \(size)"
          case .unreadable: "unreadable"
          case .missing: "missing"
          }
        lines.append("\(commit.commit.subject) \(version.file) \(version.path) \(reported)")
      }
    }
    return lines
  }

  @Test func versionsComeOldestFirst() throws {
    try sample.commit(["README.md": "1"], subject: "one")
    try sample.commit(["other": "x"], subject: "elsewhere")
    let second = try sample.commit(["README.md": "2"], subject: "two")
    try sample.commit(["README.md": nil], subject: "gone")
    try sample.commit(["README.md": "3"], subject: "back")
    #expect(
      try versions() == [
        "one 0 README.md 1", "two 0 README.md 2", "gone 0 README.md -", "back 0 README.md 3",
      ])
    #expect(
      try versions(after: second) == ["gone 0 README.md -", "back 0 README.md 3"])
  }

  @Test func versionsReadAheadComeFirst() throws {
    let first = try sample.commit(["README.md": "1"], subject: "one")
    for number in 2...300 { try sample.commit(["README.md": "\(number)"], subject: "next") }
    let expected = (2...300).map { "next 0 README.md \($0)" }
    for bytes in [0, 1, 500, 1_000_000] {
      #expect(try versions(after: first, readAhead: bytes) == expected)
    }
  }

  @Test func renamesAreFollowed() throws {
    let text = String(repeating: "line of some length\n", count: 20)
    try sample.commit(["awesome.md": "1\n" + text], subject: "one")
    try sample.commit(["awesome.md": nil, "readme.md": "1\n" + text], subject: "two")
    try sample.commit(["readme.md": "2\n" + text], subject: "three")
    try sample.commit(["readme.md": nil, "README.md": "3\n" + text], subject: "four")
    #expect(
      try versions().map { String($0.prefix { $0 != "\n" }) } == [
        "one 0 awesome.md 1", "two 0 readme.md 1", "three 0 readme.md 2", "four 0 README.md 3",
      ])
  }

  @Test func severalFilesShareOneChain() throws {
    try sample.commit(["a.md": "1", "b.md": "2"], subject: "one")
    try sample.commit(["b.md": "3"], subject: "two")
    try sample.commit(["a.md": "4", "b.md": nil], subject: "three")
    #expect(
      try versions(of: ["a.md", "b.md"]) == [
        "one 0 a.md 1", "one 1 b.md 2", "two 1 b.md 3", "three 0 a.md 4", "three 1 b.md -",
      ])
  }

  @Test func onlyTheMainlineIsRead() throws {
    try sample.commit(["README.md": "1"], subject: "one")
    try sample.git(["checkout", "--quiet", "-b", "side"])
    try sample.commit(["README.md": "2"], subject: "side")
    try sample.git(["checkout", "--quiet", "main"])
    try sample.commit(["other": "x"], subject: "main")
    try sample.git(["merge", "--quiet", "--no-ff", "-m", "merge", "side"])
    #expect(try versions() == ["one 0 README.md 1", "merge 0 README.md 2"])
  }

  @Test func anOddCommitBreaksNothing() throws {
    let subject = "a\u{1B}[2J\u{1F}b :100644 " + String(repeating: "x", count: 100_000)
    try sample.commit(["README.md": "1"], author: "e\u{1B}vil", subject: subject)
    try sample.commit(["README.md": "2"], subject: "two", seconds: 99_999_999_999)
    let lines = try versions()
    #expect(lines.count == 2)
    #expect(lines[0].utf8.count < 1_100)
    #expect(lines[1] == "two 0 README.md 2")
  }

  @Test func binaryFilesAreReported() throws {
    try sample.commit(["README.md": "1"], subject: "one")
    try sample.git(["rm", "--quiet", "README.md"])
    try sample.git([
      "update-index", "--add", "--cacheinfo", "120000," + linkTarget() + ",README.md",
    ])
    try sample.git(["commit", "--quiet", "-m", "link"])
    try sample.git(["reset", "--quiet", "--hard"])
    try sample.git(["rm", "--quiet", "README.md"])
    let large = String(repeating: "x", count: 17 << 20)
    try sample.commit(["README.md": large], subject: "large")
    #expect(
      try versions() == [
        "one 0 README.md 1", "link 0 README.md unreadable",
        "large 0 README.md too large: \(17 << 20)",
      ])
  }

  private func linkTarget() throws -> String {
    try put("/etc/passwd".utf8, into: sample.folder("target"))
    return try sample.git(["hash-object", "-w", sample.folder("target")]).trimmed
  }

  @Test func aCommitKnowsWhetherItIsOnTheChain() throws {
    let first = try sample.commit(["README.md": "1"])
    try sample.git(["checkout", "--quiet", "-b", "side"])
    let side = try sample.commit(["README.md": "2"])
    try sample.git(["checkout", "--quiet", "main"])
    try sample.commit(["other": "x"])
    try sample.git(["merge", "--quiet", "--no-ff", "-m", "merge", "side"])
    let clone = try git.clone(GitSource(path: sample.path), to: sample.folder("clone"))
    let tip = try clone.head()
    for (commit, isOnChain) in [
      (first, true), (side, false), (tip.hex, true), (String(repeating: "a", count: 40), false),
    ] {
      let check = try AncestryCheck(#require(ObjectID(commit)), of: tip, in: clone)
      #expect(try check.isOnChain() == isOnChain)
    }
  }
}
