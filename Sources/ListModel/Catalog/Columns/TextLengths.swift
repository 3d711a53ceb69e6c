import Synchronization

/// How long a text of a column may be: as long as the column where each text ends behind the one
/// before, as in every column that was written whole; else sixteen times the mean.
///
/// In a damaged column each text might claim all bytes, and a pass over the texts would take the
/// square of its time. Whether a column is damaged is asked only once a text is longer than that, so
/// that opening a column reads none of its ends.
public final class TextLengths: @unchecked Sendable {
  private let ends: UnsafeRawBufferPointer
  private let total: Int
  /// No text is shortened to less, and a length up to it need not be asked for.
  public let usual: Int
  /// The longest text that is believed; negative as long as it is not known.
  private let longest = Atomic<Int>(-1)

  /// - Parameters:
  ///   - ends: numbers of four bytes, one more than there are texts; valid as long as this is used.
  ///   - total: how many bytes all texts have.
  public init(endingAt ends: UnsafeRawBufferPointer, total: Int) {
    self.ends = ends
    self.total = total
    usual = min(total, total / max(1, ends.count / 4 - 1) * 16 + 256)
  }

  /// Returns the length of a text that claims this one; never negative.
  ///
  /// Costs a pass over the ends when it is first asked for a length beyond the usual.
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
