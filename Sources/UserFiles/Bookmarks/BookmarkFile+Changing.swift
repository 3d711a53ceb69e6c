public import ListModel

extension BookmarkFile {
  /// Makes changes to a few links as `apply` does, and returns the bookmarks of only these links.
  ///
  /// Costs a fraction of `apply`, because the other lines of a valid file are checked but not
  /// decoded. A file that needs repair or produces notices is left to `apply`.
  public func change(
    _ operations: [BookmarkOperation], now: Timestamp
  ) throws(UserFileError) -> BookmarkFileContents {
    let keys = Set(operations.map(\.key))
    // Each line is compared with every link.
    guard 1...4 ~= keys.count else { return try apply(operations, now: now) }
    let limit = Timestamp(milliseconds: now.milliseconds - BookmarkDocument.remembrance)
    var changed: Bookmarks?
    let notices: [FileNotice]
    do throws(FileError) {
      notices = try file.update(now: now) { bytes in
        let revised = OutlinedDocument(bytes ?? [], of: keys, forgetting: limit)?
          .revised(by: operations, newID: randomID)
        changed = revised?.bookmarks
        return revised.map { Revision($0.bytes) }
      }
    } catch {
      throw .file(error)
    }
    guard let changed else { return try apply(operations, now: now) }
    return BookmarkFileContents(bookmarks: changed, notices: notices, isReadOnly: false)
  }

  /// Returns the bookmark of one link; nil if the file has none or cannot be read.
  ///
  /// Costs a fraction of `load`, because the other lines of a valid file are not parsed.
  public func bookmark(of key: LinkKey, now: Timestamp) -> Bookmark? {
    let limit = Timestamp(milliseconds: now.milliseconds - BookmarkDocument.remembrance)
    let outlined = (try? file.read()).flatMap { bytes in
      bytes.flatMap { OutlinedDocument($0, of: [key], forgetting: limit)?.bookmarks() }
    }
    return (outlined ?? load().bookmarks)[key]
  }
}
