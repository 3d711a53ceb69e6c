import ListModel

/// The parsed content of a file of lines.
protocol FileDocument: SendableMetatype {
  /// Reads a whole file; a missing one is empty.
  init(_ bytes: [UInt8])

  /// Returns why this version must not write the file; nil if it may.
  func refusal(path: String) -> UserFileError?

  /// Notices about the file.
  func notices(path: String) -> [FileNotice]
}

/// A user file that is as safe as the bookmarks: follows, seen marks, saved filters.
///
/// A change is applied to the current content of the file, under a lock, so any number of awls can
/// run concurrently (`DurableFile` has the protocol). Conflict markers are resolved; the file of a
/// newer version is read but never written; unreadable lines are preserved.
struct LineFile<Document: FileDocument>: Sendable {
  private let file: DurableFile

  /// - Parameters:
  ///   - noun: the noun for a line.
  ///   - keys: the keys of the lines; a backup is never replaced by a file that has lost many of
  ///     them.
  init(
    path: String, megabytes: Int, timeout: Int, noun: String,
    keys: @escaping @Sendable (Document) -> [[UInt8]]
  ) {
    let backups = BackedUpContent(
      noun: noun, wayBack: { path, backup in "cp \(backup) \(path)" }
    ) { BackedUpItems(present: Set(keys(Document($0)))) }
    file = DurableFile(
      path: path, sizeLimit: megabytes << 20, timeout: timeout, backups: backups)
  }

  var path: String { file.path }

  /// Returns the file's current content.
  func read() throws(FileError) -> (document: Document, notices: [FileNotice]) {
    let bytes = try file.read() ?? []
    let settled = ResolvedFile(bytes)
    let document = Document(settled.bytes)
    let notices =
      file.lossNotices(bytes) + settled.notices(path: path) + document.notices(path: path)
    return (document, notices)
  }

  /// Revises the file and returns the notices.
  ///
  /// The change is on the disk when this returns.
  ///
  /// - Parameters:
  ///   - onSaved: called when the change is on the disk; the backup is made after it.
  ///   - revise: returns the new content, or nil for no change; may be called more than once
  func update(
    now: Timestamp, onSaved: () -> Void = {}, _ revise: (Document) -> Revision?
  ) throws(UserFileError) -> [FileNotice] {
    var notices: [FileNotice] = []
    var refusal: UserFileError?
    do throws(FileError) {
      let saved = try file.update(now: now) { _ in
        onSaved()
      } _: { bytes in
        let settled = ResolvedFile(bytes ?? [])
        let document = Document(settled.bytes)
        notices = settled.notices(path: path) + document.notices(path: path)
        refusal = document.refusal(path: path)
        guard refusal == nil, var revision = revise(document) else { return nil }
        if settled.hadConflict, let bytes { revision.damage = [bytes[...]] }
        return revision
      }
      notices += saved
    } catch {
      throw .file(error)
    }
    if let refusal { throw refusal }
    return notices
  }
}
