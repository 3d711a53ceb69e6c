/// Merges two states of one of the user's files, line by line and member by member.
///
/// Bookmarks, follows, seen.jsonl and filters.jsonl merge without conflicts: changes by one side
/// are applied; if both changed the same member, tags are joined, both notes stay, and the later
/// title wins. A removed bookmark remains as a line, so the other side's copy does not undo the
/// removal. The result has the same bytes whichever side merges. Linear in the size of the files.
public enum FileMerge {
  /// Returns the content of a file that two sides changed since `base`, which is empty if it is
  /// unknown.
  ///
  /// Throws if the files are of different kinds, of a newer version, or of an unknown format.
  public static func merge(
    base: [UInt8], ours: [UInt8], theirs: [UInt8]
  ) throws(FileMergeError) -> [UInt8] {
    if ours.isEmpty, theirs.isEmpty { return [] }
    let schema = try schema(of: [base, ours, theirs])
    let merged = MergedFile(
      base: MergedFile(base, by: schema), MergedFile(ours, by: schema),
      MergedFile(theirs, by: schema), by: schema)
    return merged.bytes(by: schema)
  }

  /// Returns the schema that the headers of some files name; an empty file names none.
  private static func schema(of files: [[UInt8]]) throws(FileMergeError) -> MergeSchema {
    var found: MergeSchema?
    for file in files {
      let lines = file.split(separator: UInt8(ascii: "\n"), maxSplits: 1)
      guard let first = lines.first.map({ Array($0) }) else { continue }
      let formats = MergeSchema.all.compactMap { schema in
        FileFormat(first, in: 0..<first.count, named: schema.format).map { (schema, $0) }
      }
      guard let named = formats.first(where: { if case .other = $0.1 { false } else { true } })
      else { throw formats.isEmpty ? .noHeader : .otherFormat }
      if case .newer(let version) = named.1 { throw .newerVersion(version) }
      if let found, found.format != named.0.format { throw .differentFiles }
      found = named.0
    }
    guard let found else { throw .noHeader }
    return found
  }
}

/// Why files are not merged.
public enum FileMergeError: Error, Equatable, Sendable {
  /// A file does not begin with the header that all of the user's files have.
  case noHeader
  /// A file is of a kind that this version does not know.
  case otherFormat
  /// A file is of a later version.
  case newerVersion(Int)
  /// The files are of different kinds.
  case differentFiles
}

extension FileMergeError: CustomStringConvertible {
  /// The error, without a full stop.
  public var description: String {
    switch self {
    case .noHeader: "a file has no header of awl's"
    case .otherFormat: "a file is of a kind that this awl does not know"
    case .newerVersion(let version): "a file is of version \(version), which this awl does not know"
    case .differentFiles: "the files are of different kinds"
    }
  }
}
