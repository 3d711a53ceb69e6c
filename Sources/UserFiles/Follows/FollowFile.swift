public import ListModel

/// The followed sources on disk: `follows.jsonl`, saved as safely as bookmarks.
///
/// `LineFile` has the protocol. The calls block and belong on a thread of their own.
public struct FollowFile: Sendable {
  private let file: LineFile<FollowDocument>

  /// Creates the file at an absolute path, which may be a link and need not exist.
  public init(path: String, timeout: Int = 5_000) {
    file = LineFile(path: path, megabytes: 16, timeout: timeout, noun: "source") {
      $0.follows.map { Array($0.source.utf8) }
    }
  }

  /// The file's absolute path, as the user knows it.
  public var path: String { file.path }

  /// Returns the file's current content; empty, with a notice, if it cannot be read.
  public func load() -> FollowFileContents {
    do throws(FileError) {
      let (document, notices) = try file.read()
      return FollowFileContents(follows: document.follows, notices: notices)
    } catch {
      return FollowFileContents(
        follows: [], notices: [FileNotice(path: path, what: error.what)], failure: .file(error))
    }
  }

  /// Adds a source, unless it exists with the same files; it is on disk when this returns.
  public func add(_ follow: Follow, now: Timestamp) throws(UserFileError) {
    _ = try file.update(now: now) { document in
      let known = document.follows.first { $0.source.utf8.elementsEqual(follow.source.utf8) }
      guard let known else { return document.revision(adding: [follow]) }
      let isSame = known.files.elementsEqual(follow.files) { $0.utf8.elementsEqual($1.utf8) }
      return isSame ? nil : document.revision(changing: follow)
    }
  }

  /// Removes a source; does nothing if it does not exist.
  public func remove(_ source: String, now: Timestamp) throws(UserFileError) {
    _ = try file.update(now: now) { document in
      let isThere = document.follows.contains { $0.source.utf8.elementsEqual(source.utf8) }
      return isThere ? document.revision(removing: [source]) : nil
    }
  }
}

/// The content of a follows file.
public struct FollowFileContents: Equatable, Sendable {
  /// The followed sources, each once, in the order of the file.
  public var follows: [Follow]
  /// Notices about the file.
  public var notices: [FileNotice]
  /// Why the file could not be read; `follows` is then meaningless.
  public var failure: UserFileError?
}
