public import ListPublishing

/// Writes a publication into a folder, changing only what differs from what is there.
///
/// A file is written to a temporary name and renamed, and only where its bytes differ. Before a file
/// is first written its path stands in the manifest, so that after a kill at any point the next run
/// ends in the tree that a first run would have made. What somebody else put into the folder stays.
public struct FolderPublisher {
  /// GitHub cuts a page above this size, in bytes.
  private static let wholeSize = 500_000

  private let tree: FolderTree
  /// The manifest as it was found.
  private let manifest: [UInt8]
  private let known: Manifest
  private var head = Manifest.Head()
  private var files: [String: Manifest.Version] = [:]
  private var outcome = PublishingOutcome()

  /// Opens and locks a folder, which is made where it is not there.
  public init(path: String) throws(FolderError) {
    tree = try FolderTree(path: path)
    try tree.lock()
    manifest = try tree.read(Manifest.name) ?? []
    known = try Manifest(manifest)
    // The manifest is begun before anything else, so that without one the name is not ours.
    if manifest.isEmpty { try tree.requireNoTemporary() }
  }

  /// What the folder was published with last, for `:publish`, which has no options of its own.
  public var lastSettings: (pages: PageFormat, address: String?, title: String?) {
    (known.head.pages, known.head.address, known.head.title)
  }

  /// What there is to report where each file is as the last run left it; nil where one is not.
  ///
  /// Costs reading all files, and no making of any. The caller has to know that what they are made of
  /// is as it was.
  public func outcomeIfUntouched() -> PublishingOutcome? {
    // The home page comes last: what a run that was killed noted before it may be in order, too.
    let home = known.head.pages == .html ? "index.html" : "README.md"
    guard known.files[home] != nil, Manifest.bytes(of: known.latest, known.head) == manifest else {
      return nil
    }
    var outcome = PublishingOutcome()
    for (path, version) in known.latest {
      guard let there = tree.readIfFile(path), Manifest.Version(of: there) == version else {
        return nil
      }
      outcome.unchanged += 1
      if there.count > FolderPublisher.wholeSize, path.hasSuffix(".md") {
        outcome.large.append((path, there.count))
      }
    }
    outcome.large.sort { $0.path.utf8.lexicographicallyPrecedes($1.path.utf8) }
    return outcome
  }

  /// Writes the files, removes those that are no longer published, and reports what was done.
  ///
  /// Throws before anything is written where a file is in the way that awl did not write. A dry
  /// run writes nothing.
  public mutating func publish(
    _ publication: Publication, isDryRun: Bool = false,
    progress: (_ done: Int, _ total: Int) -> Void = { _, _ in }
  ) throws(FolderError) -> PublishingOutcome {
    head = Manifest.Head(
      pages: publication.format, address: publication.address, title: publication.title)
    if !known.files.isEmpty, known.head.pages != head.pages {
      throw .otherPages(known.head.pages)
    }
    let paths = publication.paths
    try refuseForeignFiles(at: paths)
    var done = 0
    try publication.forEachFile { file throws(FolderError) in
      try put(file, isDryRun: isDryRun)
      done += 1
      progress(done, paths.count)
    }
    try removeStale(isDryRun: isDryRun)
    guard !isDryRun else { return outcome }
    tree.removeTemporary()
    let whole = Manifest.bytes(of: files, head)
    if whole != manifest || !outcome.written.isEmpty { try tree.write(Manifest.name, whole) }
    return outcome
  }
}

extension FolderPublisher {
  /// Throws where something is in the way of a file that is not a file of ours.
  private func refuseForeignFiles(at paths: [String]) throws(FolderError) {
    for path in paths where try tree.holdsFile(at: path) && known.files[path] == nil {
      throw .foreign(path: path)
    }
  }

  private mutating func put(_ file: PublishedFile, isDryRun: Bool) throws(FolderError) {
    let there = try tree.read(file.path)
    if file.bytes.count > FolderPublisher.wholeSize, file.path.hasSuffix(".md") {
      outcome.large.append((file.path, file.bytes.count))
    }
    let version = Manifest.Version(of: file.bytes)
    files[file.path] = version
    guard there != file.bytes else {
      outcome.unchanged += 1
      return
    }
    if let there, let versions = known.files[file.path],
      !versions.contains(Manifest.Version(of: there))
    {
      outcome.edited.append(file.path)
    }
    outcome.written.append(file.path)
    guard !isDryRun else { return }
    try note(Manifest.line(file.path, version))
    try tree.write(file.path, file.bytes)
  }

  private mutating func removeStale(isDryRun: Bool) throws(FolderError) {
    for path in known.files.keys.sorted() where files[path] == nil {
      guard let there = tree.readIfFile(path), let versions = known.files[path],
        versions.contains(Manifest.Version(of: there))
      else { continue }
      outcome.removed.append(path)
      if !isDryRun { try tree.remove(path) }
    }
  }

  private mutating func note(_ line: [UInt8]) throws(FolderError) {
    // A line that was cut short would spoil the one that is appended to it.
    let whole = (manifest.lastIndex(of: UInt8(ascii: "\n")) ?? -1) + 1
    let isFirst = outcome.written.count == 1
    try tree.appendToManifest(
      (isFirst && whole == 0 ? Manifest.header(head) : []) + line,
      cutTo: isFirst ? whole : nil)
  }
}
