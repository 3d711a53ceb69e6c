/// The same numbers in each run (xorshift64*).
public struct SeededNumbers {
  public var state: UInt64

  public init(state: UInt64) { self.state = state }

  /// A number from 0 to before a limit.
  public mutating func next(below limit: Int) -> Int {
    state ^= state >> 12
    state ^= state << 25
    state ^= state >> 27
    return Int((state &* 2_685_821_657_736_338_717) >> 33) % max(1, limit)
  }
}
