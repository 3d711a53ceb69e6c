import Glibc

/// Opens the folder of a file; creates it, private to the user, if it is one of awl's.
///
/// A link into a missing folder may mean an unmounted disk: then nothing is created.
func openFolder(of place: FileLocation) throws(FileError) -> Descriptor {
  do {
    return try openFolder(place.folder, path: place.path)
  } catch {
    let mayBeMade = [ENOENT, ENOTDIR].contains {
      error == .system(.openFolder, path: place.path, code: $0)
    }
    guard mayBeMade, !place.isLinked else { throw error }
  }
  try makeFolder(place.folder, path: place.path)
  return try openFolder(place.folder, path: place.path)
}

/// Opens a folder.
func openFolder(_ folder: String, path: String) throws(FileError) -> Descriptor {
  try Descriptor(folder, O_RDONLY | O_DIRECTORY, .openFolder, path: path)
}

/// Brings the names in an open folder to the disk.
func syncFolder(_ folder: borrowing Descriptor, path: String) throws(FileError) {
  let number = folder.number
  try call(.sync, path) { fsync(number) }
}

/// Creates a folder and its missing parents, and syncs each.
///
/// A dangling link may mean an unmounted disk: it is reported, and nothing is created in its place.
private func makeFolder(_ folder: String, path: String) throws(FileError) {
  var missing: [String] = []
  var next = folder
  while faultOfFolder(next) != nil, next != "/" {
    missing.append(next)
    next = parent(of: next)
  }
  for folder in missing.reversed() {
    guard mkdir(folder, 0o700) == 0 else {
      let code = errno == EEXIST ? faultOfFolder(folder) : errno
      // Another process was faster.
      guard let code else { continue }
      throw .noFolder(path: path, folder: folder, code: code)
    }
    // A umask may have removed the user's own permissions.
    chmod(folder, 0o700)
    try syncFolder(try openFolder(parent(of: folder), path: path), path: path)
  }
}

/// Returns why a path leads to no folder, as an error number; nil if it leads to one.
private func faultOfFolder(_ path: String) -> Int32? {
  var status = stat()
  guard stat(path, &status) == 0 else { return errno }
  return status.st_mode & S_IFMT == S_IFDIR ? nil : ENOTDIR
}

/// Returns the names in an open folder that begin with a prefix, in no order.
func names(
  in folder: borrowing Descriptor, beginningWith prefix: String, path: String
) throws(FileError) -> [String] {
  let descriptor = try call(.listFolder, path) {
    openat(folder.number, ".", O_RDONLY | O_DIRECTORY | O_CLOEXEC)
  }
  guard let stream = fdopendir(descriptor) else {
    let code = errno
    close(descriptor)
    throw .system(.listFolder, path: path, code: code)
  }
  defer { closedir(stream) }
  var found: [String] = []
  while let entry = readdir(stream) {
    let name = withUnsafePointer(to: &entry.pointee.d_name) { pointer in
      pointer.withMemoryRebound(to: CChar.self, capacity: Int(NAME_MAX) + 1) {
        String(cString: $0)
      }
    }
    if name.utf8.starts(with: prefix.utf8) { found.append(name) }
  }
  return found
}

private func parent(of folder: String) -> String {
  guard let slash = folder.utf8.lastIndex(of: UInt8(ascii: "/")), slash != folder.startIndex
  else { return "/" }
  return String(folder[..<slash])
}
