import GitProcess
import TestSupport
import Testing

/// Repositories whose objects are named by SHA-256.
struct ObjectFormatTests {
  private let folder: TemporaryFolder
  /// Runs git in the test's way.
  private let sample: SampleRepository
  private let git: Git

  init() throws {
    folder = try TemporaryFolder()
    sample = try SampleRepository()
    git = try Git(environment: ChildProcess.environment)
    try sample.git(["init", "--quiet", "--object-format=sha256", folder("work")], inside: false)
  }

  private func commit(_ text: String) throws {
    try put(text.utf8, into: folder("work/README.md"))
    let name = ["-c", "user.name=A", "-c", "user.email=a@b.c"]
    for words in [["add", "--all"], name + ["commit", "--quiet", "-m", text]] {
      try sample.git(["-C", folder("work")] + words, inside: false)
    }
  }

  private func texts(of clone: Repository) throws -> [String] {
    var texts: [String] = []
    let file = FollowedFile(path: FilePath("README.md"))
    try clone.readVersions(of: [file], upTo: clone.head()) { commit in
      for case .bytes(let bytes, _) in commit.versions.map(\.content) {
        texts.append(String(decoding: bytes, as: UTF8.self))
      }
    }
    return texts
  }

  @Test(arguments: ["folder", "bundle", "server"])
  func theCloneTakesTheFormatOfTheSource(kind: String) throws {
    try commit("one")
    let server = try LoopbackServer(root: folder.path)
    let source =
      switch kind {
      case "folder": try GitSource(path: folder("work"))
      case "server": try GitSource(address: server.url("git/" + "work" + "/.git"))
      default: try GitSource(path: bundle())
      }
    let clone = try git.clone(source, to: folder("clone"))
    #expect(try clone.head().hex.utf8.count == 64)
    #expect(try texts(of: clone) == ["one"])
    try commit("two")
    if kind == "bundle" { _ = try bundle() }
    try clone.update(from: source)
    #expect(try texts(of: clone) == ["one", "two"])
  }

  private func bundle() throws -> String {
    let path = folder("b.bundle")
    try sample.git(
      ["-C", folder("work"), "bundle", "create", "--quiet", path, "HEAD"], inside: false)
    return path
  }
}
