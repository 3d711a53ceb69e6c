/// The rate of work and the time left: `3/s, 2 min left`.
public struct WorkRate: Equatable, Sendable, CustomStringConvertible {
  /// `3/s`, or `30/min` for slow work.
  let speed: String
  /// `2 min left`.
  public let timeLeft: String

  public var description: String { "\(speed), \(timeLeft)" }

  /// Creates the rate from the work done in some time; nil if that is too little for an estimate.
  ///
  /// - Parameters: - done: the work done in that time. - left: the remaining work.
  public init?(done: Int, left: Int, milliseconds: Int) {
    guard milliseconds >= 2_000, done >= 2, left >= 0 else { return nil }
    let perSecond = Double(done) * 1_000 / Double(milliseconds)
    speed =
      perSecond >= 1 ? "\(Int(perSecond.rounded()))/s" : "\(Int((perSecond * 60).rounded()))/min"
    let seconds = Int((Double(left) / perSecond).rounded(.up))
    let time =
      switch seconds {
      case ..<60: "\(seconds) s"
      case ..<3_600: "\((seconds + 30) / 60) min"
      default: "\(seconds / 3_600) h \(seconds % 3_600 / 60) min"
      }
    timeLeft = "\(time) left"
  }
}
