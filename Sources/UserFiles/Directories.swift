/// The directories of awl's files, by the XDG Base Directory Specification.
///
/// An empty or relative variable is ignored, as the specification demands: a relative one would put
/// bookmarks wherever awl is started.
public struct Directories: Equatable, Sendable {
  /// `config.toml`.
  public let config: String
  /// The user's own files: bookmarks, follows, seen entries.
  public let data: String
  /// The last session, the log, and rescue copies.
  public let state: String
  /// Files that a sync can recreate.
  public let cache: String

  /// Creates the directories under an environment; nothing is created.
  ///
  /// `passwordHome` is the home that the user database knows; it serves where HOME is no
  /// absolute path. Throws where neither is.
  public init(
    environment: [String: String], passwordHome: @autoclosure () -> String?
  ) throws(DirectoriesError) {
    let home = absolute(environment["HOME"]) ?? absolute(passwordHome())
    func directory(_ variable: String, _ fallback: String) throws(DirectoriesError) -> String {
      if let path = absolute(environment[variable]) { return path + "/awl" }
      guard let home else { throw .noHome(variable) }
      return home + fallback + "/awl"
    }
    config = try directory("XDG_CONFIG_HOME", "/.config")
    data = try directory("XDG_DATA_HOME", "/.local/share")
    state = try directory("XDG_STATE_HOME", "/.local/state")
    cache = try directory("XDG_CACHE_HOME", "/.cache")
  }

  /// `bookmarks.jsonl` in the data directory.
  public var bookmarks: String { data + "/bookmarks.jsonl" }

  /// `filters.jsonl` in the data directory: the filters that the user saved.
  public var savedFilters: String { data + "/filters.jsonl" }

  /// `filter-history.jsonl` in the state directory: the filters that were typed.
  public var filterHistory: String { state + "/filter-history.jsonl" }

  /// The location of `filterHistory` in earlier versions.
  public var formerFilterHistory: String { state + "/filters.jsonl" }

  /// `session.json` in the state directory.
  public var session: String { state + "/session.json" }

  /// `undo.jsonl` in the state directory.
  public var undo: String { state + "/undo.jsonl" }

  /// `digests/NAME.jsonl` in the state directory, for a name that `DigestFile.isName` accepts.
  public func digest(named name: String) -> String { state + "/digests/\(name).jsonl" }

  /// `seen.jsonl` in the data directory.
  public var seen: String { data + "/seen.jsonl" }

  /// `follows.jsonl` in the data directory.
  public var follows: String { data + "/follows.jsonl" }
}

/// Why the directories cannot be determined.
public enum DirectoriesError: Error, Equatable, Sendable {
  /// Neither HOME nor this variable is an absolute path, and the user database has no home.
  case noHome(String)
}

extension DirectoriesError: CustomStringConvertible {
  /// The error and how to fix it.
  public var description: String {
    switch self {
    case .noHome(let variable): "no home directory is known: set HOME or \(variable)"
    }
  }
}

/// Returns the path without slashes at its end; nil if it is not absolute.
private func absolute(_ path: String?) -> String? {
  guard let path, path.utf8.first == UInt8(ascii: "/") else { return nil }
  var bytes = path.utf8[...]
  while bytes.last == UInt8(ascii: "/") { bytes.removeLast() }
  return String(bytes)
}
