import Dispatch

/// The file of a database that is filled for the first time, beside its final path.
///
/// A log would write everything twice. Without one, a crash in a transaction may damage the file:
/// so it gets its name only when it is complete and on the disk. What is left of it after a crash is
/// removed by the next one.
final class NewDatabaseFile: Sendable {
  private let file: ReplacementFile
  private let queue = DispatchQueue(label: "awl.disk", qos: .userInitiated)

  /// Creates an empty file for a path at which there is none.
  init(path: String) throws(LibraryError) {
    file = try ReplacementFile(path)
    CacheQuarantine.removeCompanions(of: path)
    CacheQuarantine.removeCompanions(of: file.temporary)
  }

  /// Where the file is as long as it is incomplete.
  var path: String { file.temporary }

  /// Starts writing to the disk, on another thread, what there is so far.
  func startSync() {
    queue.async { [self] in try? file.contents.sync() }
  }

  /// Gives the file its name; no connection to it may be open any more.
  func finish() throws(LibraryError) {
    queue.sync {}
    try file.contents.sync()
    try file.takePlace()
  }
}
