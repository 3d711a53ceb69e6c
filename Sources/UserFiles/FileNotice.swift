/// Something odd about a file that is reported and stops nothing.
public struct FileNotice: Equatable, Sendable {
  /// The file.
  public let path: String
  /// The line, counted from 1; 0 if none is at fault.
  public let line: Int
  /// What is odd and how it was handled.
  public let what: String
  /// What sort of thing it is.
  public let kind: Kind

  /// What sort of thing is odd.
  public enum Kind: Equatable, Sendable {
    /// Something in the file as is.
    case content
    /// A value in the file that is odd; what has it is read all the same.
    case value
    /// Much that its backups have is gone from the file.
    case loss
    /// A save is safe, but its backup could not be made.
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
