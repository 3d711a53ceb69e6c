import ListModel
public import ListPublishing

/// Writes a publication into a folder, changing only files that differ.
///
/// A file is written under a temporary name and renamed, and only if its bytes differ. Its path is
/// added to the manifest before it is first written, so that after a kill at any point the next run
/// produces the same tree as a first run. Foreign files in the folder stay.
public struct FolderPublisher {
  private let tree: FolderTree
  /// Whether nothing is written.
  public let isDryRun: Bool
  /// The manifest as it was found, or as it was written last.
  private var manifest: [UInt8]
  private let known: Manifest
  /// The fingerprints of the parts in the folder after `publish`.
  public private(set) var parts: Set<UInt64> = []

  /// Opens and locks a folder, which is created if missing.
  ///
  /// A dry run creates, locks and writes nothing.
  public init(path: String, isDryRun: Bool = false) throws(FolderError) {
    self.isDryRun = isDryRun
    tree = try FolderTree(path: path, makes: !isDryRun)
    try tree.lock()
    manifest = try tree.withBytes(of: Manifest.name) { Array($0) } ?? []
    known = try Manifest(manifest)
    // The manifest is created before anything else, so without one the folder is not ours.
    if manifest.isEmpty { try tree.requireNoTemporary() }
  }

  /// The settings of the last publication, for `:publish`, which has no options of its own; nil for
  /// a new folder.
  public var lastSettings: (pages: PageFormat, address: String?, title: String?)? {
    known.files.isEmpty ? nil : (known.head.pages, known.head.address, known.head.title)
  }

  /// A hash of the manifest, which changes with every written file.
  ///
  /// Information about the folder stored elsewhere is valid while it is the same.
  public var state: UInt64 {
    var hash = ContentHash()
    manifest.withUnsafeBytes { hash.combine(counted: $0) }
    return hash.value
  }

  /// Returns the outcome if all files are as the last run left them; nil otherwise.
  ///
  /// Reads all files and renders none. The caller must know that their inputs are unchanged.
  public func outcomeIfUntouched() throws(FolderError) -> PublishingOutcome? {
    // The home page comes last: everything that a killed run recorded before it may be valid, too.
    let home = known.head.pages == .html ? "index.html" : "README.md"
    guard known.files[home] != nil, Manifest.bytes(of: known.latest, known.head) == manifest else {
      return nil
    }
    let files = known.latest.sorted { $0.key.utf8.lexicographicallyPrecedes($1.key.utf8) }
    let chunks = stride(from: 0, to: files.count, by: 64).map { start in
      Array(files[start..<min(start + 64, files.count)])
    }
    let results = try concurrentMap(chunks, tree) { chunk, tree throws(FolderError) in
      chunk.allSatisfy { tree.version(of: $0.key) == $0.value }
    }
    guard !results.contains(false) else { return nil }
    var outcome = PublishingOutcome()
    outcome.unchanged = files.count
    outcome.large = files.compactMap { PublishingOutcome.large($0.key, $0.value.size) }
    return outcome
  }

  /// Writes the files, removes those that are no longer published, and returns the outcome.
  ///
  /// Throws before anything is written if a foreign file is in the way. A dry run writes nothing.
  /// Uses all cores.
  ///
  /// - Parameters:
  ///   - current: fingerprints of parts published into the folder in its current `state`: their
  ///     files are not generated again unless they have changed.
  ///   - progress: called with a percentage when it has risen, on any thread, but never twice at
  ///     once.
  public mutating func publish(
    _ publication: Publication, current: Set<UInt64> = [],
    progress: @escaping @Sendable (_ percent: Int) -> Void = { _ in }
  ) throws(FolderError) -> PublishingOutcome {
    let head = Manifest.Head(
      pages: publication.format, address: publication.address, title: publication.title)
    if !known.files.isEmpty, known.head.pages != head.pages {
      throw .otherPages(known.head.pages)
    }
    let parts = publication.parts
    try refuseForeignFiles(at: parts)
    let fingerprints = publication.fingerprints(of: parts)
    let writer = PartWriter(
      publication: publication, known: known, current: current, isDryRun: isDryRun,
      journal: ManifestJournal(manifest, header: Manifest.header(head)),
      progress: Progress(total: parts.count, progress))
    var outcome = PublishingOutcome()
    var files: [String: Manifest.Version] = [:]
    for stage in 0...2 {
      let jobs = zip(parts, fingerprints).filter { $0.0.stage == stage }
      let results = try concurrentMap(jobs, tree) { job, tree throws(FolderError) in
        try writer.write(job.0, job.1, in: tree)
      }
      for part in results {
        outcome.add(part.outcome)
        files.merge(part.files) { $1 }
      }
    }
    try removeStale(besides: files, &outcome)
    self.parts = Set(fingerprints.compactMap(\.self))
    guard !isDryRun else { return outcome }
    tree.removeTemporaries()
    let whole = Manifest.bytes(of: files, head)
    if whole != manifest || !outcome.written.isEmpty {
      try tree.write(Manifest.name, whole)
      manifest = whole
    }
    return outcome
  }
}

extension FolderPublisher {
  /// Throws if something other than one of our files is in the way of a file.
  private func refuseForeignFiles(at parts: [PublicationPart]) throws(FolderError) {
    for part in parts {
      for path in part.paths where try tree.holdsFile(at: path) && known.files[path] == nil {
        throw .foreign(path: path)
      }
    }
  }

  private func removeStale(
    besides files: [String: Manifest.Version], _ outcome: inout PublishingOutcome
  ) throws(FolderError) {
    for path in known.files.keys.sorted() where files[path] == nil {
      guard let there = tree.version(of: path), let versions = known.files[path],
        versions.contains(there)
      else { continue }
      outcome.removed.append(path)
      if !isDryRun { try tree.remove(path) }
    }
  }
}
