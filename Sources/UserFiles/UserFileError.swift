/// Why one of the user's files could not be read or saved.
public enum UserFileError: Error, Equatable, Sendable {
  /// The file could not be read or written.
  case file(FileError)
  /// The file is of another version, mostly a later one; it is read-only for this one.
  case newerVersion(path: String, version: Int)
  /// The file says that it is something else.
  case otherFormat(path: String, format: String)
}

extension UserFileError: CustomStringConvertible {
  /// `path: error: how to fix it`.
  public var description: String {
    switch self {
    case .file(let error): error.description
    case .newerVersion(let path, _), .otherFormat(let path, _): "\(path): \(what)"
    }
  }

  /// The description without the path.
  var what: String {
    switch self {
    case .file(let error): error.what
    case .newerVersion(_, let version):
      "is of version \(version), which this awl does not know: read-only until awl is updated"
    case .otherFormat(_, let format): "is a file of \(format): read-only; move it away"
    }
  }
}
