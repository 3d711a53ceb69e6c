import CLinux
import Dispatch

/// Returns a queue whose work has a thread of its own.
///
/// Dispatch counts the threads of its shared queues, `DispatchQueue.global()`, and once one of them
/// was used it wakes the process each second to do so, for as long as it lives: a screen that had
/// synced would never be idle again.
func dedicatedQueue(_ label: String, qos: DispatchQoS = .default) -> DispatchQueue {
  DispatchQueue(label: label, qos: qos)
}

/// How many heaps the threads of a sync share.
enum MallocArenas {
  /// Lets the threads that start from now on share two heaps.
  ///
  /// The C library gives each thread a heap of its own, up to eight a core, and keeps there what was
  /// freed, where it is useless to other threads. Two threads at work hardly wait for each other.
  static func limit() { _ = mallopt(clinux_M_ARENA_MAX, 2) }
}
