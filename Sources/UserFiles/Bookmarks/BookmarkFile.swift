internal import Glibc
public import ListModel
import Synchronization

/// The user's bookmarks on the disk: `bookmarks.jsonl`, which is never lost.
///
/// Changes are operations on the current content of the file, under a lock, so that any number of
/// awls can save concurrently (`DurableFile` has the protocol). The file of a newer version is read
/// but never written; unreadable lines and unknown fields are preserved. Both calls block, so use a
/// separate thread. A file is parsed once; a later save costs little more than comparing, writing
/// and syncing it.
public final class BookmarkFile: Sendable {
  let file: DurableFile
  private let remembered = DocumentCache()
  private let log = Mutex(BookmarkChangeLog())

  /// Creates the file at an absolute path, which may be a link and need not exist; `changes` are
  /// those that can be undone.
  public init(
    path: String, timeout: Int = 5_000, changes: BookmarkChangeLog = BookmarkChangeLog()
  ) {
    file = DurableFile(path: path, timeout: timeout, backups: Self.backedUp)
    log.withLock { $0 = changes }
  }

  /// The bookmarks of a file, by their links, including the remaining data of removed ones.
  private static let backedUp = BackedUpContent(
    noun: "bookmark", wayBack: { _, _ in "awl bookmarks restore" }
  ) { bytes in
    var items = BackedUpItems(present: [])
    for bookmark in BookmarkDocument(bytes).bookmarks.records {
      if bookmark.isRemoved {
        items.removed.insert(bookmark.key.bytes)
      } else {
        items.present.insert(bookmark.key.bytes)
      }
    }
    return items
  }

  /// The file's absolute path, as the user knows it.
  public var path: String { file.path }

  /// Returns the file's current content.
  ///
  /// Problems are reported as notices; a file that cannot be read at all has no bookmarks and is
  /// read-only.
  public func load() -> BookmarkFileContents {
    do throws(FileError) {
      let bytes = try file.read() ?? []
      if let known = remembered.bytes, known != bytes {
        file.keepBackup(ofKnown: known, now: .now())
      }
      let losses = file.lossNotices(bytes)
      let settled = ResolvedFile(bytes)
      let document = remembered.document(of: settled.bytes)
      return BookmarkFileContents(
        bookmarks: document.bookmarks,
        notices: losses + settled.notices(path: path) + document.notices(path: path),
        isReadOnly: document.refusal(path: path) != nil)
    } catch {
      return BookmarkFileContents(
        bookmarks: Bookmarks(),
        notices: [FileNotice(path: path, what: UserFileError.file(error).what)],
        isReadOnly: true)
    }
  }

  /// Whether the file has the same bytes as when it was last read or written here.
  public var isAsRemembered: Bool {
    guard let bytes = try? file.read() ?? [] else { return false }
    return isSame(remembered.bytes ?? [], bytes)
  }

  /// The changes of the file by the requests that were carried out so far.
  public var changes: BookmarkChangeLog { log.withLock { $0 } }

  /// Makes changes to the file; when this returns, they are on disk.
  ///
  /// Returns the resulting content, which may include changes by others. Without operations nothing
  /// is written. After an error the same operations may be retried.
  public func apply(
    _ operations: [BookmarkOperation], now: Timestamp
  ) throws(UserFileError) -> BookmarkFileContents {
    guard !operations.isEmpty else { return load() }
    return try revise(
      now: now,
      { bookmarks in
        bookmarks.apply(operations)
        return Set(operations.map(\.key))
      })
  }

