import CCmarkGFM
import CTreeMemory

/// An arena allocator for one tree after another: memory is allocated front to back and freed all
/// at once.
///
/// cmark allocates many small nodes, and the tree is discarded after one walk, so this halves its
/// time.
final class TreeMemory {
  private let memory = tree_memory_new()

  deinit { tree_memory_free(memory) }

  /// Runs `body`, in which the library takes its memory from here, and takes all of it back.
  func use(_ body: (UnsafeMutablePointer<cmark_mem>) -> Void) {
    let outer = tree_memory_use(memory)
    body(TreeMemory.allocators)
    _ = tree_memory_use(outer)
    tree_memory_take_back(memory)
  }

  /// The library retains the address, so this is never freed, and not changed after creation.
  nonisolated(unsafe) private static let allocators: UnsafeMutablePointer<cmark_mem> = {
    let allocators = UnsafeMutablePointer<cmark_mem>.allocate(capacity: 1)
    allocators.initialize(
      to: cmark_mem(
        calloc: tree_memory_calloc, realloc: tree_memory_realloc, free: tree_memory_ignore))
    return allocators
  }()
}
