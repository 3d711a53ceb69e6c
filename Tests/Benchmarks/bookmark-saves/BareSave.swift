import Glibc

/// The least that any save must do that a power cut does not undo.
///
/// A new file is written and synced, renamed over the old one, and the folder is synced; there is
/// no lock, no check, and nothing to understand.
struct BareSave {
  let folder: String
  let bytes: [UInt8]

  /// Saves once; false if a system call failed.
  func run() -> Bool {
    let directory = open(folder, O_RDONLY | O_DIRECTORY)
    defer { close(directory) }
    let file = openat(directory, "bare-save.new", O_WRONLY | O_CREAT | O_EXCL, 0o600)
    guard directory >= 0, file >= 0 else { return false }
    let isWritten = write(file, bytes, bytes.count) == bytes.count && fsync(file) == 0
    return close(file) == 0 && isWritten
      && renameat(directory, "bare-save.new", directory, "bare-save") == 0 && fsync(directory) == 0
  }

  /// Removes the saved file.
  func remove() {
    unlink(folder + "/bare-save")
    unlink(folder + "/bare-save.new")
  }
}
