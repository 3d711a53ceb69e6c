internal import Glibc
public import ListModel

/// The filters that were typed in earlier runs: `filter-history.jsonl` in the state directory.
///
/// Each accepted filter is added to the current content on disk, so several runs share it. It is a
/// convenience: damage is dropped with the next change and not reported. Calls block, so add on a
/// separate thread.
public struct FilterHistoryFile: Sendable {
  /// As many as the screen walks back through.
  public static let most = 200

  private let file: DurableFile
  private let former: DurableFile?

  /// Creates the file at an absolute path, which need not exist.
  ///
  /// - Parameter former: the former path of the file; its content moves with the next change.
  public init(path: String, former: String? = nil, timeout: Int = 500) {
    file = DurableFile(path: path, sizeLimit: 1 << 20, timeout: timeout)
    self.former = former.map { DurableFile(path: $0, sizeLimit: 1 << 20, timeout: timeout) }
  }

  /// Returns the filters, oldest first; none if the file cannot be read.
  public func load() -> [String] {
    do throws(FileError) {
      return FilterHistoryDocument(try file.read() ?? formerBytes ?? []).filters
    } catch {
      return []
    }
  }

  /// Makes a filter the newest; does not change the file of a newer version.
  public func add(_ filter: String, now: Timestamp) throws(UserFileError) {
    do throws(FileError) {
      let formerBytes = formerBytes
      try file.update(now: now) { bytes in
        let document = FilterHistoryDocument(bytes ?? formerBytes ?? [])
        return document.isOurs ? document.revision(adding: filter) : nil
      }
      if formerBytes != nil, let former { unlink(former.path) }
    } catch {
      throw .file(error)
    }
  }

  private var formerBytes: [UInt8]? { try? former?.read() }
}
