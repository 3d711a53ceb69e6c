import Glibc
import ListModel
import UserFiles

/// Whatever is in the bookmarks file, a change keeps what could be read, and the rest aside.
func checkBookmarks(_ bytes: [UInt8]) {
  guard let folder = getenv("FUZZ_FOLDER").map({ String(cString: $0) }) else { return }
  let path = folder + "/bookmarks.jsonl"
  write(bytes, into: path)
  let file = BookmarkFile(path: path)
  let before = file.load()
  let now = Timestamp(milliseconds: 1_800_000_000_000)
  let added = Bookmark(url: "https://fuzz.example/", title: "x", added: now, changed: now)
  guard let after = try? file.apply([.add(added)], now: now) else {
    require(before.isReadOnly, "only what is read-only cannot be changed")
    require(read(path) == bytes, "a refused file is not touched")
    return
  }
  require(!before.isReadOnly, "what is read-only is not changed")
  require(after.bookmarks[added.key]?.isBookmarked == true, "what is added is there")
  for bookmark in before.bookmarks.live {
    require(after.bookmarks[bookmark.key] != nil, "what was there is there")
  }
  let first = read(path)
  let loaded = file.load()
  require(loaded.bookmarks.count == after.bookmarks.count, "what is written can be read")
  _ = try? file.apply([.add(added)], now: now)
  require(read(path) == first, "the same change again changes nothing")
  removeFiles(in: folder)
}

private func write(_ bytes: [UInt8], into path: String) {
  let descriptor = open(path, O_WRONLY | O_CREAT | O_TRUNC, 0o600)
  defer { close(descriptor) }
  _ = Glibc.write(descriptor, bytes, bytes.count)
}

private func read(_ path: String) -> [UInt8] {
  let descriptor = open(path, O_RDONLY)
  defer { close(descriptor) }
  var bytes = [UInt8](repeating: 0, count: 1 << 20)
  let count = Glibc.read(descriptor, &bytes, bytes.count)
  return Array(bytes[..<max(0, count)])
}

private func removeFiles(in folder: String) {
  guard let directory = opendir(folder) else { return }
  defer { closedir(directory) }
  while let entry = readdir(directory) {
    let name = withUnsafeBytes(of: entry.pointee.d_name) { bytes in
      String(decoding: bytes.prefix { $0 != 0 }, as: UTF8.self)
    }
    unlink(folder + "/" + name)
  }
}
