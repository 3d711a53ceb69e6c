internal import Glibc

/// Why a file could not be read or saved.
///
/// Unless the case says otherwise, the file is as it was.
public enum FileError: Error, Equatable, Sendable {
  /// A system call failed.
  case system(FileStep, path: String, code: Int32)
  /// A parent folder does not exist and cannot be created; its path.
  case noFolder(path: String, folder: String, code: Int32)
  /// The path leads to a directory, a device or a pipe.
  case notAFile(path: String)
  /// The file has more bytes than any of awl's could have.
  case tooLarge(path: String, bytes: Int)
  /// Symbolic links form a loop.
  case linkLoop(path: String)
  /// Another process held the lock longer than a save waits; the holder, as recorded in the lock
  /// file.
  case locked(path: String, holder: String?)
  /// A program that ignores the lock kept changing the file.
  case unsteady(path: String)
  /// The new content is in place, but the disk did not confirm it; saving again is harmless.
  case notConfirmed(path: String, code: Int32)
}

/// The step at which a system call failed.
public enum FileStep: String, Sendable {
  case find, openFolder, lock, listFolder, read, create, write, setMode, sync, close
  case backUp, replace

  var verb: String {
    switch self {
    case .find: "find the file"
    case .openFolder: "open the folder"
    case .lock: "lock the file"
    case .listFolder: "list the folder"
    case .read: "read the file"
    case .create: "make a new file"
    case .write: "write"
    case .setMode: "set the file's mode"
    case .sync: "bring it to the disk"
    case .close: "finish writing"
    case .backUp: "keep a backup"
    case .replace: "put the new file in place"
    }
  }
}

extension FileError {
  /// The file it is about.
  var path: String {
    switch self {
    case .system(_, let path, _), .noFolder(let path, _, _), .notAFile(let path),
      .tooLarge(let path, _), .linkLoop(let path), .locked(let path, _), .unsteady(let path),
      .notConfirmed(let path, _):
      path
    }
  }

  /// The error and how to fix it, without the path.
  var what: String {
    switch self {
    case .system(let step, _, let code):
      "cannot \(step.verb) (\(text(of: code))): \(wayOut(of: code))"
    case .noFolder(_, let folder, let code):
      "cannot create the folder \(folder) (\(text(of: code))): \(wayOut(of: code))"
    case .notAFile: "is not a regular file: move it away"
    case .tooLarge(_, let bytes): "has \(bytes) bytes, which cannot be right: move it away"
    case .linkLoop: "the links form a loop: fix them"
    case .locked(_, let holder):
      "in use\(holder.map { " by \($0)" } ?? ""): try again when it is done"
    case .unsteady: "keeps changing: stop the other program"
    case .notConfirmed(_, let code):
      "written, but not confirmed by the disk (\(text(of: code))): save again"
    }
  }
}

extension FileError: CustomStringConvertible {
  /// `path: error: how to fix it`.
  public var description: String { "\(path): \(what)" }
}

private func text(of code: Int32) -> String {
  strerror(code).map { String(cString: $0) } ?? "error \(code)"
}

private func wayOut(of code: Int32) -> String {
  switch code {
  case ENOSPC, EDQUOT: "free some space"
  case EFBIG: "raise the limit on file sizes (ulimit -f)"
  case EROFS: "make the file system writable"
  case EACCES, EPERM: "check who may write the file and its folder"
  case ENOENT, ELOOP: "create the folder, or fix the link"
  case ENOTDIR: "move the existing file away"
  case EMFILE, ENFILE: "raise the limit on open files (ulimit -n)"
  case EIO: "check the disk"
  default: "nothing was changed; it will be tried again"
  }
}
