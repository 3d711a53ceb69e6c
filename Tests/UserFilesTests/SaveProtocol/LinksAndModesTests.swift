import Glibc
import ListModel
import UserFiles
import TestSupport
import Testing

/// What is true of the file besides its content: links, mode, owner, backup, what lies beside it.
struct LinksAndModesTests {
  @Test(arguments: [mode_t(0o600), 0o640, 0o644, 0o444])
  func theModeIsKept(permissions: mode_t) throws {
    let folder = try TemporaryFolder()
    let file = try start(folder("bookmarks.jsonl"))
    chmod(file.path, permissions)
    _ = try file.apply([.add(bookmark("new.org"))], now: moment(2))
    #expect(mode(file.path) == permissions)
    #expect(mode(file.path + ".bak-1970-01-01") == permissions)
  }

  @Test(.enabled(if: geteuid() == 0, "skipped: only root can give files away"))
  func theOwnerIsKept() throws {
    let folder = try TemporaryFolder()
    let file = try start(folder("bookmarks.jsonl"))
    #expect(chown(file.path, 65_534, 65_533) == 0)
    _ = try file.apply([.add(bookmark("new.org"))], now: moment(2))
    var status = stat()
    #expect(stat(file.path, &status) == 0)
    #expect(status.st_uid == 65_534 && status.st_gid == 65_533)
  }

  /// Who may not give a file away keeps it; the group stays where the system lets it.
  @Test(
    .enabled(
      if: geteuid() == 0 && systemProgram("setpriv") != nil, "skipped: needs root and setpriv"))
  func aFileOwnedByAnotherUserBecomesTheUsersOwn() throws {
    let folder = try TemporaryFolder()
    let path = folder("bookmarks.jsonl")
    try put(DamagedFileTests.sound, into: path, mode: 0o644)
    #expect(chown(path, 0, 65_533) == 0 && chmod(path, 0o664) == 0)
    #expect(chown(folder.path, 65_534, 65_534) == 0)
    let program = folder("writer")
    try copyProgram(BuiltProduct.path("file-writer"), to: program, mode: 0o755)
    let writer = try ChildProcess(
      systemProgram("setpriv") ?? "",
      ["--reuid=65534", "--regid=65534", "--groups=65533", program, path, "n", "1"])
    #expect(writer.wait() == 0, "\(writer.output)")
    var status = stat()
    #expect(stat(path, &status) == 0)
    #expect(status.st_uid == 65_534 && status.st_gid == 65_533 && mode(path) == 0o664)
  }

  @Test func aLinkedFileIsReplacedWhereItReallyIs() throws {
    let folder = try TemporaryFolder()
    mkdir(folder("dotfiles"), 0o700)
    mkdir(folder("data"), 0o700)
    symlink("../middle", folder("data/bookmarks.jsonl"))
    symlink(folder("dotfiles/marks"), folder("middle"))
    // Leads to nothing yet.
    let file = BookmarkFile(path: folder("data/bookmarks.jsonl"))
    #expect(file.load() == .nothing)
    for url in ["a.org", "b.org"] { _ = try file.apply([.add(bookmark(url))], now: moment(1)) }
    #expect(isLink(folder("data/bookmarks.jsonl")) && isLink(folder("middle")))
    #expect(BookmarkFile(path: folder("dotfiles/marks")).load().bookmarks.count == 2)
    #expect(folder.names() == ["data", "dotfiles", "middle"])
  }

  @Test func aLinkIntoAMissingFolderMakesNothing() throws {
    let folder = try TemporaryFolder()
    symlink(folder("unmounted/marks"), folder("bookmarks.jsonl"))
    let file = BookmarkFile(path: folder("bookmarks.jsonl"))
    let expected = UserFileError.file(
      .system(.openFolder, path: folder("unmounted/marks"), code: ENOENT))
    #expect(throws: expected) { try file.apply([.add(bookmark("a.org"))], now: moment(1)) }
    #expect(folder.names() == ["bookmarks.jsonl"])
  }

