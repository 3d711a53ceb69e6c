import ListModel
import UserFiles

/// Merges conflict copies that sync programs left beside the user's files; returns what to report.
func mergeConflictCopies(_ folders: Directories) -> [FileNotice] {
  [folders.bookmarks, folders.follows, folders.seen].flatMap {
    ConflictCopies(of: $0).merge(now: .now())
  }
}