  /// Makes, undoes and redoes changes; when `onSaved` is called, they are on the disk.
  ///
  /// The numbers belong to one window, which has its own object. After an error the same requests
  /// may be retried. The backup is made after `onSaved`; problems with it are returned.
  @discardableResult
  public func carryOut(
    _ requests: [BookmarkRequest], now: Timestamp, onSaved: (BookmarkSave) -> Void = { _ in }
  ) throws(UserFileError) -> BookmarkSave {
    let before = changes
    var log = before
    var outcome = BookmarkOutcome()
    do {
      let contents = try revise(now: now) { bookmarks in
        // A second call, if the file was changed in between, begins again.
        (log, outcome) = (before, BookmarkOutcome())
        var keys: Set<LinkKey> = []
        for request in requests {
          outcome.add(log.carryOut(request, on: &bookmarks))
          keys.formUnion(log.keys(of: request))
        }
        return keys
      } onSaved: { contents in
        self.log.withLock { $0 = log }
        onSaved(BookmarkSave(contents: contents, outcome: outcome))
      }
      return BookmarkSave(contents: contents, outcome: outcome)
    } catch {
      // It is in the file, so a retry finds the new values there.
      if case .file(.notConfirmed) = error { self.log.withLock { $0 = log } }
      throw error
    }
  }

  /// Revises the file by a change that returns the affected links.
  func revise(
    now: Timestamp, as purpose: RevisionPurpose = .change,
    takingFrom donor: BookmarkDocument? = nil,
    _ change: (inout Bookmarks) -> Set<LinkKey>,
    onSaved: (BookmarkFileContents) -> Void = { _ in }
  ) throws(UserFileError) -> BookmarkFileContents {
    var result = BookmarkDocument([])
    var contents = BookmarkFileContents(bookmarks: Bookmarks(), notices: [], isReadOnly: false)
    var refusal: UserFileError?
    do throws(FileError) {
      let notices = try file.update(now: now, known: remembered.bytes) { notices in
        remembered.remember(result)
        contents.notices =
          notices.filter { $0.kind == .loss } + contents.notices
          + notices.filter { $0.kind != .loss }
        onSaved(contents)
      } _: { bytes in
        let settled = ResolvedFile(bytes ?? [])
        let document = remembered.document(of: settled.bytes)
        contents.notices = settled.notices(path: path) + document.notices(path: path)
        refusal = document.refusal(path: path)
        guard refusal == nil else { return nil }
        var after = document.revised(
          now: now, takingFrom: donor, newID: randomID, change)
        purpose.prepare(&after.revision, of: document)
        result = after.document
        contents.bookmarks = result.bookmarks
        if settled.hadConflict, let bytes { after.revision.damage = [bytes[...]] }
        return after.revision
      }
      for notice in notices where !contents.notices.contains(notice) {
        contents.notices.append(notice)
      }
    } catch {
      throw .file(error)
    }
    if let refusal { throw refusal }
    return contents
  }
}

/// The result of a save.
public struct BookmarkSave: Sendable {
  /// The file's content after it.
  public let contents: BookmarkFileContents
  /// The outcome of the requests, combined.
  public let outcome: BookmarkOutcome
}

/// The content of a bookmarks file.
public struct BookmarkFileContents: Equatable, Sendable {
  /// The bookmarks that could be read.
  public var bookmarks: Bookmarks
  /// Notices, most important first; about a hundred at most.
  public var notices: [FileNotice]
  /// Whether awl will not write the file in its current state.
  public var isReadOnly: Bool

  /// The file's losses, if they are large.
  public var loss: FileNotice? { notices.first { $0.kind == .loss } }
  /// Why a save has no backup.
  public var backupFailure: FileNotice? { notices.first { $0.kind == .backup } }

  /// Creates the content of a file.
  public init(bookmarks: Bookmarks, notices: [FileNotice], isReadOnly: Bool) {
    self.bookmarks = bookmarks
    self.notices = notices
    self.isReadOnly = isReadOnly
  }
}

/// 128 random bits in hexadecimal.
func randomID() -> String {
  (0..<2).map { _ in
    let digits = String(UInt64.random(in: .min ... .max), radix: 16)
    return String(repeating: "0", count: 16 - digits.utf8.count) + digits
  }.joined()
}
