import Glibc

/// Moves a cache file out of the way.
///
/// The copy is for diagnosis, so one is enough: an older one is overwritten.
struct CacheQuarantine {
  enum Reason {
    case damaged, newer

    var words: String {
      switch self {
      case .damaged: "the catalogue was damaged and is rebuilt"
      case .newer: "the catalogue was written by a newer awl and is rebuilt"
      }
    }

    var suffix: String {
      switch self {
      case .damaged: ".corrupt"
      case .newer: ".newer"
      }
    }
  }

  let path: String

  /// Renames the file and returns its new path; deletes its log, which would otherwise be applied
  /// to the next file of this name.
  func move(reason: Reason) throws(LibraryError) -> String {
    let aside = path + reason.suffix
    guard rename(path, aside) == 0 || errno == ENOENT else {
      throw .unwritable(path: path, code: errno)
    }
    Self.removeCompanions(of: path)
    return aside
  }

  /// Deletes the log and the journal of a database that is gone.
  static func removeCompanions(of path: String) {
    for companion in ["-wal", "-shm", "-journal"] { unlink(path + companion) }
  }
}
