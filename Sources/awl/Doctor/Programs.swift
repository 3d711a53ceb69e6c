import Glibc

/// Programs in the absolute folders of a search path.
struct Programs {
  private let folders: [String]

  init(path: String?) {
    folders = (path ?? "/usr/local/bin:/usr/bin:/bin").split(separator: ":")
      .filter { $0.hasPrefix("/") }.map(String.init)
  }

  /// Returns the paths of a program, the one that a shell would run first.
  func all(named name: String) -> [String] {
    folders.map { $0 + "/" + name }.filter { path in
      var status = stat()
      return stat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFREG
        && access(path, X_OK) == 0
    }
  }
}
