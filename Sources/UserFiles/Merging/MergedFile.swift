/// A file to be merged: its header, its lines by key, and unreadable lines.
struct MergedFile {
  var header: [UInt8]?
  /// The lines by their keys.
  var lines: [[UInt8]: MergedLine] = [:]
  /// The lines that are preserved unchanged.
  var unreadable: [[UInt8]] = []

  init() {}

  /// Reads a file of one kind.
  ///
  /// Lines about the same thing become one.
  init(_ bytes: [UInt8], by schema: MergeSchema) {
    forEachLine(of: bytes) { line, _ in
      if !isBlank(bytes[line]) { read(bytes, line, by: schema) }
    }
  }

  private mutating func read(_ bytes: [UInt8], _ range: Range<Int>, by schema: MergeSchema) {
    if header == nil, lines.isEmpty,
      FileFormat(bytes, in: range, named: schema.format) != nil
    {
      header = Array(bytes[range])
      return
    }
    guard let line = line(bytes, range, by: schema), let key = schema.key(line) else {
      unreadable.append(Array(bytes[range]))
      return
    }
    lines[key] = lines[key].map { MergedLine(base: nil, $0, line, by: schema) } ?? line
  }

  private func line(
    _ bytes: [UInt8], _ range: Range<Int>, by schema: MergeSchema
  ) -> MergedLine? {
    guard let canonical = schema.canonical else { return MergedLine(bytes, in: range) }
    return canonical(bytes, range).flatMap { MergedLine($0, in: 0..<$0.count) }
  }
}

extension MergedFile {
  /// Creates the merge of two versions of a file: nothing that either side did is lost.
  init(base: MergedFile, _ ours: MergedFile, _ theirs: MergedFile, by schema: MergeSchema) {
    header = mergedHeader(base.header, ours.header, theirs.header)
    for (key, line) in ours.lines {
      if let other = theirs.lines[key] {
        lines[key] = MergedLine(base: base.lines[key], line, other, by: schema)
      } else if base.lines[key] != line {
        lines[key] = line
      }
    }
    for (key, line) in theirs.lines where ours.lines[key] == nil && base.lines[key] != line {
      lines[key] = line
    }
    let (before, one, other) = (
      Set(base.unreadable), Set(ours.unreadable), Set(theirs.unreadable)
    )
    unreadable = base.unreadable.filter { one.contains($0) && other.contains($0) }
    unreadable += one.union(other).subtracting(before)
      .sorted { $0.lexicographicallyPrecedes($1) }
  }

  /// Returns the file's content: the header, the lines by the time they were added, and the
  /// unreadable ones.
  func bytes(by schema: MergeSchema) -> [UInt8] {
    var bytes = (header ?? FileFormat.header(named: schema.format)) + [UInt8(ascii: "\n")]
    let ordered = lines.map { key, line in
      (line.number(of: "added") ?? 0, line.text(of: "id").map { Array($0.utf8) } ?? key, line)
    }.sorted { left, right in
      left.0 != right.0 ? left.0 < right.0 : left.1.lexicographicallyPrecedes(right.1)
    }
    for line in ordered.map(\.2.bytes) + unreadable {
      bytes += line
      bytes.append(UInt8(ascii: "\n"))
    }
    return bytes
  }
}

private func mergedHeader(_ base: [UInt8]?, _ ours: [UInt8]?, _ theirs: [UInt8]?) -> [UInt8]? {
  guard let ours, let theirs else { return ours ?? theirs }
  if ours == base { return theirs }
  if theirs == base { return ours }
  return ours.lexicographicallyPrecedes(theirs) ? theirs : ours
}
