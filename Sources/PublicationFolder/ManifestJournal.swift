import Glibc
import Synchronization

/// Appends the files about to be written to the manifest, for several threads.
///
/// The first append creates the manifest of a folder that has none, and cuts off an incomplete
/// line that a killed run left, which would damage the next one.
final class ManifestJournal: Sendable {
  private let state: Mutex<State>
  private let header: [UInt8]
  /// The length of the complete lines of the manifest.
  private let whole: Int

  private struct State {
    /// Below 0 until something is appended.
    var file: CInt = -1
  }

  /// - Parameters:
  ///   - manifest: the manifest as it was found.
  ///   - header: the first line of one that is begun.
  init(_ manifest: [UInt8], header: [UInt8]) {
    whole = (manifest.lastIndex(of: UInt8(ascii: "\n")) ?? -1) + 1
    self.header = header
    state = Mutex(State())
  }

  deinit {
    let file = state.withLock(\.file)
    if file >= 0 { close(file) }
  }

  /// Appends lines to the manifest of a tree's folder.
  func append(_ lines: [UInt8], in tree: FolderTree) throws(FolderError) {
    // The lock takes no typed errors.
    let result = state.withLock { state -> Result<Void, FolderError> in
      do throws(FolderError) {
        if state.file < 0 {
          state.file = try tree.openManifest()
          guard retrying({ ftruncate(state.file, whole) }) == 0 else {
            throw .failed(path: Manifest.name, code: errno)
          }
          if whole == 0 { try FolderTree.writeAll(state.file, header, Manifest.name) }
        }
        try FolderTree.writeAll(state.file, lines, Manifest.name)
        return .success(())
      } catch {
        return .failure(error)
      }
    }
    try result.get()
  }
}
