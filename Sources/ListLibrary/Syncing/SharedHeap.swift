import CLinux

/// How many heaps the threads of a sync share.
enum SharedHeap {
  /// Lets the threads that start from now on share two heaps.
  ///
  /// The C library gives each thread a heap of its own, up to eight a core, and keeps there what was
  /// freed, where it is of no use to other threads. Two threads at work hardly wait for each other.
  static func limit() { _ = mallopt(clinux_M_ARENA_MAX, 2) }
}
