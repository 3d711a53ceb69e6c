import ListMarkdown
public import ListModel

extension HistoryTracker {
  /// The magic number of states; it changes with the format.
  private static let magic = Array("awlhist7".utf8)

  /// The serialised state of the tracker, to be stored and passed to `init(state:today:)` later.
  ///
  /// Holds the last version of each file; a list of 400 kB takes about a megabyte.
  public var state: [UInt8] {
    var writer = StateWriter()
    writer.add(lastCommit ?? "")
    writer.add(days.last)
    writer.add(Array(zip(files, versions))) { writer, file in
      writer.add(file.0)
      writer.add(file.1.form.tipLevel ?? 0)
      writer.add(file.1.text)
    }
    writer.add(commits) { writer, commit in commit.write(to: &writer) }
    writer.add(table.records) { writer, record in record.write(to: &writer) }
    writer.add(Array(keptAdditions)) { writer, kept in
      writer.add(kept.key.bytes)
      kept.value.write(to: &writer)
    }
    writer.add(issues) { writer, issue in
      writer.add(issue.commit)
      writer.add(issue.message)
    }
    if let page { writer.add(page) }
    return HistoryTracker.magic + writer.bytes
  }

  /// Returns the last commit applied by the tracker of a state; nil before the first one and for
  /// bytes that are not a state.
  ///
  /// Costs next to nothing, so that git can look for the commit while the rest is parsed.
  public static func lastCommit(ofState state: [UInt8]) -> String? {
    guard state.starts(with: magic) else { return nil }
    var reader = StateReader(state, from: magic.count)
    let commit = try? reader.string()
    return commit?.isEmpty == false ? commit : nil
  }

  /// Returns the paths of the files of a state; nil for bytes that are not a state.
  ///
  /// Costs next to nothing.
  public static func files(ofState state: [UInt8]) -> [String]? {
    guard state.starts(with: magic) else { return nil }
    var reader = StateReader(state, from: magic.count)
    do throws(StateReader.CorruptedState) {
      _ = try reader.string()
      _ = try reader.day()
      return try reader.array { reader throws(StateReader.CorruptedState) in
        let path = try reader.string()
        _ = try reader.number()
        try reader.skipText()
        return path
      }
    } catch {
      return nil
    }
  }

  /// Creates a tracker as it was stored; nil for bytes that are not a whole state of this version.
  ///
  /// Reads the last version of each file once.
  public init?(state: [UInt8], today: Day) {
    guard state.starts(with: HistoryTracker.magic) else { return nil }
    var reader = StateReader(state, from: HistoryTracker.magic.count)
    do {
      try self.init(from: &reader, today: today)
    } catch {
      return nil
    }
    guard reader.isAtEnd, findRecords() else { return nil }
  }
}

extension HistoryTracker {
  private init(from reader: inout StateReader, today: Day) throws(StateReader.CorruptedState) {
    let commit = try reader.string()
    let lastDay = try reader.day()
    let stored = try reader.array { reader throws(StateReader.CorruptedState) in
      (path: try reader.string(), level: try reader.number(in: 0..<7), text: try reader.text())
    }
    let commits = try reader.array { reader throws(StateReader.CorruptedState) in
      try CommitNote(from: &reader)
    }
    let count = commits.count
    let records = try reader.array { reader throws(StateReader.CorruptedState) in
      try EntryRecord(from: &reader, commits: count)
    }
    let kept = try reader.array { reader throws(StateReader.CorruptedState) in
      (key: EntryKey(bytes: try reader.text()), addition: try CommitNote(from: &reader))
    }
    let issues = try reader.array { reader throws(StateReader.CorruptedState) in
      HistoryIssue(commit: try reader.string(), message: try reader.string())
    }
    // A state ends here if the page is unknown or an older awl wrote it.
    let page = reader.isAtEnd ? nil : try reader.string()
    self.init(
      files: stored.map(\.path), today: today,
      forms: stored.map { $0.level > 0 ? .tips(level: $0.level) : .links }, page: page)
    lastCommit = commit.isEmpty ? nil : commit
    days.last = lastDay
    for (file, content) in stored.enumerated() {
      do { _ = try versions[file].update(to: content.text) } catch {
        throw StateReader.CorruptedState()
      }
    }
    self.commits = commits
    table = RecordTable(records: records)
    for (key, addition) in kept { keptAdditions[key] = addition }
    self.issues = issues
  }

  /// Finds the record of each entry of the list; false if one has none.
  private mutating func findRecords() -> Bool {
    for file in versions.indices {
      for part in versions[file].parts.indices {
        for (index, entry) in versions[file].parts[part].entries.enumerated() {
          guard let record = table.record(of: entry) else { return false }
          versions[file].parts[part].records[index] = record
          table.place(record)
        }
      }
    }
    return table.isConsistent
  }
}
