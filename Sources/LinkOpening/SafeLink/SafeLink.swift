/// A link that may be handed to a program: checked byte by byte, and written in plain ASCII.
///
/// Links come from strangers. What is here begins with http or https and names a host
/// that no two programs read differently; bytes that RFC 3986 has no place for are percent-encoded,
/// and a host in other letters is in its ASCII form. Checking a checked link gives it again.
///
///     try SafeLink("HTTPS://Exämple.org/a b").url   // https://xn--exmple-cua.org/a%20b
///     try SafeLink("javascript:alert(1)")            // throws LinkRefusal.scheme("javascript")
public struct SafeLink: Equatable, Sendable {
  /// A longer link is refused; no site that is worth reading needs one.
  static let lengthLimit = 8_192

  /// The whole link: ASCII, without controls, space or quotes.
  public let url: String
  /// The host in its ASCII form, lower-cased.
  public let host: String
  /// What the user should know before opening it.
  public let warnings: [LinkWarning]

  /// Checks a link as a list gives it; `text` is what it is under, if there is any.
  public init(_ raw: String, text: String = "") throws(LinkRefusal) {
    let parts = try LinkParts(raw)
    guard ["http", "https"].contains(parts.scheme) else { throw .scheme(parts.scheme) }
    let authority = try Authority(afterSlashesIn: parts.rest)
    let host = try HostName(authority.host)
    var bytes = Array(parts.scheme.utf8) + Array("://".utf8) + Array(host.ascii.utf8)
    if let port = authority.port { bytes += Array(":\(port)".utf8) }
    appendPercentEncoded(authority.rest, to: &bytes)
    guard bytes.count <= Self.lengthLimit else { throw .tooLong(bytes.count) }

    url = String(decoding: bytes, as: UTF8.self)
    self.host = host.ascii
    warnings = host.warnings + LinkWarning.ofText(text, over: host.ascii)
  }
}
