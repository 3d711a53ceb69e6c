/// How many sources a sync looks at side by side.
public struct FetchLimits: Equatable, Sendable {
  /// How many in all.
  public var all: Int
  /// How many on one host, which may see many at once as an attack; this machine is no such host.
  public var perHost: Int

  /// Limits; each is one at least.
  public init(all: Int = 8, perHost: Int = 2) {
    self.all = max(1, all)
    self.perHost = max(1, perHost)
  }
}
