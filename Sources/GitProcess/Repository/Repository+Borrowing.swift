import Glibc

/// A clone of a local repository, whose objects are read in place.
extension Repository {
  /// Lets the objects in a folder count as the clone's own, and takes the newest commit of source.
  ///
  /// Nothing is copied, and only objects count: no setting and no hook of the source. Objects that
  /// the source does not have are missed when they are read, not now.
  func borrow(
    _ objects: String, of source: GitSource, cancellation: Cancellation?
  ) throws(GitError) {
    let tip = try localHead(of: source, cancellation: cancellation)
    guard tip.hex.utf8.count == (format == .sha256 ? 64 : 40) else { throw .otherObjectFormat }
    try setAlternate(objects)
    _ = try output(of: ["update-ref", Repository.tip, tip.hex])
  }

  /// The clone's object format, as its configuration has it.
  var format: ObjectFormat {
    let settings = SmallFile.text(path + "/config") ?? ""
    return settings.utf8.split(separator: UInt8(ascii: "\n")).contains { line in
      line.filter { $0 > 0x20 }.map { $0 | 0x20 }.elementsEqual("objectformat=sha256".utf8)
    } ? .sha256 : .sha1
  }

  private func localHead(
    of source: GitSource, cancellation: Cancellation?
  ) throws(GitError) -> ObjectID {
    let lines = try references(
      of: source, "--symref", named: ["HEAD"], cancellation: cancellation)
    noteBranch(in: lines)
    for line in lines {
      let parts = line.split(separator: 0x09)
      if parts.count == 2, parts[1].elementsEqual("HEAD".utf8), let id = ObjectID(utf8: parts[0]) {
        return id
      }
    }
    throw .empty
  }

  private func setAlternate(_ objects: String) throws(GitError) {
    let folder = path + "/objects/info"
    mkdir(folder, 0o700)
    let (name, growing) = (folder + "/alternates", folder + "/alternates.new")
    let file = open(growing, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o600)
    guard file >= 0 else { throw .noSpace }
    let line = Array((objects + "\n").utf8)
    let count = line.withUnsafeBytes { write(file, $0.baseAddress, $0.count) }
    close(file)
    guard count == line.count, rename(growing, name) == 0 else { throw .noSpace }
  }
}
