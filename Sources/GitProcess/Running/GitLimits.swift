/// How long git may take and how much it may fill.
public struct GitLimits: Equatable, Sendable {
  /// Seconds for a clone as a whole.
  public var cloneSeconds = 600
  /// Seconds for an update as a whole.
  var updateSeconds = 120
  /// Seconds without a byte from a git that reads what is on disk.
  public var silenceSeconds = 20
  /// Seconds in which a server may send less than 1,000 bytes a second.
  public var stallSeconds = 20
  /// The bytes of the largest file that git may write, a clone's pack among them.
  public var fileBytes = 512 << 20
  /// The bytes of memory of each process of git, apart from mapped files; what a server sends
  /// without end, such as names of branches, stops there.
  public var memoryBytes = 1 << 30

  /// Creates the limits that serve for lists: the largest ones have a pack of 100 MB.
  public init() {}
}