  @Test func aDanglingParentFolderIsReportedAndNothingIsCreated() throws {
    let folder = try TemporaryFolder()
    symlink(folder("unmounted/share"), folder("share"))
    let file = BookmarkFile(path: folder("share/awl/bookmarks.jsonl"))
    #expect(file.load() == .nothing)
    let error = #expect(throws: UserFileError.self) {
      try file.apply([.add(bookmark("a.org"))], now: moment(1))
    }
    #expect(error == .file(.noFolder(path: file.path, folder: folder("share"), code: ENOENT)))
    #expect(error?.description.contains("\(folder("share")) (No such") == true)
    #expect(error?.description.hasSuffix(": create the folder, or fix the link") == true)
    #expect(folder.names() == ["share"])
  }

  @Test func aFolderThatNobodyCanMakeIsReported() throws {
    let path = "/proc/nope/.local/share/awl/bookmarks.jsonl"
    let error = UserFileError.file(.noFolder(path: path, folder: "/proc/nope", code: ENOENT))
    #expect(throws: error) {
      try BookmarkFile(path: path).apply([.add(bookmark("a.org"))], now: moment(1))
    }
  }

  @Test func aFileInTheFoldersPlaceIsReported() throws {
    let folder = try TemporaryFolder()
    try put("text".utf8, into: folder("share"))
    let path = folder("share/awl/bookmarks.jsonl")
    let error = UserFileError.file(
      .noFolder(path: path, folder: folder("share"), code: ENOTDIR))
    #expect(throws: error) {
      try BookmarkFile(path: path).apply([.add(bookmark("a.org"))], now: moment(1))
    }
  }

  @Test func linksInACircleAreReported() throws {
    let folder = try TemporaryFolder()
    symlink("two", folder("one"))
    symlink("one", folder("two"))
    let file = BookmarkFile(path: folder("one"))
    #expect(throws: UserFileError.file(.linkLoop(path: folder("one")))) {
      try file.apply([.add(bookmark("a.org"))], now: moment(1))
    }
    #expect(file.load().isReadOnly)
    #expect(file.load().notices.map(\.what) == ["the links form a loop: fix them"])
  }

  @Test(arguments: ["folder", "pipe", "full", "zero"])
  func specialFilesAreLeftAlone(kind: String) throws {
    let folder = try TemporaryFolder()
    let path = folder("bookmarks.jsonl")
    switch kind {
    case "folder": mkdir(path, 0o700)
    case "pipe": mkfifo(path, 0o600)
    default: symlink("/dev/\(kind)", path)
    }
    let file = BookmarkFile(path: path)
    #expect(file.load().isReadOnly)
    #expect(throws: UserFileError.self) {
      try file.apply([.add(bookmark("a.org"))], now: moment(1))
    }
    #expect(folder.names() == ["bookmarks.jsonl"])
  }

  @Test func aFileTooLargeIsNotRead() throws {
    let folder = try TemporaryFolder()
    let file = try start(folder("bookmarks.jsonl"))
    #expect(truncate(file.path, 1 << 30) == 0)
    #expect(throws: UserFileError.file(.tooLarge(path: file.path, bytes: 1 << 30))) {
      try file.apply([.add(bookmark("a.org"))], now: moment(1))
    }
    #expect(file.load().isReadOnly)
  }

  @Test func theOtherNameOfAHardLinkKeepsTheOldContent() throws {
    let folder = try TemporaryFolder()
    let file = try start(folder("bookmarks.jsonl"))
    let before = contents(file.path)
    #expect(link(file.path, folder("other")) == 0)
    _ = try file.apply([.add(bookmark("new.org"))], now: moment(2))
    #expect(contents(folder("other")) == before)
    #expect(file.load().bookmarks.count == 2)
  }

  @Test func aPlantedTemporaryLinkIsNotFollowed() throws {
    let folder = try TemporaryFolder()
    let file = try start(folder("bookmarks.jsonl"))
    try put("precious".utf8, into: folder("precious"))
    for name in [
      ".bookmarks.jsonl.tmp.1.1", "bookmarks.jsonl.bak", "bookmarks.jsonl.bak-1970-01-02",
      ".bookmarks.jsonl.held-1970-01-02",
    ] {
      symlink(folder("precious"), folder(name))
    }
    for day in 0..<3 {
      _ = try file.apply([.add(bookmark("b.org"))], now: moment(day * 86_400_000))
    }
    #expect(text(folder("precious")) == "precious")
    unlink(folder(".bookmarks.jsonl.lock"))
    symlink(folder("precious"), folder(".bookmarks.jsonl.lock"))
    #expect(throws: UserFileError.self) {
      try file.apply([.add(bookmark("c.org"))], now: moment(1))
    }
    #expect(text(folder("precious")) == "precious")
  }

  private func start(_ path: String) throws -> BookmarkFile {
    let file = BookmarkFile(path: path)
    _ = try file.apply([.add(bookmark("a.org"))], now: moment(1))
    return file
  }

  private func isLink(_ path: String) -> Bool {
    var status = stat()
    return lstat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFLNK
  }
}
