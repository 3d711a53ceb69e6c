/// Something odd about a file, which the reader is told and which stops nothing.
public struct FileNotice: Equatable, Sendable {
  /// The file.
  public let path: String
  /// The line, counted from 1; 0 where none is to blame.
  public let line: Int
  /// What is odd and what was done about it.
  public let what: String

  /// A notice about a line, or about the whole file.
  public init(path: String, line: Int = 0, what: String) {
    self.path = path
    self.line = line
    self.what = what
  }
}

extension FileNotice: CustomStringConvertible {
  /// `path:line: what`.
  public var description: String {
    line == 0 ? "\(path): \(what)" : "\(path):\(line): \(what)"
  }
}
