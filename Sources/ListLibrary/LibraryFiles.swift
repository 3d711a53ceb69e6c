import Glibc
import UserFiles

/// The files of the library's cache.
struct LibraryFiles: Sendable {
  /// The cache directory.
  let folder: String

  init(_ directories: Directories) { folder = directories.cache }

  /// The sources' content at the last sync.
  var database: String { folder + "/catalog.sqlite" }
  /// The catalog as the screen maps it.
  var projection: String { folder + "/catalog.image" }
  /// How the sources were at the last sync.
  var sources: String { folder + "/sources.jsonl" }
  /// The clones of repositories.
  var repositories: String { folder + "/repositories" }

  /// Makes the folder, and those above it, for the user only.
  func makeFolder() throws(LibraryError) {
    var path = ""
    for part in folder.utf8.split(separator: UInt8(ascii: "/")) {
      path += "/" + String(decoding: part, as: UTF8.self)
      guard mkdir(path, 0o700) != 0 else { continue }
      guard errno == EEXIST else { throw .unwritable(path: path, code: errno) }
      var status = stat()
      guard stat(path, &status) == 0 else { throw .unwritable(path: path, code: errno) }
    }
  }
}

/// The lock on the library's files, held until it goes out of scope.
struct LibraryLock: ~Copyable {
  private let descriptor: Int32

  /// Takes the lock, or throws `.busy` if another process has it for two seconds.
  init(_ files: LibraryFiles) throws(LibraryError) {
    try files.makeFolder()
    let path = files.folder + "/catalog.lock"
    let opened = open(path, O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW, 0o600)
    guard opened >= 0 else { throw .unwritable(path: path, code: errno) }
    // A program that is being started holds the open files of its parent until it runs.
    var patience = 200
    while flock(opened, LOCK_EX | LOCK_NB) != 0 {
      guard patience > 0 else {
        close(opened)
        throw .busy
      }
      patience -= 1
      usleep(10_000)
    }
    descriptor = opened
  }

  deinit { close(descriptor) }
}
