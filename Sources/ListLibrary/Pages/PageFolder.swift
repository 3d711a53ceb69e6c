import Glibc
import LightweightMarkup

/// Finds the pages at a path.
public enum PageFolder {
  /// Returns the file at a path, or the pages of the lists below a folder, in the order of their
  /// paths.
  ///
  /// In a folder with `content/*/*/README.md` these are the lists' daily pages; in any other its
  /// own README, or if there is none, the README of every subfolder, if its suffix is that of a
  /// markup language. Reads the names in all subfolders, eight deep, without following links.
  public static func pages(at path: String) throws(LibraryError) -> [String] {
    try files(at: path).map { $0.path.isEmpty ? path : path + "/" + $0.path }
  }

  /// Returns the same with the files' stamps; paths begin at the folder, and that of a single file
  /// is empty.
  static func files(at path: String) throws(LibraryError) -> [PageFile] {
    var status = stat()
    guard stat(path, &status) == 0 else { throw .unreadable(path: path, code: errno) }
    guard status.st_mode & S_IFMT == S_IFDIR else { return [PageFile("", status)] }
    var walk = FolderWalk(root: path)
    walk.run()
    let daily = walk.found.filter { PagePath.listName($0.path) != nil }
    let absolute = daily.isEmpty ? walk.found.filter { isDaily(path, $0) } : daily
    let own = walk.found.filter { !$0.path.utf8.contains(UInt8(ascii: "/")) }
    let pages = absolute.isEmpty ? (own.isEmpty ? walk.found : own) : absolute
    guard !pages.isEmpty else { throw .noPages(path: path) }
    return pages.sorted { $0.path.utf8.lexicographicallyPrecedes($1.path.utf8) }
  }

  /// Returns whether a page is a list's if the followed folder is inside the site's own.
  private static func isDaily(_ root: String, _ file: PageFile) -> Bool {
    PagePath.listName(root + "/" + file.path) != nil
  }
}

/// Gathers the READMEs below a folder, one of each folder.
private struct FolderWalk {
  let root: String
  private(set) var found: [PageFile] = []

  init(root: String) { self.root = root }

  mutating func run() {
    var open = [(path: "", depth: 0)]
    while let (path, depth) = open.popLast() {
      guard let folder = opendir(path.isEmpty ? root : root + "/" + path) else { continue }
      defer { closedir(folder) }
      var best: (file: PageFile, rank: Int)?
      defer { if let best { found.append(best.file) } }
      while let entry = readdir(folder) {
        let name = withUnsafeBytes(of: &entry.pointee.d_name) { bytes in
          Array(bytes.prefix { $0 != 0 })
        }
        guard name.first != UInt8(ascii: ".") else { continue }
        // Below, `README` and `README.txt` are most likely notes on some code.
        let rank = depth == 0 || ReadmeName.hasMarkup(name) ? ReadmeName.rank(of: name) : nil
        // Most file systems store the type of a file in its folder; otherwise it must be queried.
        let kind = entry.pointee.d_type
        guard rank != nil || kind == UInt8(DT_DIR) || kind == UInt8(DT_UNKNOWN) else { continue }
        let child = (path.isEmpty ? "" : path + "/") + String(decoding: name, as: UTF8.self)
        if kind == UInt8(DT_DIR) {
          if depth < 8 { open.append((child, depth + 1)) }
          continue
        }
        var status = stat()
        guard
          fstatat(
            dirfd(folder), String(decoding: name, as: UTF8.self), &status, AT_SYMLINK_NOFOLLOW) == 0
        else { continue }
        switch status.st_mode & S_IFMT {
        case S_IFREG:
          if let rank, (rank, child) < (best?.rank ?? .max, best?.file.path ?? "") {
            best = (PageFile(child, status), rank)
          }
        case S_IFDIR where depth < 8: open.append((child, depth + 1))
        default: continue
        }
      }
    }
  }
}
