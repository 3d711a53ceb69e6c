import Glibc
import UserFiles

/// Checks awl's folders and the user's own files: whether they exist, can be written by the user
/// alone, have damaged lines, and are locked.
struct FileChecks {
  let directories: Directories

  var findings: [Finding] {
    [
      folder("folder.config", directories.config), folder("folder.data", directories.data),
      folder("folder.state", directories.state), folder("folder.cache", directories.cache),
    ] + files.map { file($0.check, $0.path) } + spaces
  }

  /// bookmarks.jsonl, follows.jsonl, and every other existing file of lines.
  private var files: [(check: String, path: String)] {
    let own = [directories.bookmarks, directories.follows]
    let folders = [directories.data, directories.state, directories.state + "/digests"]
    let others = folders.flatMap { folder in
      fileNames(in: folder).filter { $0.hasSuffix(".jsonl") && !$0.hasPrefix(".") }
        .map { folder + "/" + $0 }
    }
    return (own + others.filter { !own.contains($0) }).map { path in
      let name = path.split(separator: "/").last ?? ""
      return ("file.\(name.dropLast(".jsonl".count))", path)
    }
  }

  private func folder(_ check: String, _ path: String) -> Finding {
    let inspection = FileInspection(path: path)
    switch inspection.kind {
    case .missing: return missing(check, path)
    case .folder: return access(check, inspection) ?? .ok(check, path)
    case .unknown(let reason): return unreadable(check, path, reason)
    case .file, .other:
      return .problem(check, "\(path) is not a folder", fix: "move it out of the way")
    }
  }

  /// Missing files are created when first needed, if the parent folder allows it.
  private func missing(_ check: String, _ path: String) -> Finding {
    var above = path
    repeat {
      above = above.lastIndex(of: "/").map { String(above[..<$0]) } ?? ""
    } while !above.isEmpty && Glibc.access(above, F_OK) != 0
    return Glibc.access(above.isEmpty ? "/" : above, W_OK | X_OK) == 0
      ? .ok(check, "\(path), not created yet")
      : .problem(
        check, "\(path) does not exist and cannot be created: \(above) is not writable",
        fix: "chmod u+wx \(above), or set the XDG variables to folders of yours")
  }

  private func file(_ check: String, _ path: String) -> Finding {
    let inspection = FileInspection(path: path)
    switch inspection.kind {
    case .missing where isDanglingLink(path):
      return .problem(check, "\(path) is a broken link", fix: "restore the file that it links to")
    case .missing: return .ok(check, "\(path), not created yet")
    case .folder, .other:
      return .problem(check, "\(path) is not a regular file", fix: "move it out of the way")
    case .unknown(let reason): return unreadable(check, path, reason)
    case .file(let bytes):
      return access(check, inspection) ?? damage(check, path) ?? lock(check, path)
        ?? .ok(check, "\(path), \(byteCount(bytes))")
    }
  }

  private func isDanglingLink(_ path: String) -> Bool {
    var status = stat()
    return lstat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFLNK
  }

  private func unreadable(_ check: String, _ path: String, _ reason: String) -> Finding {
    .problem(check, "\(path): \(reason)", fix: "make it and the folders above it accessible")
  }

  private func access(_ check: String, _ file: FileInspection) -> Finding? {
    if let owner = file.otherOwner {
      return .problem(
        check, "\(file.path) belongs to user \(owner)",
        fix: "chown it to yourself (awl run by sudo?)")
    }
    if !file.isAccessible {
      return .problem(
        check, "\(file.path) is not readable and writable", fix: "chmod u+rwX \(file.path)")
    }
    if file.isWritableByOthers {
      return .problem(
        check, "\(file.path) is writable by other users", fix: "chmod o-w \(file.path)")
    }
    return nil
  }

  private func damage(_ check: String, _ path: String) -> Finding? {
    if path == directories.bookmarks {
      return notice(check, BookmarkFile(path: path).load().notices)
    }
    if path == directories.follows { return notice(check, FollowFile(path: path).load().notices) }
    guard let bytes = try? DurableFile(path: path, sizeLimit: 256 << 20).read() else {
      return .problem(check, "\(path) cannot be read", fix: "move it out of the way")
    }
    let damaged = LinesInspection(bytes).damaged
    guard let first = damaged.first else { return nil }
    return .problem(
      check,
      "\(path):\(first): \(damaged.count == 1 ? "a damaged line" : "\(damaged.count) damaged lines")",
      fix: "fix or delete the lines that are not JSON objects")
  }

  private func notice(_ check: String, _ notices: [FileNotice]) -> Finding? {
    guard let first = notices.first else { return nil }
    let more = notices.count > 1 ? " (and \(notices.count - 1) more)" : ""
    return .problem(
      check, first.description + more,
      fix: "fix the file, or awl bookmarks restore --list shows its backups")
  }

  private func lock(_ check: String, _ path: String) -> Finding? {
    guard case .held(let holder) = LockInspection.ofFile(at: path) else { return nil }
    return .problem(
      check, "\(path) is locked by \(holder ?? "another process")",
      fix: "let it finish; if it hangs, kill it")
  }

  /// Free space of each file system that awl writes to.
  private var spaces: [Finding] {
    [("space.data", directories.data), ("space.cache", directories.cache)].map { check, path in
      guard let free = FileInspection.freeBytes(at: path) else {
        return .skipped(check, "unknown")
      }
      let text = "\(byteCount(free)) free for \(path)"
      return free < 50_000_000
        ? .problem(check, text, fix: "free some space; a sync of all lists needs some 500 MB")
        : .ok(check, text)
    }
  }

  private func byteCount(_ bytes: Int) -> String {
    let units = ["bytes", "kB", "MB", "GB", "TB"]
    var (value, unit) = (Double(bytes), 0)
    while value >= 1_000, unit < units.count - 1 { (value, unit) = (value / 1_000, unit + 1) }
    let tenths = (value * 10).rounded() / 10
    return unit == 0 || tenths >= 100
      ? "\(Int(value.rounded())) \(units[unit])" : "\(tenths) \(units[unit])"
  }
}
