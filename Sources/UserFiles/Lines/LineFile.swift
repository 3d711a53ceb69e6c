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

/// One of the user's files, kept as safely as bookmarks are: follows, what was seen, saved filters.
///
/// A change is carried out on what is in the file then, under a lock, so that any number of awls
/// agree (`DurableFile` has the protocol). Marks of a conflict are settled; a later version's file
/// is read but never written; lines that cannot be read are carried through.
struct LineFile<Document: FileDocument>: Sendable {
  private let file: DurableFile

  /// - Parameters:
  ///   - noun: what a line is about.
  ///   - keys: what tells the lines apart; a backup is never replaced by a file that has lost many.
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

  /// Revises the file and gives what is to be reported.
  ///
  /// The change is on the disk when this returns.
  ///
  /// - Parameters:
  ///   - onSaved: called when the change is on the disk; the backup is made after it.
  ///   - revise: gives the new content, or nil to leave all as it is. It may be asked more than once.
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
