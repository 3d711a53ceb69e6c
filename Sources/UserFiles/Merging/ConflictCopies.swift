internal import Glibc
public import ListModel

/// The copies that Syncthing, Dropbox and Nextcloud leave next to a file that was changed on two
/// machines: `bookmarks.sync-conflict-20230101-120000-ABCDEFG.jsonl`, `bookmarks (conflicted copy
/// 2023-01-01).jsonl`.
public struct ConflictCopies: Sendable {
  /// The maximum number of copies merged at once; further ones wait for the next time.
  private static let limit = 100

  private let path: String

  /// Creates the copies of a file, next to the target of its link.
  public init(of path: String) {
    self.path = path
  }

  /// Merges the copies into the file and renames each to `NAME.merged`, so that none is lost and
  /// none is merged twice.
  ///
  /// Returns the notices.
  ///
  /// Costs a look at the folder if there are none.
  public func merge(now: Timestamp) -> [FileNotice] {
    do throws(FileError) {
      let place = try FileLocation(path)
      return try found(beside: place).prefix(Self.limit).map { name in
        let copy = FileLocation(folder: place.folder, name: name)
        return FileNotice(path: copy.path, what: merge(copy, now: now))
      }
    } catch {
      // A missing folder has no copies; other problems are reported with the file.
      return []
    }
  }

  private func found(beside place: FileLocation) throws(FileError) -> [String] {
    let (stem, suffix) = parts(of: place.name)
    let folder = try openFolder(place.folder, path: place.path)
    return try names(in: folder, beginningWith: stem, path: place.path).filter { name in
      let middle = name.utf8.dropFirst(stem.utf8.count)
      return name.utf8.count > stem.utf8.count + suffix.utf8.count
        && name.utf8.reversed().starts(with: suffix.utf8.reversed())
        && isConflict(String(decoding: middle, as: UTF8.self))
    }.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
  }

  private func merge(_ copy: FileLocation, now: Timestamp) -> String {
    var refusal: FileMergeError?
    do throws(FileError) {
      guard let theirs = try DurableFile(path: copy.path).read() else { return "no longer exists" }
      try DurableFile(path: path).update(now: now) { bytes in
        let ours = ResolvedFile(bytes ?? []).bytes
        do throws(FileMergeError) {
          let merged = try FileMerge.merge(base: [], ours: ours, theirs: ResolvedFile(theirs).bytes)
          return merged == bytes ? nil : Revision(merged)
        } catch {
          refusal = error
          return nil
        }
      }
    } catch {
      return "is a conflict copy that could not be merged: \(error.what)"
    }
    if let refusal { return "is a conflict copy that could not be merged: \(refusal)" }
    guard rename(copy.path, copy.path + ".merged") == 0 else {
      return "is a conflict copy that was merged, but cannot be renamed"
    }
    return "was a conflict copy: it is merged, and is now \(copy.name).merged"
  }
}

/// Returns a name before and from its last dot on.
private func parts(of name: String) -> (stem: String, suffix: String) {
  guard let dot = name.utf8.lastIndex(of: UInt8(ascii: ".")), dot != name.startIndex else {
    return (name, "")
  }
  return (String(name[..<dot]), String(name[dot...]))
}

/// Returns whether the part after a file's stem is one that these programs add.
private func isConflict(_ text: String) -> Bool {
  guard text.utf8.starts(with: ".sync-conflict-".utf8) else {
    let isBracketed = text.utf8.starts(with: " (".utf8) || text.utf8.starts(with: "_conflict-".utf8)
    return isBracketed && text.contains("conflict")
  }
  return true
}
