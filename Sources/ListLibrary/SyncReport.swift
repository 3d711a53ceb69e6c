public import UserFiles

/// The result of a sync.
public struct SyncReport: Equatable, Sendable {
  /// How many lists were read again.
  public var read = 0
  /// How many lists are as they were.
  public var unchanged = 0
  /// How many lists their sources no longer have.
  public var removed = 0
  /// What could not be read: lists, and whole sources.
  public var failures: [SyncFailure] = []
  /// Whether it was interrupted; what was read until then stays.
  public var isCancelled = false
  /// Notices about the library's files.
  public var notices: [FileNotice] = []
}

/// Why a list or a source could not be read.
public struct SyncFailure: Equatable, Sendable {
  /// The list's `owner/name`, or the source as it is followed.
  public var subject: String
  /// What is wrong and what to do.
  public var message: String
}
