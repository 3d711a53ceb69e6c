import GitProcess
import Glibc
import ListModel

/// The clones of the repositories that are followed, a folder each in the cache.
struct Clones {
  /// The folder of the clones.
  let folder: String
  /// The environment that git is started from.
  let environment: [String: String]

  /// Updates the clone of a source, or creates it; a damaged one is cloned again.
  func upToDate(
    _ source: GitSource, named name: String, cancellation: Cancellation,
    progress: @escaping (GitProgress) -> Void
  ) throws(GitError) -> Repository {
    let git = try Git(environment: environment)
    let path = folder + "/" + Self.folderName(of: name)
    if access(path, F_OK) == 0 {
      let clone = Repository(git: git, path: path)
      do throws(GitError) {
        try clone.update(from: source, cancellation: cancellation, progress: progress)
        return clone
      } catch {
        // The source is at fault, unless the clone lacks even its newest commit.
        guard error == .otherObjectFormat || error != .cancelled && !clone.isUsable
        else { throw error }
        clone.remove()
      }
    }
    mkdir(folder, 0o700)
    return try git.clone(source, to: path, cancellation: cancellation, progress: progress)
  }

  /// Removes the clones of all other sources, and the leftovers of killed clones.
  func keepOnly(_ names: [String]) {
    let kept = Set(names.map { Array(Self.folderName(of: $0).utf8) })
    guard let directory = opendir(folder) else { return }
    defer { closedir(directory) }
    while let entry = readdir(directory) {
      let name = withUnsafeBytes(of: &entry.pointee.d_name) { bytes in
        Array(bytes.prefix { $0 != 0 })
      }
      guard name.first != UInt8(ascii: "."), !kept.contains(name) else { continue }
      Repository.remove(folder + "/" + String(decoding: name, as: UTF8.self))
    }
  }

  /// Returns the name of a source as a folder name: all bytes but letters, digits, `-` and `_` as
  /// `%XX`.
  ///
  /// No two sources share one; a name that is too long is cut and distinguished by a number.
  static func folderName(of name: String) -> String {
    let digits = Array("0123456789ABCDEF".utf8)
    var bytes: [UInt8] = []
    for byte in name.utf8 {
      switch byte {
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
        UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "_"):
        bytes.append(byte)
      default: bytes += [UInt8(ascii: "%"), digits[Int(byte >> 4)], digits[Int(byte & 15)]]
      }
    }
    guard bytes.count > 200 else { return String(decoding: bytes, as: UTF8.self) }
    let number = UInt64(bitPattern: bytes.withUnsafeBytes { fingerprint(of: $0) })
    return String(decoding: bytes.prefix(200), as: UTF8.self) + "~" + String(number, radix: 16)
  }
}
