package import Browser
internal import Glibc
package import ListModel
package import UserFiles

/// The last session on disk: `session.json` in the state directory.
///
/// It is a convenience: a damaged file is ignored and replaced at the end of the run; one of a
/// newer version is ignored and left alone. Calls block, so save on a separate thread.
package struct SessionFile: Sendable {
  /// The result of reading: neither a session nor an error if there is no file.
  package struct Contents: Sendable {
    package var session: Session?
    /// Why the file is ignored, as a message for the log.
    package var fault: String?
  }

  /// More than any session that is written; a larger file is taken for something else.
  static let sizeLimit = 1 << 20

  private let file: DurableFile

  /// Creates the file at an absolute path, which need not exist.
  package init(path: String, timeout: Int = 500) {
    file = DurableFile(path: path, sizeLimit: Self.sizeLimit, timeout: timeout)
  }

  /// The file's absolute path.
  var path: String { file.path }

  package func load() -> Contents {
    do throws(FileError) {
      guard let bytes = try file.read() else { return Contents() }
      do throws(SessionFault) {
        return Contents(session: try SessionDocument.read(bytes))
      } catch {
        return Contents(fault: "\(path): \(error): ignored")
      }
    } catch {
      return Contents(fault: "\(error): ignored")
    }
  }

  /// Replaces the contents of the file, unless they are the same or of a later version.
  package func save(_ session: Session, now: Timestamp) throws(FileError) {
    let bytes = SessionDocument.bytes(of: session)
    func write() throws(FileError) {
      try file.update(now: now) { old in
        guard let old else { return Revision(bytes, backsUp: false) }
        let isKept = old == bytes || SessionDocument.isOfLaterVersion(old)
        return isKept ? nil : Revision(bytes, backsUp: false)
      }
    }
    do {
      try write()
    } catch {
      // A file that is too large to be a session is removed, or it would block saving forever.
      guard case .tooLarge(let path, _) = error, unlink(path) == 0 else { throw error }
      try write()
    }
  }
}
