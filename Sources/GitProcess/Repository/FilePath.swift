/// The path of a file in a repository, as git's bytes; compared byte by byte.
public struct FilePath: Hashable, Sendable {
  /// The bytes, with `/` between folders; they need not be UTF-8.
  public let bytes: [UInt8]

  /// Takes the bytes as they are.
  public init(bytes: some Sequence<UInt8>) {
    self.bytes = Array(bytes)
  }

  /// Creates the path that a text spells.
  public init(_ text: String) {
    bytes = Array(text.utf8)
  }

  /// The path as text, with invalid UTF-8 replaced.
  public var text: String { String(decoding: bytes, as: UTF8.self) }
}

extension FilePath: CustomStringConvertible {
  public var description: String { text }
}
