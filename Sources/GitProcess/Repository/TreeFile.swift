/// A file of a commit.
public struct TreeFile: Equatable, Sendable {
  /// The kind of object at a path.
  public enum Kind: Equatable, Sendable {
    case file, executable, link, submodule

    /// Reads git's mode; nil for one that git does not write.
    init?(mode: some Collection<UInt8>) {
      switch String(decoding: mode, as: UTF8.self) {
      case "100644", "100664", "100600": self = .file
      case "100755": self = .executable
      case "120000": self = .link
      case "160000": self = .submodule
      default: return nil
      }
    }

    /// Whether its content is text of a list: the content of a link is a path.
    public var isRegular: Bool { self == .file || self == .executable }
  }

  /// The path in the repository.
  public var path: FilePath
  /// The kind of object.
  public var kind: Kind
  /// Its blob; for a submodule a commit of another repository.
  public var id: ObjectID
  /// The size of its blob in bytes; 0 for a submodule.
  public var size: Int

  /// Creates a file of a commit.
  public init(path: FilePath, kind: Kind, id: ObjectID, size: Int) {
    self.path = path
    self.kind = kind
    self.id = id
    self.size = size
  }

  /// Reads `100644 blob <id>    1234<tab>path`; nil for anything else.
  init?(record: [UInt8]) {
    guard let tab = record.firstIndex(of: 0x09) else { return nil }
    let words = record[..<tab].split(separator: 0x20)
    guard words.count == 4, let kind = Kind(mode: words[0]), let id = ObjectID(utf8: words[2])
    else { return nil }
    self.init(
      path: FilePath(bytes: record[(tab + 1)...]), kind: kind, id: id,
      size: Int(String(decoding: words[3], as: UTF8.self)) ?? 0)
  }
}

extension Repository {
  /// Returns the files of a commit in the order of their paths.
  ///
  /// Throws `GitError.tooLarge` beyond `limit` files: a tree may be built to have no end.
  public func files(
    at commit: ObjectID, limit: Int = 500_000, cancellation: Cancellation? = nil
  ) throws(GitError) -> [TreeFile] {
    try list("files", of: commit, options: ["-r"], limit: limit, cancellation: cancellation)
  }

  /// Returns the files of a commit's top folder; throws `GitError.tooLarge` for more than 10,000.
  public func topFiles(at commit: ObjectID) throws(GitError) -> [TreeFile] {
    try list("files in one folder", of: commit, options: [], limit: 10_000, cancellation: nil)
  }

  private func list(
    _ what: String, of commit: ObjectID, options: [String], limit: Int,
    cancellation: Cancellation?
  ) throws(GitError) -> [TreeFile] {
    let words = ["ls-tree", "-z", "--long", "--full-tree"] + options + [commit.hex]
    let records = RecordReader(try start(words, cancellation: cancellation))
    var files: [TreeFile] = []
    while let record = try records.next() {
      guard files.count < limit else {
        throw .tooLarge(what: what, found: files.count + 1, limit: limit)
      }
      if let file = TreeFile(record: record) { files.append(file) }
    }
    try records.finish()
    return files
  }

  /// Returns the file at a path of a commit; nil if there is none.
  public func file(at path: FilePath, of commit: ObjectID) throws(GitError) -> TreeFile? {
    let words = try output(of: [
      "ls-tree", "-z", "--long", "--full-tree", commit.hex, "--", path.text,
    ])
    guard let file = TreeFile(record: words.prefix { $0 != 0 }.map { $0 }), file.path == path else {
      return nil
    }
    return file
  }
}
