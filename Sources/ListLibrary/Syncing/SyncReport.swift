public import UserFiles

/// The result of a sync.
public struct SyncReport: Equatable, Sendable {
  /// How many lists were read again.
  public var read = 0
  /// The number of unchanged lists.
  public var unchanged = 0
  /// How many lists their sources no longer have.
  public var removed = 0
  /// The lists and sources that could not be read.
  public var failures: [SyncFailure] = []
  /// Whether it was interrupted; its results so far are kept.
  public var isCancelled = false
  /// Notices about the library's files.
  public var notices: [FileNotice] = []
}

/// Why a list or a source could not be read.
public struct SyncFailure: Equatable, Sendable {
  /// The list's `owner/name`, or the source as it is followed.
  public var subject: String
  /// The error and how to fix it.
  public var message: String
}
