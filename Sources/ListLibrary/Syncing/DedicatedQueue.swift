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
  /// Keeps the heaps small during a sync.
  ///
  /// The C library gives each thread its own heap, up to eight per core, where freed memory is
  /// useless to other threads. The threads started from now on share two: two working threads
  /// hardly ever wait for each other. Arrays of more than a megabyte, which are the columns of all
  /// lists, get memory of their own, so that it is returned when they are freed; on a heap it is
  /// kept. Smaller ones are made for each page, where that would cost a fifth of the time.
  static func limit() {
    _ = mallopt(clinux_M_ARENA_MAX, 2)
    _ = mallopt(clinux_M_MMAP_THRESHOLD, 1 << 20 + 1 << 12)
    _ = mallopt(clinux_M_TRIM_THRESHOLD, 16 << 20)
  }

  /// Lets the heaps keep arrays of up to 32 MB, the most that the C library allows.
  ///
  /// In a running screen each search makes large arrays, which are faster to get from a heap.
  static func grow() { _ = mallopt(clinux_M_MMAP_THRESHOLD, 32 << 20) }

  /// Returns free memory to the system.
  ///
  /// Between the steps of a sync: what one has freed lies in pieces that the next one cannot use.
  static func trim() { _ = malloc_trim(0) }
}
