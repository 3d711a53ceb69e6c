/// The software of a repository's host, which determines the URL of a file's page.
enum HostKind {
  case gitHub, gitLab, gitea, sourceHut, bitbucket

  /// Creates the kind of a repository's host, by the host's name; nil if the name does not show it.
  init?(root: String) {
    guard let start = root.utf8.firstRange(of: "://".utf8)?.upperBound else { return nil }
    let host = String(
      decoding: root.utf8[start...].prefix { $0 != UInt8(ascii: "/") }, as: UTF8.self)
    switch host {
    case "github.com", "www.github.com": self = .gitHub
    case "bitbucket.org": self = .bitbucket
    case "git.sr.ht": self = .sourceHut
    case "codeberg.org", "gitea.com", "notabug.org", "git.disroot.org": self = .gitea
    case "salsa.debian.org", "framagit.org", "invent.kde.org", "0xacab.org": self = .gitLab
    default:
      let labels = host.split(separator: ".")
      if labels.contains("gitlab") {
        self = .gitLab
      } else if labels.contains("gitea") || labels.contains("forgejo") {
        self = .gitea
      } else if labels.contains("github") {
        self = .gitHub
      } else {
        return nil
      }
    }
  }

  /// Returns the address of a file; for an image that of its raw bytes.
  func page(of file: String, in root: String, branch: String) -> String {
    let isImage = HostKind.isImage(file)
    let folder =
      switch self {
      case .gitHub: "/\(isImage ? "raw" : "blob")/\(branch)/"
      case .gitLab: "/-/\(isImage ? "raw" : "blob")/\(branch)/"
      case .gitea: "/\(isImage ? "raw" : "src")/branch/\(branch)/"
      case .sourceHut: isImage ? "/blob/\(branch)/" : "/tree/\(branch)/item/"
      case .bitbucket: "/\(isImage ? "raw" : "src")/\(branch)/"
      }
    return root + folder + file
  }

  private static func isImage(_ file: String) -> Bool {
    let endings = [".png", ".jpg", ".jpeg", ".gif", ".svg", ".webp", ".avif", ".bmp", ".ico"]
    return endings.contains { ending in
      file.utf8.suffix(ending.utf8.count).map { asciiLowercased($0) }.elementsEqual(ending.utf8)
    }
  }
}
