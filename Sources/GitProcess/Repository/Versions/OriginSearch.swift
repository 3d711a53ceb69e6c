extension Repository {
  /// More files than one commit joins.
  private static let originsCompared = 32

  /// Returns the files from which a commit moved links into followed files.
  ///
  /// A followed file that was added takes over from files that were removed or lost links in the
  /// same commit; one that already existed takes over from removed files. Files are compared by
  /// their links: two of the links that they lost must have moved into the followed files, or half
  /// of them. Reads the blobs of the files in question before and after the commit.
  func origins(
    of followed: [FilePath], in commit: LoggedCommit, parent: ObjectID,
    known: [FilePath: Int], _ cancellation: Cancellation?
  ) throws(GitError) -> [FilePath] {
    let log = try CommitLog(
      self, range: [commit.id.hex, "^" + parent.hex], paths: [], options: [],
      cancellation: cancellation)
    guard let changes = try log.next()?.changes else { return [] }
    let heirs = changes.filter { $0.blob != nil && followed.contains($0.path) }
    let isNew = heirs.contains { $0.kind == .added }
    let sources = changes.filter {
      known[$0.path] == nil && $0.path.mayHoldEntries && $0.oldBlob != nil
        && ($0.kind == .removed || isNew && $0.kind == .modified)
    }.prefix(Repository.originsCompared)
    guard !heirs.isEmpty, !sources.isEmpty else { return [] }
    var arrived: Set<[UInt8]> = []
    for heir in heirs {
      arrived.formUnion(try links(of: heir.blob).subtracting(try links(of: heir.oldBlob)))
    }
    guard !arrived.isEmpty else { return [] }
    var origins: [FilePath] = []
    for source in sources {
      let lost = try links(of: source.oldBlob).subtracting(try links(of: source.blob))
      let taken = lost.intersection(arrived).count
      if taken > 1 || taken > 0 && taken * 2 >= arrived.count { origins.append(source.path) }
    }
    return origins
  }

  /// Returns the links in a blob; none if it is missing.
  private func links(of id: ObjectID?) throws(GitError) -> Set<[UInt8]> {
    guard let id, case .bytes(let bytes) = try blob(id) else { return [] }
    return LinkScan.links(in: bytes)
  }
}

extension FilePath {
  /// Whether a file of the name may be a list: text in some markup, by the ending of its name.
  var mayHoldEntries: Bool {
    let name = bytes.reversed().prefix { $0 != UInt8(ascii: "/") }
    guard let dot = name.firstIndex(of: UInt8(ascii: ".")) else {
      return name.count == 6 && name.reversed().map { $0 | 0x20 }.elementsEqual("readme".utf8)
    }
    let ending = name[..<dot].reversed().map { $0 | 0x20 }
    let endings = [
      "md", "markdown", "mkd", "mdown", "mdx", "txt", "rst", "org", "adoc", "asciidoc",
    ]
    return endings.contains { ending.elementsEqual($0.utf8) }
  }
}

/// Finds URLs in a text, whatever its markup.
enum LinkScan {
  /// Returns the texts after `://`, each once, up to a byte that no address contains.
  static func links(in bytes: [UInt8]) -> Set<[UInt8]> {
    var links: Set<[UInt8]> = []
    var index = 0
    while index + 3 < bytes.count {
      guard bytes[index] == UInt8(ascii: ":"), bytes[index + 1] == UInt8(ascii: "/"),
        bytes[index + 2] == UInt8(ascii: "/")
      else {
        index += 1
        continue
      }
      let start = index + 3
      index = start
      while index < bytes.count, isPart(bytes[index]) { index += 1 }
      var end = index
      while end > start, bytes[end - 1] == UInt8(ascii: "/") { end -= 1 }
      if end - start > 3 { links.insert(Array(bytes[start..<end])) }
    }
    return links
  }

  private static func isPart(_ byte: UInt8) -> Bool {
    switch byte {
    case 0...0x20, UInt8(ascii: ")"), UInt8(ascii: "]"), UInt8(ascii: ">"), UInt8(ascii: "<"),
      UInt8(ascii: "\""), UInt8(ascii: "'"), UInt8(ascii: "`"):
      false
    default: true
    }
  }
}
