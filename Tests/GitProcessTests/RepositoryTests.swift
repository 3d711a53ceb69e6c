import GitProcess
import Glibc
import TestSupport
import Testing

struct RepositoryTests {
  private let sample: SampleRepository
  private let git: Git

  init() throws {
    sample = try SampleRepository()
    git = try Git(environment: ChildProcess.environment)
  }

  private func clone() throws -> Repository {
    try git.clone(GitSource(path: sample.path), to: sample.folder("clone"))
  }

  @Test func aCloneHoldsTheFilesOfTheDefaultBranch() throws {
    let head = try sample.commit(["README.md": "- [a](b)\n", "LICENSE": "MIT"])
    let clone = try clone()
    #expect(try clone.head().hex == head)
    let files = try clone.files(at: clone.head())
    #expect(files.map(\.path.text) == ["LICENSE", "README.md"])
    #expect(files.map(\.size) == [3, 9])
    #expect(sample.folder.names() == ["clone", "work"])
  }

  @Test func contentsComeInTheOrderThatIsAskedFor() throws {
    var names: [String: String?] = [:]
    for number in 0..<700 { names["f\(number)"] = "text \(number)" }
    names["big"] = String(repeating: "x", count: 100_000)
    try sample.commit(names)
    let clone = try clone()
    let files = try clone.files(at: clone.head())
    var seen: [String] = []
    try clone.readBlobs(files.map(\.id), largest: 50_000) { number, content in
      switch content {
      case .bytes(let bytes): seen.append(String(decoding: bytes, as: UTF8.self))
      case .tooLarge(let size): seen.append("\(files[number].path): \(size)")
      case .missing: seen.append("missing")
      }
    }
    #expect(seen.count == 701)
    #expect(seen[0] == "big: 100000")
    #expect(seen[1] == "text 0")
    #expect(Set(seen).count == 701)
  }

  @Test func anUpdateFollowsTheSource() throws {
    let first = try sample.commit(["README.md": "one"])
    let clone = try clone()
    let source = try GitSource(path: sample.path)
    try clone.update(from: source)
    #expect(try clone.head().hex == first)
    let second = try sample.commit(["README.md": "two"])
    try clone.update(from: source)
    #expect(try clone.head().hex == second)
    try sample.git(["reset", "--quiet", "--hard", first])
    let third = try sample.commit(["README.md": "three"])
    try clone.update(from: source)
    #expect(try clone.head().hex == third)
  }

  @Test func theNewestCommitIsFoundHoweverGitStoresIt() throws {
    let head = try sample.commit(["README.md": "one"])
    let clone = try clone()
    let file = clone.path + "/refs/awl/tip"
    try sample.git(["--git-dir=" + clone.path, "pack-refs", "--all"])
    #expect(access(file, F_OK) != 0)
    #expect(try clone.head().hex == head)
    unlink(clone.path + "/packed-refs")
    for words in ["", "ref: refs/heads/main\n", "--all\n"] {
      try put(words.utf8, into: file)
      #expect(throws: GitError.empty, "\(words)") { try clone.head() }
    }
  }

  @Test func aFolderThatIsNoRepositoryIsNotUsable() throws {
    try sample.commit(["README.md": "one"])
    let clone = try clone()
    #expect(clone.isUsable)
    unlink(clone.path + "/HEAD")
    #expect(!clone.isUsable)
  }

  @Test func anEmptyRepositoryIsReported() throws {
    #expect(throws: GitError.empty) { try clone() }
    #expect(sample.folder.names() == ["work"])
  }
}
