public import ListModel

/// The bookmarks of a session that could not save them, written to a place with free space.
///
/// It has the format of the bookmarks file, so it can be imported, and a unique name,
/// `bookmarks-unsaved-UTC.jsonl`, so nothing is overwritten.
public struct RescueCopy: Sendable {
  /// The folders to try, in order; missing ones are created.
  public let folders: [String]

  /// Creates a copy into the first of the folders that takes it.
  public init(folders: [String]) {
    self.folders = folders
  }

  /// Writes all bookmarks, including removed ones, and returns the path once they are on disk.
  ///
  /// Throws the error of the last folder.
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
