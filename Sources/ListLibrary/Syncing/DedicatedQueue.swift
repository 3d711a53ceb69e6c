import CLinux
import Dispatch

/// Returns a queue whose work has its own thread.
///
/// Dispatch monitors the threads of its shared queues, `DispatchQueue.global()`, and once one of
/// them was used it wakes the process every second to do so: a screen would never be idle again
/// after a sync.
func dedicatedQueue(_ label: String, qos: DispatchQoS = .default) -> DispatchQueue {
  DispatchQueue(label: label, qos: qos)
}

/// The C library's heaps.
enum MallocHeaps {
  /// Makes the threads started from now on share two heaps.
  ///
  /// The C library gives each thread its own heap, up to eight per core, where freed memory is
  /// useless to other threads. With two heaps, two working threads hardly ever wait for each other.
  static func limit() { _ = mallopt(clinux_M_ARENA_MAX, 2) }

  /// Returns free memory to the system.
  ///
  /// Between the steps of a sync: what one has freed lies in pieces that the next one cannot use.
  static func trim() { _ = malloc_trim(0) }
}
