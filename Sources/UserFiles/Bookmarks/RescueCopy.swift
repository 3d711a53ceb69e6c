public import ListModel

/// The bookmarks of a session that could not save them, written where there is still room.
///
/// It has the format of the bookmarks file, so that it can be imported, and a name of its own,
/// `bookmarks-unsaved-UTC.jsonl`, so that nothing is overwritten.
public struct RescueCopy: Sendable {
  /// The folders to try, in this order; those that are missing are made.
  public let folders: [String]

  /// Creates a copy into the first of the folders that takes it.
  public init(folders: [String]) {
    self.folders = folders
  }

  /// Writes all bookmarks, removed ones included, and gives the path; safe on the disk then.
  ///
  /// Throws what the last folder had against it.
  public func write(_ bookmarks: Bookmarks, now: Timestamp) throws(FileError) -> String {
    var bytes = FileFormat.header(named: BookmarkDocument.formatName) + [UInt8(ascii: "\n")]
    for bookmark in bookmarks.records {
      BookmarkLine.append(bookmark, unknown: [], to: &bytes)
    }
    var failure = FileError.notAFile(path: folders.last ?? "")
    for folder in folders {
      do throws(FileError) {
        return try write(bytes, into: folder, now: now)
      } catch {
        failure = error
      }
    }
    throw failure
  }
}

extension RescueCopy {
  private func write(
    _ bytes: [UInt8], into folderPath: String, now: Timestamp
  ) throws(FileError) -> String {
    let suffix = String(UInt32.random(in: .min ... .max), radix: 16)
    let place = FileLocation(
      folder: folderPath, name: "bookmarks-unsaved-\(now.compact)-\(suffix).jsonl")
    let folder = try openFolder(of: place)
    try makeFile(
      place.name, in: folder, bytes, FileAttributes(of: nil), path: place.path)
    try syncFolder(folder, path: place.path)
    return place.path
  }
}
