/// Why something is not a repository that awl clones.
public enum GitSourceError: Error, Equatable, Sendable {
  /// The address is empty.
  case empty
  /// More than 4,096 bytes.
  case tooLong
  /// It begins with `-`, as an option does.
  case option
  /// It contains a line break or another control character.
  case controlCharacter
  /// Another protocol than https: ssh, git, ext or others, or `user@host:path`.
  case otherProtocol
  /// http to a host of the net.
  case unencrypted
  /// A name or password before the host.
  case userInfo
  /// It contains a byte that a URL must encode, or an encoded control character.
  case invalidURL
  /// No host, or one that is not in ASCII.
  case invalidHost
  /// The URL has a host only.
  case noPath
  /// Neither a URL, nor a path, nor `owner/name`.
  case neither
  /// There is nothing readable at the path.
  case notThere(String)
  /// A path to something that is neither a repository nor a bundle.
  case noRepository(String)
}

extension GitSourceError: CustomStringConvertible {
  /// The error and what to type instead.
  public var description: String {
    switch self {
    case .empty: "no repository was named: give owner/name, a URL or a path"
    case .tooLong: "the address is longer than 4096 bytes: give a shorter one"
    case .option: "the address begins with a dash: give ./NAME for a path"
    case .controlCharacter: "the address contains a control character: remove it"
    case .otherProtocol: "only https repositories are followed: give https://HOST/PATH"
    case .unencrypted: "http is not encrypted: give https://HOST/PATH"
    case .userInfo: "the address contains a user name: remove the part before the @"
    case .invalidURL: "the address contains a character not allowed in URLs: encode it as %XX"
    case .invalidHost: "the address has no valid host: give https://HOST/PATH"
    case .noPath: "the address names a host only: give https://HOST/PATH"
    case .neither: "this is not a repository: give owner/name, a URL or a path"
    case .notThere(let path): "\(path) does not exist: check the path"
    case .noRepository(let path):
      "\(path) is neither a git repository nor a bundle: give the folder of a clone"
    }
  }
}
