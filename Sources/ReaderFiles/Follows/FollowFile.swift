public import ListModel

/// What the reader follows, on the disk: `follows.jsonl`, kept as safely as bookmarks are.
///
/// `DurableFile` has the protocol. A later version's file is read but never written; lines that
/// cannot be read are carried through. The calls block and belong on a thread of their own.
public struct FollowFile: Sendable {
  private let file: DurableFile

  /// The file at an absolute path, which may be a link and need not exist.
  public init(path: String, patience: Int = 5_000) {
    file = DurableFile(
      path: path, sizeLimit: 16 << 20, patience: patience, backups: Self.backedUp)
  }

  /// What is followed, by its source.
  private static let backedUp = BackedUpContent(
    noun: "source", wayBack: { path, backup in "cp \(backup) \(path)" }
  ) { bytes in
    BackedUpItems(present: Set(FollowDocument(bytes).follows.map { Array($0.source.utf8) }))
  }

  /// The file's absolute path, as the reader knows it.
  public var path: String { file.path }

  /// What the file holds now; nothing, with a notice, where it cannot be read.
  public func load() -> FollowFileContents {
    do throws(FileError) {
      let bytes = try file.read() ?? []
      let settled = SettledFile(bytes)
      let document = FollowDocument(settled.bytes)
      return FollowFileContents(
        follows: document.follows,
        notices: file.lossNotices(bytes) + settled.notices(path: path)
          + document.notices(path: path))
    } catch {
      return FollowFileContents(
        follows: [], notices: [FileNotice(path: path, what: error.what)], failure: .file(error))
    }
  }

  /// Adds a source, unless it is there with the same files; it is on the disk when this returns.
  public func add(_ follow: Follow, now: Timestamp) throws(ReaderFileError) {
    try change(now: now) { document in
      let known = document.follows.first { $0.source.utf8.elementsEqual(follow.source.utf8) }
      guard let known else { return document.revision(adding: [follow]) }
      let isSame = known.files.elementsEqual(follow.files) { $0.utf8.elementsEqual($1.utf8) }
      return isSame ? nil : document.revision(changing: follow)
    }
  }

  /// Takes a source away; nothing happens where it is not there.
  public func remove(_ source: String, now: Timestamp) throws(ReaderFileError) {
    try change(now: now) { document in
      let isThere = document.follows.contains { $0.source.utf8.elementsEqual(source.utf8) }
      return isThere ? document.revision(removing: [source]) : nil
    }
  }

  private func change(
    now: Timestamp, _ revise: (FollowDocument) -> Revision?
  ) throws(ReaderFileError) {
    var refusal: ReaderFileError?
    do throws(FileError) {
      try file.update(now: now) { bytes in
        let settled = SettledFile(bytes ?? [])
        let document = FollowDocument(settled.bytes)
        refusal = document.refusal(path: path)
        guard refusal == nil, var revision = revise(document) else { return nil }
        if settled.hadConflict, let bytes { revision.damage = [bytes[...]] }
        return revision
      }
    } catch {
      throw .file(error)
    }
    if let refusal { throw refusal }
  }
}

/// What a follows file holds.
public struct FollowFileContents: Equatable, Sendable {
  /// What is followed, each source once, in the order of the file.
  public var follows: [Follow]
  /// What the reader is to be told.
  public var notices: [FileNotice]
  /// Why the file could not be read; `follows` then says nothing.
  public var failure: ReaderFileError?
}
