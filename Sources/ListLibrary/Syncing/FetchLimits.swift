/// How many sources a sync looks at side by side.
public struct FetchLimits: Equatable, Sendable {
  /// How many in all.
  public var all: Int
  /// The maximum per host, which may regard many connections as an attack; the local machine is
  /// exempt.
  public var perHost: Int

  /// Limits; each is one at least.
  public init(all: Int = 8, perHost: Int = 2) {
    self.all = max(1, all)
    self.perHost = max(1, perHost)
  }
}
