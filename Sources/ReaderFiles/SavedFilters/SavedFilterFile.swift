public import ListModel

/// The filters that the reader saved, on the disk: `filters.jsonl`, kept as safely as bookmarks are.
///
/// A change is carried out on what is in the file then, under a lock (`DurableFile` has the protocol). A
/// later version's file is read but never written; lines that cannot be read and members that are not
/// known are carried through. The calls block and belong on a thread of their own.
public struct SavedFilterFile: Sendable {
  private let file: DurableFile

  /// The file at an absolute path, which may be a link and need not exist.
  public init(path: String, patience: Int = 5_000) {
    file = DurableFile(
      path: path, sizeLimit: 16 << 20, patience: patience, backups: Self.backedUp)
  }

  /// The filters, by their names.
  private static let backedUp = BackedUpContent(
    noun: "saved filter", wayBack: { path, backup in "cp \(backup) \(path)" }
  ) { bytes in
    let names = SavedFilterDocument(bytes).filters.all.map { Array($0.name.utf8) }
    return BackedUpItems(present: Set(names))
  }

  /// The file's absolute path, as the reader knows it.
  public var path: String { file.path }

  /// What the file holds now; nothing, with a notice, where it cannot be read.
  public func load() -> SavedFilterFileContents {
    do throws(FileError) {
      let bytes = try file.read() ?? []
      let settled = SettledFile(bytes)
      let document = SavedFilterDocument(settled.bytes)
      return SavedFilterFileContents(
        filters: document.filters,
        notices: file.lossNotices(bytes) + settled.notices(path: path)
          + document.notices(path: path), isReadOnly: document.refusal(path: path) != nil)
    } catch {
      return SavedFilterFileContents(
        filters: SavedFilters(), notices: [FileNotice(path: path, what: error.what)],
        isReadOnly: true)
    }
  }

  /// Carries a change out; it is on the disk when this returns.
  ///
  /// Gives what the file holds then, which may be more than one knew of.
  @discardableResult
  public func apply(
    _ change: SavedFilterChange, now: Timestamp
  ) throws(ReaderFileError) -> (contents: SavedFilterFileContents, outcome: SavedFilterOutcome) {
    var contents = SavedFilterFileContents(filters: SavedFilters(), notices: [], isReadOnly: false)
    var outcome = SavedFilterOutcome(before: nil, after: nil, isDone: false)
    var refusal: ReaderFileError?
    do throws(FileError) {
      let notices = try file.update(now: now) { bytes in
        let settled = SettledFile(bytes ?? [])
        let document = SavedFilterDocument(settled.bytes)
        refusal = document.refusal(path: path)
        let revised = document.revised(by: change)
        contents.filters = revised.filters
        contents.notices = settled.notices(path: path) + document.notices(path: path)
        outcome = revised.outcome
        guard refusal == nil, var revision = revised.revision else { return nil }
        if settled.hadConflict, let bytes { revision.damage = [bytes[...]] }
        return revision
      }
      contents.notices += notices
    } catch {
      throw .file(error)
    }
    if let refusal { throw refusal }
    return (contents, outcome)
  }
}

/// What a file of saved filters holds.
public struct SavedFilterFileContents: Equatable, Sendable {
  /// The filters in it.
  public var filters: SavedFilters
  /// What the reader is to be told.
  public var notices: [FileNotice]
  /// Whether awl will not write the file as it is now.
  public var isReadOnly: Bool
}
