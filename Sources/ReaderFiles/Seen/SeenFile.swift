public import ListModel

/// What the reader has seen, on the disk: `seen.jsonl`, kept as safely as bookmarks are.
///
/// Changes are carried out on what is in the file then, under a lock, so that any number of awls agree
/// (`DurableFile` has the protocol). A later version's file is read but never written; lines that cannot
/// be read and members that are not known are carried through. The calls block and belong on a thread
/// of their own.
public struct SeenFile: Sendable {
  private let file: DurableFile

  /// The file at an absolute path, which may be a link and need not exist.
  public init(path: String, patience: Int = 5_000) {
    file = DurableFile(
      path: path, sizeLimit: 64 << 20, patience: patience, backups: Self.backedUp)
  }

  /// What was seen, by its list.
  private static let backedUp = BackedUpContent(
    noun: "list", wayBack: { path, backup in "cp \(backup) \(path)" }
  ) { bytes in
    let lists = SeenDocument(bytes).seen.lists.keys
    return BackedUpItems(present: Set(lists.map { $0.path.utf8.map(asciiLowercased) }))
  }

  /// The file's absolute path, as the reader knows it.
  public var path: String { file.path }

  /// What the file holds now; nothing, with a notice, where it cannot be read.
  public func load() -> SeenFileContents {
    do throws(FileError) {
      let bytes = try file.read() ?? []
      let settled = SettledFile(bytes)
      let document = SeenDocument(settled.bytes)
      return SeenFileContents(
        seen: document.seen,
        notices: file.lossNotices(bytes) + settled.notices(path: path)
          + document.notices(path: path), isReadOnly: document.refusal(path: path) != nil)
    } catch {
      return SeenFileContents(
        seen: Seen(), notices: [FileNotice(path: path, what: error.what)], isReadOnly: true)
    }
  }

  /// Carries changes out; when `onSaved` is called, they are on the disk, and behind it the backup is
  /// made.
  ///
  /// Gives what the file holds then, which may be more than one knew of. After an error the changes may
  /// be tried again as they are.
  @discardableResult
  public func apply(
    _ changes: [SeenChange], now: Timestamp, onSaved: (Seen) -> Void = { _ in }
  ) throws(ReaderFileError) -> SeenFileContents {
    var contents = SeenFileContents(seen: Seen(), notices: [], isReadOnly: false)
    var refusal: ReaderFileError?
    do throws(FileError) {
      var isWritten = false
      let notices = try file.update(now: now) { _ in
        isWritten = true
        onSaved(contents.seen)
      } _: { bytes in
        let settled = SettledFile(bytes ?? [])
        let document = SeenDocument(settled.bytes)
        refusal = document.refusal(path: path)
        contents.notices = settled.notices(path: path) + document.notices(path: path)
        let revised = document.revised(by: changes)
        contents.seen = revised.seen
        guard refusal == nil, var revision = revised.revision else { return nil }
        if settled.hadConflict, let bytes { revision.damage = [bytes[...]] }
        return revision
      }
      if !isWritten, refusal == nil { onSaved(contents.seen) }
      contents.notices += notices
    } catch {
      throw .file(error)
    }
    if let refusal { throw refusal }
    return contents
  }
}

/// What a file of what was seen holds.
public struct SeenFileContents: Equatable, Sendable {
  /// What was seen of all lists.
  public var seen: Seen
  /// What the reader is to be told.
  public var notices: [FileNotice]
  /// Whether awl will not write the file as it is now.
  public var isReadOnly: Bool
}
