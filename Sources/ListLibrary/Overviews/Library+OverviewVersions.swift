import GitProcess
public import ListModel

/// Which version of an overview is requested.
public enum OverviewVersionChoice: Equatable, Sendable {
  case newest
  /// As it was at the end of a day.
  case day(Day)
  /// This many versions before or after that of a commit; the first or the last one if there are
  /// fewer.
  case before(commit: String, steps: Int)
  case after(commit: String, steps: Int)
}

/// A version of an overview.
public struct OverviewVersion: Equatable, Sendable {
  public var overview: Overview
  /// The commit of the version.
  public var commit: String
  public var day: Day
  public var author: String
  public var subject: String
  /// The content of the previous version; nil for the first one.
  public var previous: [UInt8]?
}

extension Library {
  /// Returns a version of the overview of a list whose repository is followed; nil if there is none
  /// such.
  ///
  /// Reads the contents from the clone by git's object ids. Costs two walks of the history without
  /// contents and two contents: some 30 ms for a thousand versions. For a list in several files
  /// these are the versions of the first.
  public func overview(
    of list: ListID, version choice: OverviewVersionChoice
  ) throws(LibraryError) -> OverviewVersion? {
    for (source, place) in try overviewPlaces(of: list) {
      guard case .repository = place, let clone = clone(of: source), let tip = try? clone.head(),
        let file = overviewFiles(of: source, in: clone, at: tip).first,
        let versions = try? clone.versionList(of: FilePath(file), upTo: tip),
        let number = Self.index(of: choice, in: versions),
        let day = Day(unixSeconds: versions[number].commit.time),
        let bytes = bytes(of: versions[number].content, in: clone)
      else { continue }
      let found = versions[number]
      let before = versions.indices.contains(number + 1) ? versions[number + 1] : nil
      return OverviewVersion(
        overview: Overview(bytes: bytes, path: "/\(list.path)/\(file)"),
        commit: found.commit.id.hex, day: day,
        author: found.commit.author, subject: found.commit.subject,
        previous: before.flatMap { self.bytes(of: $0.content, in: clone) })
    }
    return nil
  }

  /// Returns the overview of a list followed by its repository before each of some commits.
  ///
  /// Commits that did not change it are left out. Costs two walks of the history without contents,
  /// and a content for each commit.
  public func overviews(
    before commits: Set<String>, of list: ListID
  ) throws(LibraryError) -> [String: [UInt8]] {
    var found: [String: [UInt8]] = [:]
    for (source, place) in try overviewPlaces(of: list) {
      guard case .repository = place, let clone = clone(of: source), let tip = try? clone.head(),
        let file = overviewFiles(of: source, in: clone, at: tip).first,
        let versions = try? clone.versionList(of: FilePath(file), upTo: tip)
      else { continue }
      let wanted = zip(versions, versions.dropFirst()).filter {
        commits.contains($0.0.commit.id.hex)
      }
      try? clone.readBlobs(wanted.map(\.1.content)) { number, content in
        if case .bytes(let bytes) = content { found[wanted[number].0.commit.id.hex] = bytes }
      }
      return found
    }
    return found
  }

  /// Returns the index of a version among those of a file, newest first.
  private static func index(
    of choice: OverviewVersionChoice, in versions: [ListedVersion]
  ) -> Int? {
    func index(of commit: String) -> Int? {
      versions.firstIndex { $0.commit.id.hex.utf8.elementsEqual(commit.utf8) }
    }
    switch choice {
    case .newest: return versions.isEmpty ? nil : 0
    case .day(let day):
      return versions.firstIndex { version in
        Day(unixSeconds: version.commit.time).map { $0 <= day } ?? false
      }
    case .before(let commit, let steps):
      guard let start = index(of: commit), start + 1 < versions.count else { return nil }
      return min(versions.count - 1, start + min(steps, versions.count))
    case .after(let commit, let steps):
      guard let start = index(of: commit), start > 0 else { return nil }
      return max(0, start - min(steps, versions.count))
    }
  }
}
