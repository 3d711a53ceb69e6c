import Synchronization

/// The maximum length of a text in a column: the size of the column if its ends are ascending, as
/// in every completely written column; else sixteen times the mean.
///
/// In a damaged column each text could claim all bytes, and a pass over the texts would take
/// quadratic time. The ends are checked only when a text is longer than that, so opening a column
/// reads none of them.
public final class TextLengths: @unchecked Sendable {
  private let ends: UnsafeRawBufferPointer
  private let total: Int
  /// Texts are never shortened below this, and lengths up to it need no check.
  public let usual: Int
  /// The maximum plausible length; negative until it is known.
  private let longest = Atomic<Int>(-1)

  /// - Parameters:
  ///   - ends: numbers of four bytes, one more than there are texts; valid as long as this is used.
  ///   - total: the total size of all texts.
  public init(endingAt ends: UnsafeRawBufferPointer, total: Int) {
    self.ends = ends
    self.total = total
    usual = min(total, total / max(1, ends.count / 4 - 1) * 16 + 256)
  }

  /// Returns the plausible length of a text with this claimed length; never negative.
  ///
  /// Costs a pass over the ends for the first unusual length.
  @inline(__always)
  public func limit(_ length: Int) -> Int {
    length <= usual ? max(0, length) : limitLong(length)
  }

  @inline(never)
  private func limitLong(_ length: Int) -> Int {
    var longest = self.longest.load(ordering: .relaxed)
    if longest < 0 {
      longest = areEndsRising ? total : usual
      self.longest.store(longest, ordering: .relaxed)
    }
    return min(length, longest)
  }

  private var areEndsRising: Bool {
    var falls: UInt32 = 0
    for place in stride(from: 4, to: ends.count, by: 4) {
      let start = ends.loadUnaligned(fromByteOffset: place - 4, as: UInt32.self)
      let end = ends.loadUnaligned(fromByteOffset: place, as: UInt32.self)
      falls |= end < start ? 1 : 0
    }
    return falls == 0
  }
}
