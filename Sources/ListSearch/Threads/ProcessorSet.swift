import CLinux
import Glibc

/// The processors that a thread may run on: a bit for each of the first 1,024.
struct ProcessorSet {
  private var words = [UInt64](repeating: 0, count: 16)

  /// Those of the calling thread.
  init() {
    _ = words.withUnsafeMutableBytes { sched_getaffinity(0, UInt($0.count), $0.baseAddress) }
  }

  /// The set without the processor that runs the calling thread; nil if no other is left.
  var withoutCurrent: ProcessorSet? {
    let current = Int(sched_getcpu())
    guard current >= 0, current >> 6 < words.count else { return nil }
    var others = self
    others.words[current >> 6] &= ~(1 << UInt64(current & 63))
    return others.words.contains { $0 != 0 } ? others : nil
  }

  /// Lets a thread that is created with these attributes start on one of the processors.
  func confine(_ attributes: inout pthread_attr_t) {
    _ = words.withUnsafeBytes {
      pthread_attr_setaffinity_np(&attributes, UInt($0.count), $0.baseAddress)
    }
  }

  /// Restricts a thread to these; the kernel migrates it at once if it runs elsewhere.
  func confine(_ thread: Int32) {
    _ = words.withUnsafeBytes { sched_setaffinity(thread, UInt($0.count), $0.baseAddress) }
  }
}
