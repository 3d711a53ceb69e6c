internal import Glibc
public import ListModel

/// A small user file that must never be lost, torn or blindly overwritten.
///
/// A save changes the current content on disk, not the content that was read earlier:
///
///  1. links are followed to the real file, and its folder is opened;
///  2. the lock next to the file is taken, and leftovers of killed saves are removed;
///  3. the file is read, and the caller revises its content;
///  4. damaged content is copied aside; the new content is written to a new file in the same
///     folder, with the mode and owner of the old one, and synced;
///  5. if a program that ignores the lock has changed the file meanwhile, start again at 3;
///  6. the new file is renamed over the old one, and the folder is synced;
///  7. the new content becomes the day's backup, if the file has backups (`BackupSeries`).
///
/// Only after step 6, when `onSaved` is called, is the content safe from a power cut. At any time
/// before, the file is either the complete old or the complete new one. Errors are thrown, never
/// retried silently. Calls block on the disk and on the lock, so use a separate thread.
public struct DurableFile: Sendable {
  /// The file's absolute path, as the user knows it; it may be a link.
  public let path: String
  /// The size above which a file is taken for something else.
  public let sizeLimit: Int
  /// How many milliseconds a save waits for others to finish theirs.
  public let timeout: Int
  /// The items to compare, if the file has backups.
  public let backups: BackedUpContent?

  /// Creates a file that need not exist yet; no system call is made.
  public init(
    path: String, sizeLimit: Int = 256 << 20, timeout: Int = 5_000,
    backups: BackedUpContent? = nil
  ) {
    self.path = path
    self.sizeLimit = sizeLimit
    self.timeout = timeout
    self.backups = backups
  }

  /// Returns the file's current content; nil if there is no file.
  ///
  /// Takes no lock: a file that is only ever replaced is always complete.
  public func read() throws(FileError) -> [UInt8]? {
    let place = try FileLocation(path)
    do {
      let folder = try openFolder(place.folder, path: place.path)
      return try FileSnapshot(of: place, in: folder, atMost: sizeLimit)?.bytes
    } catch {
      if error == .system(.openFolder, path: place.path, code: ENOENT) { return nil }
      throw error
    }
  }

  /// Changes the file by `revise`, and returns the notices.
  ///
  /// - Parameters:
  ///   - known: the content the caller last saw; it becomes a backup if another program has
  ///     truncated the file since.
  ///   - onSaved: called when the content is on the disk, with the notices so far; the backup is
  ///     made after it.
  ///   - revise: takes the current content (nil if there is no file) and returns the new one, or
  ///     nil for no change; may be called more than once
  @discardableResult
  public func update(
    now: Timestamp, known: [UInt8]? = nil, onSaved: ([FileNotice]) -> Void = { _ in },
    _ revise: ([UInt8]?) -> Revision?
  ) throws(FileError) -> [FileNotice] {
    let place = try FileLocation(path)
    let folder = try openFolder(of: place)
    try requireRegular(place, in: folder)
    let lock = try FileLock(of: place, in: folder, timeout: timeout)
    defer { withExtendedLifetime(lock) {} }
    try removeLeftovers(of: place, in: folder)
    // Five, since a program that changes the file faster than that will not stop.
    for _ in 0..<5 {
      let old = try FileSnapshot(of: place, in: folder, atMost: sizeLimit)
      guard let revision = revise(old?.bytes) else { return [] }
      var notices: [FileNotice] = []
      if let old, !revision.damage.isEmpty,
        let aside = try setAside(
          old, because: revision.damage, of: place, in: folder, now: now)
      {
        notices.append(FileNotice(path: aside, what: "is a copy of the damaged file"))
      }
      var keeping = BackupWriter(
        backups, of: place, in: folder, found: old, known: known, today: now.backupDay)
      guard try replace(old, by: revision, place, in: folder) else { continue }
      notices = keeping.lossNotices(after: revision.bytes) + notices
      onSaved(notices)
      keeping.keep(revision, FileAttributes(of: old), in: folder, today: now.backupDay)
      return notices + keeping.notices
    }
    throw .unsteady(path: place.path)
  }
}

extension DurableFile {
  /// Steps 4 to 6; false if the file was changed in between.
  private func replace(
    _ old: FileSnapshot?, by revision: Revision, _ place: FileLocation,
    in folder: borrowing Descriptor
  ) throws(FileError) -> Bool {
    let new = temporaryName(of: place)
    try makeFile(
      new, in: folder, revision.bytes, FileAttributes(of: old), path: place.path)
    do {
      for (suffix, content) in revision.copies {
        try copy(
          content, FileAttributes(of: old), as: ".\(place.name).\(suffix)", beside: place,
          in: folder)
      }
      guard try FileSnapshot.isCurrent(old, place, in: folder) else {
        unlinkat(folder.number, new, 0)
        return false
      }
      try call(.replace, place.path) {
        renameat(folder.number, new, folder.number, place.name)
      }
    } catch {
      unlinkat(folder.number, new, 0)
      throw error
    }
    guard fsync(folder.number) == 0 else { throw .notConfirmed(path: place.path, code: errno) }
    return true
  }
}
