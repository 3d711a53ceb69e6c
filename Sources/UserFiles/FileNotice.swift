/// A problem with a file that is reported but stops nothing.
public struct FileNotice: Equatable, Sendable {
  /// The file.
  public let path: String
  /// The line, counted from 1; 0 for the whole file.
  public let line: Int
  /// The problem and how it was handled.
  public let what: String
  /// The kind of problem.
  public let kind: Kind

  /// The kind of a problem.
  public enum Kind: Equatable, Sendable {
    /// Part of the file could not be read.
    case content
    /// An invalid value in the file; its record is read nevertheless.
    case value
    /// The file has lost much of what its backups have.
    case loss
    /// A save succeeded, but its backup failed.
    case backup
  }

  /// Creates a notice about a line, or about the whole file.
  public init(path: String, line: Int = 0, what: String, kind: Kind = .content) {
    self.path = path
    self.line = line
    self.what = what
    self.kind = kind
  }
}

extension FileNotice: CustomStringConvertible {
  /// `path:line: what`.
  public var description: String {
    line == 0 ? "\(path): \(what)" : "\(path):\(line): \(what)"
  }
}
