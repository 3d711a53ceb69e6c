/// How long git may take and how much it may fill.
public struct GitLimits: Equatable, Sendable {
  /// Seconds for a whole clone.
  public var cloneSeconds = 600
  /// Seconds for a whole update.
  var updateSeconds = 120
  /// Seconds without output from a git that reads local data.
  public var silenceSeconds = 20
  /// Seconds in which a server may send less than 1,000 bytes a second.
  public var stallSeconds = 20
  /// The bytes of the largest file that git may write, a clone's pack among them.
  public var fileBytes = 512 << 20
  /// The memory of each git process in bytes, excluding mapped files.
  ///
  /// It stops endless data from a server, such as branch names.
  public var memoryBytes = 1 << 30

  /// Creates the limits that serve for lists: the largest ones have a pack of 100 MB.
  public init() {}
}
