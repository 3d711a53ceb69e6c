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

/// Gathers the READMEs below a folder, one of each folder, on all cores.
private struct FolderWalk {
  /// How deep folders are read.
  private static let levels = 8
  /// The number of folders that one worker reads in a row.
  private static let foldersOfBatch = 64

  let root: String
  private(set) var found: [PageFile] = []

  init(root: String) { self.root = root }

  mutating func run() {
    var folders = [""]
    for _ in 0...Self.levels where !folders.isEmpty {
      let level = read(folders)
      found += level.compactMap(\.readme)
      folders = level.flatMap(\.folders)
    }
  }

  /// Reads folders of one depth, in any order.
  private func read(_ folders: [String]) -> [FolderContents] {
    let count = Self.foldersOfBatch
    guard folders.count > count else {
      return folders.map { FolderContents(of: $0, below: root) }
    }
    let batches = stride(from: 0, to: folders.count, by: count).map { start in
      folders[start..<min(start + count, folders.count)]
    }
    let workers = Workers(batches, isCancelled: { false }) { [root] batch, give in
      give(batch.map { FolderContents(of: $0, below: root) })
    }
    var contents: [FolderContents] = []
    workers.run { contents += $0 }
    return contents
  }
}

/// What a folder has for the walk: its best README, and its folders.
private struct FolderContents: Sendable {
  private(set) var readme: PageFile?
  private(set) var folders: [String] = []
  private var rank = Int.max

  /// Reads the names in a folder at a path below the root; nothing if it cannot be read.
  init(of path: String, below root: String) {
    guard let folder = opendir(path.isEmpty ? root : root + "/" + path) else { return }
    defer { closedir(folder) }
    while let entry = readdir(folder) {
      let name = withUnsafeBytes(of: &entry.pointee.d_name) { bytes in
        Array(bytes.prefix { $0 != 0 })
      }
      guard name.first != UInt8(ascii: ".") else { continue }
      // Below, `README` and `README.txt` are most likely notes on some code.
      let rank = path.isEmpty || ReadmeName.hasMarkup(name) ? ReadmeName.rank(of: name) : nil
      // Most file systems store the type of a file in its folder; otherwise it must be queried.
      let kind = entry.pointee.d_type
      guard rank != nil || kind == UInt8(DT_DIR) || kind == UInt8(DT_UNKNOWN) else { continue }
      let child = (path.isEmpty ? "" : path + "/") + String(decoding: name, as: UTF8.self)
      if kind == UInt8(DT_DIR) {
        folders.append(child)
        continue
      }
      var status = stat()
      guard
        fstatat(
          dirfd(folder), String(decoding: name, as: UTF8.self), &status, AT_SYMLINK_NOFOLLOW) == 0
      else { continue }
      add(child, status, rank: rank)
    }
  }

  private mutating func add(_ path: String, _ status: stat, rank: Int?) {
    switch status.st_mode & S_IFMT {
    case S_IFREG:
      guard let rank, (rank, path) < (self.rank, readme?.path ?? "") else { return }
      (readme, self.rank) = (PageFile(path, status), rank)
    case S_IFDIR: folders.append(path)
    default: break
    }
  }
}
