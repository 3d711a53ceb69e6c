/// The environment of git: few variables, and none that a user's shell could turn against it.
///
/// Of the caller's environment only the search path, the home folder, the proxies and the
/// certificates are passed on; every inherited `GIT_` variable is dropped, and neither the
/// system's nor the user's git configuration is read.
struct GitEnvironment {
  private let inherited: [(name: String, value: String)]

  init(_ variables: [String: String]) {
    var kept: [(name: String, value: String)] = []
    let path = GitEnvironment.absoluteFolders(of: variables["PATH"] ?? "")
    kept.append(("PATH", path.joined(separator: ":")))
    let names = [
      "HOME", "http_proxy", "https_proxy", "HTTPS_PROXY", "all_proxy", "ALL_PROXY", "no_proxy",
      "NO_PROXY", "SSL_CERT_FILE", "SSL_CERT_DIR",
    ]
    for name in names {
      if let value = variables[name], !value.isEmpty { kept.append((name, value)) }
    }
    // Git's curl does not read SSL_CERT_FILE itself.
    if let certificates = variables["SSL_CERT_FILE"], !certificates.isEmpty {
      kept.append(("GIT_SSL_CAINFO", certificates))
    }
    inherited = kept
  }

  /// `NAME=value` for each variable; `transport` is the one protocol that git may use.
  func variables(for transport: GitSource.Transport?) -> [String] {
    let allowed =
      switch transport {
      case .https: "https"
      case .loopback: "http"
      case .file: "file"
      case nil: "none"
      }
    return inherited.map { "\($0.name)=\($0.value)" } + [
      "LC_ALL=C.UTF-8", "GIT_CONFIG_NOSYSTEM=1", "GIT_CONFIG_GLOBAL=/dev/null",
      "GIT_ATTR_NOSYSTEM=1", "GIT_TERMINAL_PROMPT=0", "GIT_ASKPASS=/bin/false",
      "SSH_ASKPASS=/bin/false", "GIT_SSH_COMMAND=/bin/false", "GIT_NO_LAZY_FETCH=1",
      "GIT_OPTIONAL_LOCKS=0", "GIT_PAGER=cat", "GIT_ALLOW_PROTOCOL=" + allowed,
    ]
  }

  /// Returns the folders of a search path that do not depend on the working folder.
  static func absoluteFolders(of path: String) -> [String] {
    path.utf8.split(separator: UInt8(ascii: ":")).filter { $0.first == UInt8(ascii: "/") }
      .map { String(decoding: $0, as: UTF8.self) }
  }
}
