/// Why a link is not opened; it can still be shown and copied.
public enum LinkRefusal: Error, Equatable, Sendable {
  /// It is blank.
  case empty
  /// It has more bytes than a link may have.
  case tooLong(Int)
  /// It has a control character, which could hide or split it.
  case control(UInt8)
  /// It contains a backslash, which some programs read as a slash.
  case backslash
  /// It names no scheme: it is relative, or no link.
  case noScheme
  /// Its scheme is not allowed.
  case scheme(String)
  /// It names no host.
  case noHost
  /// It has a user name before the host, which can be disguised as the host.
  case userName
  /// Its port is not a number from 1 to 65535.
  case port
  /// Its host has a character that is invalid in hosts, or looks like another.
  case host
}

extension LinkRefusal: CustomStringConvertible {
  /// The reason in a sentence, without a full stop.
  public var description: String {
    switch self {
    case .empty: "the link is empty"
    case .tooLong(let count):
      "the link has \(count) bytes; links over \(SafeLink.lengthLimit) are not opened"
    case .control: "the link has a control character, which could hide what it is"
    case .backslash: "the link has a backslash, which browsers read differently"
    case .noScheme: "the link is not a web address"
    case .scheme(let scheme): "links of \(scheme): are not opened"
    case .noHost: "the link names no host"
    case .userName: "the link has a user name before its host, which can hide the host"
    case .port: "the link has a port that is none"
    case .host: "the link's host has a character that could be taken for another"
    }
  }
}
