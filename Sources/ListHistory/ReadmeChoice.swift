import LightweightMarkup

/// Which file of a repository is its README.
public enum ReadmeChoice {
  /// The path of the README among the files of a commit; nil where there is none.
  ///
  /// As on GitHub any case serves, and a file in the top folder goes before one in `.github` or
  /// `docs`; `ReadmeName` tells which of several suffixes goes first, and among equals the first
  /// file does.
  public static func path(among paths: [String]) -> String? {
    var best: (path: String, rank: Int)?
    for path in paths {
      guard let rank = rank(of: path), rank < best?.rank ?? .max else { continue }
      best = (path, rank)
    }
    return best?.path
  }

  private static func rank(of path: String) -> Int? {
    let bytes = Array(path.utf8)
    let lowercased = bytes.map { $0 >= 0x41 && $0 <= 0x5A ? $0 | 0x20 : $0 }
    for (place, folder) in ["", ".github/", "docs/"].enumerated()
    where lowercased.starts(with: folder.utf8) {
      if let rank = ReadmeName.rank(of: bytes.dropFirst(folder.utf8.count)) {
        return place * 1_000 + rank
      }
    }
    return nil
  }
}
