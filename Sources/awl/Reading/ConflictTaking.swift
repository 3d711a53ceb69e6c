import ListModel
import ReaderFiles

/// Merges what sync programs left beside the reader's files; gives what is to be reported.
func takeInConflictCopies(_ folders: Directories) -> [FileNotice] {
  [folders.bookmarks, folders.follows, folders.seen].flatMap {
    ConflictCopies(of: $0).takeIn(now: .now())
  }
}
