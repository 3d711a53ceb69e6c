/// Which file of a repository is its README.
public enum ReadmeChoice {
  /// The path of the README among the files of a commit; nil where there is none.
  ///
  /// As on GitHub any case serves, a file in the top folder goes before one in `.github` or
  /// `docs`, and `.md` before `.markdown`; among equals the first one does.
  public static func path(among paths: [String]) -> String? {
    var best: (path: String, rank: Int)?
    for path in paths {
      guard let rank = rank(of: path), rank < best?.rank ?? .max else { continue }
      best = (path, rank)
    }
    return best?.path
  }

  private static func rank(of path: String) -> Int? {
    let lowercased = path.utf8.map { $0 >= 0x41 && $0 <= 0x5A ? $0 | 0x20 : $0 }
    for (place, folder) in ["", ".github/", "docs/"].enumerated() {
      for (kind, ending) in [".md", ".markdown"].enumerated()
      where lowercased.elementsEqual((folder + "readme" + ending).utf8) {
        return place * 2 + kind
      }
    }
    return nil
  }
}
