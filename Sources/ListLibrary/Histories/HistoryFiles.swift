import GitProcess
import ListHistory

/// The files of a repository that are its list.
enum HistoryFiles {
  /// The paths of what was asked for among the files of a commit, else of the README.
  ///
  /// What was asked for and is not there is told by its name.
  static func paths(
    _ asked: [String], among files: [TreeFile]
  ) throws(GitError) -> [String] {
    guard asked.isEmpty else {
      for path in asked where !files.contains(where: { $0.path == FilePath(path) }) {
        throw .notThere(path)
      }
      return asked
    }
    guard let readme = ReadmeChoice.path(among: files.map(\.path.text)) else {
      throw .notThere("README.md")
    }
    return [readme]
  }
}
