import Glibc

/// The name of the source's default branch, which the URLs of its files contain.
extension Repository {
  /// The name when it was last requested; nil if the source has none, such as a bundle.
  ///
  /// Stored in a file next to git's own: branch names of the source never become references.
  public var branch: String? {
    guard let name = SmallFile.line(path + "/awl-branch"), !name.isEmpty,
      name.utf8.allSatisfy({ $0 > 0x20 && $0 != 0x7F })
    else { return nil }
    return name
  }

  /// Requests the name from the server, once: this takes another connection.
  func askForBranch(of source: GitSource, cancellation: Cancellation?) {
    guard source.transport != .file, branch == nil else { return }
    do throws(GitError) {
      noteBranch(
        in: try references(of: source, "--symref", named: ["HEAD"], cancellation: cancellation))
    } catch {
      // Only URLs of files need the name, and the next update requests it again.
    }
  }

  /// Takes the name from `ref: refs/heads/main<tab>HEAD`.
  func noteBranch(in lines: [ArraySlice<UInt8>]) {
    let start = Array("ref: refs/heads/".utf8)
    guard let line = lines.first(where: { $0.starts(with: start) }) else { return }
    let name = Array(line.dropFirst(start.count).prefix { $0 != 0x09 }) + [0x0A]
    let file = open(path + "/awl-branch", O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o600)
    guard file >= 0 else { return }
    defer { close(file) }
    _ = name.withUnsafeBytes { write(file, $0.baseAddress, $0.count) }
  }
}
