import Glibc
import ListPublishing

/// Makes the files of a part of a publication and writes those that differ; any thread may do so.
struct PartWriter: Sendable {
  let publication: Publication
  /// The manifest as it was found.
  let known: Manifest
  /// The fingerprints of the parts that the folder was last published from.
  let current: Set<UInt64>
  let isDryRun: Bool
  let journal: ManifestJournal
  let progress: Progress

  /// The outcome, and the version of each file that is published.
  typealias Result = (outcome: PublishingOutcome, files: [String: Manifest.Version])

  /// Brings the files of a part up to date.
  func write(
    _ part: PublicationPart, _ fingerprint: UInt64?, in tree: FolderTree
  ) throws(FolderError) -> Result {
    defer { progress.step() }
    if let fingerprint, current.contains(fingerprint), let result = unchanged(part, in: tree) {
      return result
    }
    var result: Result = (PublishingOutcome(), [:])
    var different: [PublishedFile] = []
    var lines: [UInt8] = []
    for file in publication.files(of: part) {
      let version = file.bytes.withUnsafeBytes { Manifest.Version(of: $0) }
      result.files[file.path] = version
      if let large = PublishingOutcome.large(file.path, version.size) {
        result.outcome.large.append(large)
      }
      if try isThere(file, in: tree, &result.outcome) {
        result.outcome.unchanged += 1
      } else {
        result.outcome.written.append(file.path)
        lines += Manifest.line(file.path, version)
        different.append(file)
      }
    }
    if !isDryRun, !different.isEmpty {
      try journal.append(lines, in: tree)
      for file in different { try tree.write(file.path, file.bytes) }
    }
    return result
  }

  /// Returns the files of a part with unchanged inputs; nil if one of them has changed.
  private func unchanged(_ part: PublicationPart, in tree: FolderTree) -> Result? {
    var result: Result = (PublishingOutcome(), [:])
    for path in part.paths {
      guard let version = known.files[path]?.last, tree.version(of: path) == version else {
        return nil
      }
      result.files[path] = version
      if let large = PublishingOutcome.large(path, version.size) {
        result.outcome.large.append(large)
      }
    }
    result.outcome.unchanged = part.paths.count
    return result
  }

  /// Returns whether a file exists with its bytes; an edited one is recorded.
  private func isThere(
    _ file: PublishedFile, in tree: FolderTree, _ outcome: inout PublishingOutcome
  ) throws(FolderError) -> Bool {
    let versions = known.files[file.path] ?? []
    let found = try tree.withBytes(of: file.path) { there in
      let isSame = file.bytes.withUnsafeBytes { areSame($0, there) }
      return (isSame, isOurs: isSame || versions.contains(Manifest.Version(of: there)))
    }
    guard let (isSame, isOurs) = found else { return false }
    if !isOurs, !versions.isEmpty { outcome.edited.append(file.path) }
    return isSame
  }
}

private func areSame(_ left: UnsafeRawBufferPointer, _ right: UnsafeRawBufferPointer) -> Bool {
  guard left.count == right.count else { return false }
  guard let first = left.baseAddress, let second = right.baseAddress else { return true }
  return memcmp(first, second, left.count) == 0
}
