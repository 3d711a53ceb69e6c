import Glibc

/// A new empty folder, removed with its contents when the last reference is released.
public final class TemporaryFolder: Sendable {
  /// The folder's absolute path, without links.
  public let path: String

  /// Makes the folder on the disk, or in memory where a test makes very many files.
  public init(inMemory: Bool = false) throws {
    let place = inMemory && access("/dev/shm", W_OK) == 0 ? "/dev/shm" : "/tmp"
    var template = Array("\(place)/awl-test-XXXXXX".utf8CString)
    guard mkdtemp(&template) != nil else { throw TestFailure("mkdtemp: errno \(errno)") }
    path = String(decoding: template.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
  }

  deinit { removeTree(path) }

  /// The path of something in the folder.
  public func callAsFunction(_ name: String) -> String { path + "/" + name }

  /// The names in the folder, sorted, hidden ones included.
  public func names() -> [String] { TestSupport.names(in: path) }
}

/// Why a test could not be set up.
public struct TestFailure: Error, CustomStringConvertible {
  /// What failed.
  public let description: String

  /// A failure with a description.
  public init(_ description: String) { self.description = description }
}

/// The bytes of a file; nil if there is none.
public func contents(_ path: String) -> [UInt8]? {
  guard let file = fopen(path, "r") else { return nil }
  defer { fclose(file) }
  var bytes: [UInt8] = []
  var chunk = [UInt8](repeating: 0, count: 65_536)
  while true {
    let count = fread(&chunk, 1, chunk.count, file)
    guard count > 0 else { return bytes }
    bytes.append(contentsOf: chunk[..<count])
  }
}

/// The text of a file; empty if there is none.
public func text(_ path: String) -> String { String(decoding: contents(path) ?? [], as: UTF8.self) }

/// Puts bytes into a file, in place.
public func put(_ bytes: some Sequence<UInt8>, into path: String, mode: UInt32 = 0o600) throws {
  let descriptor = open(path, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, mode)
  guard descriptor >= 0 else { throw TestFailure("open \(path): errno \(errno)") }
  defer { close(descriptor) }
  let all = Array(bytes)
  guard write(descriptor, all, all.count) == all.count else {
    throw TestFailure("write \(path): errno \(errno)")
  }
}

/// Puts a program into a file that can be started at once.
///
/// Another test may start a process while this test has the file open for writing; until that process
/// runs its own program it has the file open as well, and no program that is open for writing can be
/// started. A process of its own, which starts no others, writes the file therefore.
public func putProgram(
  _ bytes: some Sequence<UInt8>, into path: String, mode: UInt32 = 0o700
) throws {
  let folder = try TemporaryFolder()
  try put(bytes, into: folder("program"))
  try copyProgram(folder("program"), to: path, mode: mode)
}

/// Copies a program to a file that can be started at once, as `putProgram` does.
public func copyProgram(_ source: String, to path: String, mode: UInt32 = 0o700) throws {
  let copy = try ChildProcess(
    "/usr/bin/install", ["-m", String(mode, radix: 8), source, path])
  guard copy.wait() == 0 else { throw TestFailure("install \(path): \(copy.errors)") }
}

/// The names in a folder, sorted; none if it cannot be read.
public func names(in path: String) -> [String] {
  guard let folder = opendir(path) else { return [] }
  defer { closedir(folder) }
  var names: [String] = []
  while let entry = readdir(folder) {
    let name = withUnsafeBytes(of: entry.pointee.d_name) { bytes in
      String(decoding: bytes.prefix { $0 != 0 }, as: UTF8.self)
    }
    if name != ".", name != ".." { names.append(name) }
  }
  return names.sorted()
}

private func removeTree(_ path: String) {
  if unlink(path) == 0 || errno == ENOENT { return }
  for name in names(in: path) { removeTree(path + "/" + name) }
  rmdir(path)
}
