public import ListModel

/// A backup of the bookmarks.
public struct BookmarkBackup: Sendable {
  /// Its day, as `restore` takes it.
  public let name: BackupName
  /// The bookmarks that it has.
  public let bookmarks: Bookmarks
  /// How many of them the file lacks, though the user has not removed them.
  public let missing: Int
}

/// The purpose of a revision.
enum RevisionPurpose {
  case change
  /// A backup is restored; the file before and after is stored, so that it can be undone.
  case restoring
  case undoingRestoration

  static let before = "before-restore"
  static let after = "after-restore"

  func prepare(_ revision: inout Revision, of document: BookmarkDocument) {
    switch self {
    case .change: break
    case .restoring:
      revision.copies = [Self.before: document.bytes, Self.after: revision.bytes]
    case .undoingRestoration: revision.mayLose = true
    }
  }
}

extension BookmarkFile {
  /// Returns the backups that can be restored, oldest first.
  public func backups() throws(UserFileError) -> [BookmarkBackup] {
    do throws(FileError) {
      let current = BookmarkDocument(try file.read() ?? []).bookmarks
      return try file.readBackups().map { name, content in
        let bookmarks = BookmarkDocument(content).bookmarks
        let missing = bookmarks.live.count { current.record(of: $0.key) == nil }
        return BookmarkBackup(name: name, bookmarks: bookmarks, missing: missing)
      }
    } catch {
      throw .file(error)
    }
  }

  /// Restores bookmarks that a backup has and the file lacks, and stores how to undo it.
  ///
  /// Nothing that was saved since is lost (`Bookmarks.restore`). Returns nil if there is no such
  /// backup.
  public func restore(
    _ name: BackupName, includingRemoved: Bool = false, now: Timestamp
  ) throws(UserFileError) -> BookmarkRestoration? {
    let content: [UInt8]?
    do throws(FileError) {
      content = try file.readBackups().first { $0.name == name }?.content
    } catch {
      throw .file(error)
    }
    guard let content else { return nil }
    let backup = BookmarkDocument(content)
    var current = load().bookmarks
    var restoration = current.restore(from: backup.bookmarks, includingRemoved: includingRemoved)
    // In that case nothing is written, and the previous restoration can still be undone.
    guard !restoration.keys.isEmpty else { return restoration }
    _ = try revise(
      now: now, as: .restoring, takingFrom: backup,
      { bookmarks in
        restoration = bookmarks.restore(
          from: backup.bookmarks, includingRemoved: includingRemoved)
        return restoration.keys
      })
    return restoration
  }

  /// Undoes the last restoration, except for later changes; returns the number of changed
  /// bookmarks, or nil if nothing was restored.
  public func undoRestoration(now: Timestamp) throws(UserFileError) -> Int? {
    let copies: [BookmarkDocument?]
    do throws(FileError) {
      let place = try FileLocation(path)
      copies = [
        try copy(RevisionPurpose.before, beside: place),
        try copy(RevisionPurpose.after, beside: place),
      ]
    } catch {
      throw .file(error)
    }
    guard let before = copies[0], let after = copies[1] else { return nil }
    var changed = 0
    _ = try revise(
      now: now, as: .undoingRestoration, takingFrom: before,
      { bookmarks in
        let keys = bookmarks.undoRestoration(from: before.bookmarks, to: after.bookmarks)
        changed = keys.count
        return keys
      })
    return changed
  }

  /// Accepts the file's current content: its losses are no longer reported.
  public func acceptLosses(now: Timestamp) throws(UserFileError) {
    do throws(FileError) {
      try file.acceptLosses(now: now)
    } catch {
      throw .file(error)
    }
  }

  private func copy(
    _ suffix: String, beside place: FileLocation
  ) throws(FileError) -> BookmarkDocument? {
    try DurableFile(path: "\(place.folder)/.\(place.name).\(suffix)").read()
      .map { BookmarkDocument($0) }
  }
}
