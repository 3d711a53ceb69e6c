import Glibc

/// The lengths of the common prefix and suffix of two texts.
///
/// The two never overlap: `aa` and `aaa` have a prefix of two bytes and no suffix. Costs one pass
/// over the common parts, at the speed of `memcmp`.
struct CommonEnds: Equatable {
  /// How many bytes are the same at the beginning.
  let head: Int
  /// How many bytes are the same at the end, of those after the beginning.
  let tail: Int

  init(_ old: UnsafeBufferPointer<UInt8>, _ new: UnsafeBufferPointer<UInt8>) {
    let shorter = min(old.count, new.count)
    guard shorter > 0, let oldStart = old.baseAddress, let newStart = new.baseAddress else {
      head = 0
      tail = 0
      return
    }
    head = CommonEnds.equalRun(of: shorter) { offset, count in
      memcmp(oldStart + offset, newStart + offset, count) == 0
    }
    tail = CommonEnds.equalRun(of: shorter - head) { offset, count in
      memcmp(
        oldStart + (old.count - offset - count), newStart + (new.count - offset - count), count)
        == 0
    }
  }

  /// Returns the length of the equal prefix, comparing ever smaller blocks at the first difference.
  private static func equalRun(
    of length: Int, _ isEqual: (_ offset: Int, _ count: Int) -> Bool
  ) -> Int {
    var done = 0
    var block = 16 << 10
    while block > 0 {
      while done + block <= length, isEqual(done, block) { done += block }
      block /= 4
    }
    while done < length, isEqual(done, 1) { done += 1 }
    return done
  }
}
