internal import Glibc

/// The watched folders of some files, and their inotify events.
struct WatchedFolders {
  /// The effect of a changed name in a folder.
  private typealias Names = [String: Set<String>]

  /// A folder, and the name in it, through which a file is reached.
  private struct Step: Equatable {
    let path: String
    let folder: String
    let name: String
  }

  private static let mask: Int32 =
    IN_CLOSE_WRITE | IN_MOVED_TO | IN_MOVED_FROM | IN_CREATE
    | IN_DELETE | IN_DELETE_SELF | IN_MOVE_SELF
  /// As many links as the kernel follows.
  private static let maxLinks = 40

  private let paths: [String]
  private let descriptor: Int32
  /// By the number of a watch, the names in its folder, each with the files that it may change.
  private var names: [Int32: Names] = [:]

  init(_ paths: [String], descriptor: Int32) {
    self.paths = paths
    self.descriptor = descriptor
  }

  /// Watches the folders through which the files are reached now, and no others.
  mutating func update() throws(WatchError) {
    var steps = steps()
    // A folder that is made between looking for it and watching the one above it makes no event, so
    // look again. Five times, since what changes faster makes events anyway.
    for _ in 0..<5 {
      try watch(steps)
      let now = self.steps()
      if now == steps { return }
      steps = now
    }
  }

  private mutating func watch(_ steps: [Step]) throws(WatchError) {
    var names: [Int32: Names] = [:]
    for step in steps {
      let watch = inotify_add_watch(descriptor, step.folder, UInt32(Self.mask))
      guard watch >= 0 else {
        // A folder that was removed, or is unreadable, is no reason to give up the others.
        if errno == ENOSPC || errno == ENOMEM { throw WatchError(code: errno) }
        continue
      }
      names[watch, default: [:]][step.name, default: []].insert(step.path)
    }
    for watch in self.names.keys where names[watch] == nil { inotify_rm_watch(descriptor, watch) }
    self.names = names
  }

  /// Reads the events and returns the files that they may have changed.
  mutating func takeEvents() -> Set<String> {
    var changed: Set<String> = []
    var buffer = [UInt8](repeating: 0, count: 1 << 16)
    while case let count = read(descriptor, &buffer, buffer.count), count > 0 {
      buffer.withUnsafeBytes { changed.formUnion(files(in: $0[..<count])) }
    }
    // A link may point elsewhere now, and a folder may have been added or removed. If no watch is
    // left for the new one, the old watch is still of use.
    if !changed.isEmpty { try? update() }
    return changed
  }

  private func files(in events: Slice<UnsafeRawBufferPointer>) -> Set<String> {
    let headSize = MemoryLayout<inotify_event>.size
    var changed: Set<String> = []
    var start = events.startIndex
    while start + headSize <= events.endIndex {
      let event = events.base.loadUnaligned(fromByteOffset: start, as: inotify_event.self)
      let nameStart = start + headSize
      start = nameStart + Int(event.len)
      guard start <= events.endIndex else { break }
      // Events were lost, so anything may have happened.
      if event.mask & UInt32(IN_Q_OVERFLOW) != 0 { return Set(paths) }
      guard let names = names[event.wd] else { continue }
      let isFolder =
        event.mask & UInt32(IN_DELETE_SELF | IN_MOVE_SELF | IN_IGNORED)
        != 0
      if isFolder {
        for files in names.values { changed.formUnion(files) }
      } else {
        let name = String(
          decoding: events.base[nameStart..<start].prefix { $0 != 0 }, as: UTF8.self)
        changed.formUnion(names[name] ?? [])
      }
    }
    return changed
  }

  private func steps() -> [Step] { paths.flatMap { steps(to: $0) } }

  /// Returns the folders, and the names in them, through which a file is reached: its own and those
  /// of links.
  ///
  /// For a missing folder, the nearest existing one above it, with the missing name.
  private func steps(to path: String) -> [Step] {
    var steps: [Step] = []
    var next = path
    for _ in 0...Self.maxLinks {
      guard var (folder, name) = split(next) else { break }
      guard isFolder(folder) else {
        while !isFolder(folder), let above = split(folder) { (folder, name) = above }
        steps.append(Step(path: path, folder: folder, name: name))
        break
      }
      steps.append(Step(path: path, folder: folder, name: name))
      guard let target = linkTarget(next) else { break }
      next = target.utf8.first == UInt8(ascii: "/") ? target : folder + "/" + target
    }
    return steps
  }

  private func split(_ path: String) -> (folder: String, name: String)? {
    var bytes = path.utf8[...]
    while bytes.count > 1, bytes.last == UInt8(ascii: "/") { bytes.removeLast() }
    guard let slash = bytes.lastIndex(of: UInt8(ascii: "/")) else { return nil }
    let name = String(Substring(bytes[bytes.index(after: slash)...]))
    guard !name.isEmpty else { return nil }
    return (slash == bytes.startIndex ? "/" : String(Substring(bytes[..<slash])), name)
  }

  private func isFolder(_ path: String) -> Bool {
    var status = stat()
    return stat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFDIR
  }

  private func linkTarget(_ path: String) -> String? {
    var target = [UInt8](repeating: 0, count: Int(PATH_MAX))
    let count = readlink(path, &target, target.count)
    return count > 0 ? String(decoding: target[..<count], as: UTF8.self) : nil
  }
}
