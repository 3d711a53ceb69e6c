import Glibc
import ListModel
import UserFiles
import TestSupport
import Testing

struct FollowFileTests {
  private let folder: TemporaryFolder
  private let file: FollowFile

  init() throws {
    folder = try TemporaryFolder()
    file = FollowFile(path: folder("awl/follows.jsonl"))
  }

  private func follow(_ source: String) -> Follow { Follow(source: source, added: moment(7)) }

  @Test func sourcesAreInTheOrderTheyWereFollowed() throws {
    #expect(file.load().follows.isEmpty && file.load().failure == nil)
    for source in ["/b", "o/n", "/a", "/b"] { try file.add(follow(source), now: moment(7)) }
    #expect(file.load().follows == ["/b", "o/n", "/a"].map(follow))
    #expect(
      text(file.path) == """
        {"format":"awl-follows","version":1}
        {"source":"/b","added":7}
        {"source":"o/n","added":7}
        {"source":"/a","added":7}

        """)
    #expect(mode(file.path) == 0o600)
  }

  @Test func followingOtherFilesChangesOneLine() throws {
    try file.add(follow("/a"), now: moment(7))
    try file.add(follow("/b"), now: moment(7))
    try file.add(Follow(source: "/a", added: moment(8), files: ["x.md"]), now: moment(8))
    #expect(file.load().follows.map(\.source) == ["/a", "/b"])
    #expect(file.load().follows.first?.files == ["x.md"])
  }

  @Test func removingTakesOneLineAway() throws {
    let lines = [
      #"{"format":"awl-follows","version":1,"made by":"hand"}"#,
      #"{ "added":1, "source":"\u002fa", "note":[1, 2] }"#, #"{"source":"/b"}"#,
    ]
    mkdir(folder("awl"), 0o700)
    try put(lines.joined(separator: "\n").utf8, into: file.path)
    #expect(file.load().follows.map(\.source) == ["/a", "/b"])
    try file.remove("/b", now: moment(9))
    #expect(text(file.path) == lines[0] + "\n" + lines[1] + "\n")
    try file.remove("/nowhere", now: moment(9))
    try file.remove("/a", now: moment(9))
    #expect(text(file.path) == lines[0] + "\n")
  }

  @Test func linesThatCannotBeReadAreReportedAndCarriedThrough() throws {
    let header = #"{"format":"awl-follows","version":1}"# + "\n"
    mkdir(folder("awl"), 0o700)
    try put((header + "<<<<<<< mine\n{\"added\":1}\n{\"source\":\"/a\"}\n").utf8, into: file.path)
    let contents = file.load()
    #expect(contents.follows.map(\.source) == ["/a"])
    #expect(contents.notices.map(\.line) == [2, 3])
    try file.add(follow("/b"), now: moment(9))
    #expect(
      text(file.path)
        == header + "<<<<<<< mine\n{\"added\":1}\n{\"source\":\"/a\"}\n"
        + "{\"source\":\"/b\",\"added\":7}\n")
    #expect(folder.names() == ["awl"])
    #expect(names(in: "awl").contains { $0.hasPrefix("follows.jsonl.corrupt-") })
  }

  @Test func aFileWithoutAHeaderGetsOne() throws {
    mkdir(folder("awl"), 0o700)
    try put("{\"source\":\"/a\",\"added\":7,\"files\":[\"x.md\"]}\n".utf8, into: file.path)
    #expect(file.load().notices.map(\.what) == ["the header is missing"])
    #expect(file.load().follows.first?.files == ["x.md"])
    try file.add(follow("/b"), now: moment(9))
    #expect(file.load().notices == [])
    #expect(file.load().follows.map(\.source) == ["/a", "/b"])
  }

  @Test func aFileOfANewerVersionIsReadButNotWritten() throws {
    mkdir(folder("awl"), 0o700)
    let later = #"{"format":"awl-follows","version":2}"# + "\n" + #"{"source":"/a"}"# + "\n"
    try put(later.utf8, into: file.path)
    #expect(file.load().follows.map(\.source) == ["/a"])
    #expect(throws: UserFileError.newerVersion(path: file.path, version: 2)) {
      try file.add(follow("/b"), now: moment(9))
    }
    #expect(text(file.path) == later)
  }

  @Test func aForeignFileIsSetAsideWhole() throws {
    mkdir(folder("awl"), 0o700)
    try put("hello\nworld\n".utf8, into: file.path)
    #expect(file.load().notices.count == 1)
    try file.add(follow("/b"), now: moment(9))
    #expect(file.load().follows.map(\.source) == ["/b"])
    let aside = try #require(names(in: "awl").first { $0.contains(".corrupt-") })
    #expect(text(folder("awl/" + aside)) == "hello\nworld\n")
  }

  @Test func anUnreadableFileIsExplained() throws {
    mkdir(folder("awl"), 0o700)
    mkdir(file.path, 0o700)
    #expect(file.load().failure == .file(.notAFile(path: file.path)))
    #expect(throws: UserFileError.file(.notAFile(path: file.path))) {
      try file.add(follow("/b"), now: moment(9))
    }
  }

  private func names(in name: String) -> [String] {
    guard let directory = opendir(folder(name)) else { return [] }
    defer { closedir(directory) }
    var names: [String] = []
    while let entry = readdir(directory) {
      names.append(
        withUnsafeBytes(of: entry.pointee.d_name) { bytes in
          String(decoding: bytes.prefix { $0 != 0 }, as: UTF8.self)
        })
    }
    return names
  }
}
