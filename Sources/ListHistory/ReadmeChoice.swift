import LightweightMarkup
import ListModel

/// Which file of a repository is its README.
public enum ReadmeChoice {
  /// Returns the path of the README among the files of a commit; nil if there is none.
  public static func path(among paths: [String]) -> String? { candidates(among: paths).first }

  /// Returns the README of each folder that may hold the repository's, the likeliest first.
  ///
  /// GitHub prefers the one in `.github`, but a list is usually in the top folder, and `.github`
  /// has a page on the organisation. The first with entries counts.
  ///
  /// Case does not matter, as on GitHub; a file in the top folder comes before one in `.github` or
  /// `docs`, `ReadmeName` ranks the suffixes, and among equals the first file wins.
  public static func candidates(among paths: [String]) -> [String] {
    var best: [Int: (path: String, rank: Int)] = [:]
    for path in paths {
      guard let rank = rank(of: path), rank.name < best[rank.folder]?.rank ?? .max else { continue }
      best[rank.folder] = (path, rank.name)
    }
    return best.sorted { $0.key < $1.key }.map(\.value.path)
  }

  private static func rank(of path: String) -> (folder: Int, name: Int)? {
    let bytes = Array(path.utf8)
    let lowercased = bytes.map(asciiLowercased)
    for (place, folder) in ["", ".github/", "docs/"].enumerated()
    where lowercased.starts(with: folder.utf8) {
      if let rank = ReadmeName.rank(of: bytes.dropFirst(folder.utf8.count)) {
        return (place, rank)
      }
    }
    return nil
  }
}
