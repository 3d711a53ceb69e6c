/// A link that is safe to pass to a program: checked byte by byte, and in plain ASCII.
///
/// Links come from strangers. A safe link begins with http or https and has a host that all
/// programs read alike; bytes that RFC 3986 does not allow are percent-encoded, and an
/// international host is in its ASCII form. Checking is idempotent.
///
///     try SafeLink("HTTPS://Exämple.org/a b").url   // https://xn--exmple-cua.org/a%20b
///     try SafeLink("javascript:alert(1)")            // throws LinkRefusal.scheme("javascript")
public struct SafeLink: Equatable, Sendable {
  /// Longer links are refused; no site worth reading needs one.
  package static let lengthLimit = 8_192

  /// The whole link: ASCII, without control characters, spaces or quotes.
  public let url: String
  /// The host in its ASCII form, lower-cased.
  public let host: String
  /// The warnings to show before opening it.
  public let warnings: [LinkWarning]

  /// Checks a link from a list; `text` is its link text, if any.
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
