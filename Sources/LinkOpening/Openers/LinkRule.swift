/// Which links an opener is for; a part that is empty fits any.
public struct LinkRule: Equatable, Sendable {
  private let hosts: [String]
  private let schemes: [String]
  private let extensions: [String]

  /// The rule that any link fits.
  public static let any = LinkRule()

  /// - Parameters:
  ///   - hosts: hosts including their subdomains, so `youtube.com` includes `www.youtube.com`.
  ///   - extensions: path extensions, without the dot.
  public init(hosts: [String] = [], schemes: [String] = [], extensions: [String] = []) {
    self.hosts = hosts.map { $0.lowercased() }
    self.schemes = schemes.map { $0.lowercased() }
    self.extensions = extensions.map { $0.lowercased() }
  }

  /// Returns whether a link is one of them.
  func fits(_ link: SafeLink) -> Bool {
    let (scheme, path) = parts(of: link.url)
    return (hosts.isEmpty || hosts.contains { link.host == $0 || link.host.hasSuffix("." + $0) })
      && (schemes.isEmpty || schemes.contains(scheme))
      && (extensions.isEmpty || extensions.contains { path.hasSuffix("." + $0) })
  }

  /// Returns the scheme, and the path without query and fragment, both in lower case.
  private func parts(of url: String) -> (scheme: String, path: String) {
    let bytes = url.lowercased().utf8
    let scheme = bytes.prefix { $0 != UInt8(ascii: ":") }
    let path = bytes.dropFirst(scheme.count + 3).drop { $0 != UInt8(ascii: "/") }
      .prefix { $0 != UInt8(ascii: "?") && $0 != UInt8(ascii: "#") }
    return (String(scheme) ?? "", String(path) ?? "")
  }
}
