import GitProcess
import ListHistory

/// The files of a repository that are its list.
struct HistoryFiles {
  /// The repository as it is followed.
  let source: String
  /// What the newest commit holds.
  let files: [TreeFile]
  /// Where a file that was asked for is now, if it was renamed since the list was read last.
  let renamed: (_ index: Int) throws -> String?

  /// The paths of what was asked for, else of the README.
  func paths(_ asked: [String]) throws -> [String] {
    guard asked.isEmpty else {
      return try asked.enumerated().map { index, path in
        if isFile(path) { return path }
        guard let now = try renamed(index), isFile(now) else { throw GitError.notThere(path) }
        return now
      }
    }
    let regular = files.filter(\.kind.isRegular).map(\.path.text)
    if let readme = ReadmeChoice.path(among: regular) { return [readme] }
    let isLink = ReadmeChoice.path(among: files.map(\.path.text)) != nil
    throw LibraryError.noReadme(source, isLink: isLink)
  }

  private func isFile(_ path: String) -> Bool {
    files.contains { $0.kind.isRegular && $0.path == FilePath(path) }
  }
}

extension HistoryFiles {
  /// Paths as git has them, each once: without `./` before them.
  ///
  /// Throws for what is no path below the top of a repository.
  static func normalised(_ paths: [String]) throws(LibraryError) -> [String] {
    var normalised: [String] = []
    for path in paths {
      let parts = path.utf8.split(separator: UInt8(ascii: "/"), omittingEmptySubsequences: true)
        .filter { !$0.elementsEqual(".".utf8) }
        .map { String(decoding: $0, as: UTF8.self) }
      guard !parts.isEmpty, path.utf8.first != UInt8(ascii: "/"), !path.utf8.contains(0),
        !parts.contains("..")
      else { throw .noFile(path) }
      let name = parts.joined(separator: "/")
      if !normalised.contains(where: { $0.utf8.elementsEqual(name.utf8) }) {
        normalised.append(name)
      }
    }
    return normalised
  }
}
