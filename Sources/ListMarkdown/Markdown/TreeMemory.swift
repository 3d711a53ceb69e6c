import CCmarkGFM
import Glibc
import Synchronization

/// The memory of one tree after another: handed out front to back, taken back all at once.
///
/// The library asks for many small pieces and its tree is gone as soon as it was walked, so
/// that this halves its time. Its allocators get no context; the memory in use is therefore
/// known by thread.
final class TreeMemory {
  private let arena: UnsafeMutablePointer<Arena>

  init() {
    arena = .allocate(capacity: 1)
    arena.initialize(to: Arena())
  }

  deinit {
    arena.pointee.deallocate()
    arena.deinitialize(count: 1)
    arena.deallocate()
  }

  /// Runs `body`, in which the library takes its memory from here, and takes all of it back.
  func use(_ body: (UnsafeMutablePointer<cmark_mem>) -> Void) {
    ThreadMemory.use(arena, body)
    arena.pointee.takeBack()
  }
}

/// Blocks of memory that are used up one by one.
///
/// It is reached by its address and not as an object: to count references to it at each call
/// took longer than the call.
private struct Arena {
  private struct Block {
    let start: UnsafeMutableRawPointer
    let size: Int
  }

  /// Big enough for the tree of most pieces.
  private static let blockSize = 1 << 20
  /// Blocks of this size and more are put on large pages where the system has them.
  private static let largePage = 2 << 20
  /// Every allocation is preceded by its size, and stays aligned for any type.
  private static let header = 16

  private var next: UnsafeMutableRawPointer
  private var end: UnsafeMutableRawPointer
  private var blocks: [Block]

  init() {
    let block = Arena.block(of: Arena.blockSize)
    blocks = [block]
    next = block.start
    end = block.start + block.size
  }

  func deallocate() {
    for block in blocks { block.start.deallocate() }
  }

  /// Keeps the first block and frees the others.
  mutating func takeBack() {
    for block in blocks.dropFirst() { block.start.deallocate() }
    blocks.removeSubrange(1...)
    next = blocks[0].start
    end = next + blocks[0].size
  }

  @inline(__always)
  mutating func allocate(_ size: Int) -> UnsafeMutableRawPointer {
    let room = Arena.header + (size + 15) & ~15
    if end - next < room { addBlock(for: room) }
    let start = next + Arena.header
    next.storeBytes(of: size, as: Int.self)
    next += room
    return start
  }

  mutating func reallocate(
    _ old: UnsafeMutableRawPointer?, to size: Int
  ) -> UnsafeMutableRawPointer {
    guard let old else { return allocate(size) }
    let oldSize = (old - Arena.header).load(as: Int.self)
    if size <= oldSize { return old }
    let room = (size + 15) & ~15
    if old + (oldSize + 15) & ~15 == next, end - old >= room {
      // The last allocation grows where it is.
      (old - Arena.header).storeBytes(of: size, as: Int.self)
      next = old + room
      return old
    }
    let new = allocate(size)
    new.copyMemory(from: old, byteCount: oldSize)
    return new
  }

  /// Each block is as big as all before it together.
  ///
  /// A tree of many megabytes would else cost more for each of its bytes than a small one: with
  /// blocks of one size the system takes their pages back after each tree.
  private mutating func addBlock(for room: Int) {
    let block = Arena.block(of: max(blocks.reduce(0) { $0 + $1.size }, room))
    blocks.append(block)
    next = block.start
    end = block.start + block.size
  }

  private static func block(of size: Int) -> Block {
    guard size >= largePage else {
      return Block(start: .allocate(byteCount: size, alignment: 16), size: size)
    }
    let block = Block(start: .allocate(byteCount: size, alignment: largePage), size: size)
    // Only advice: without large pages all works as well.
    madvise(block.start, size, MADV_HUGEPAGE)
    return block
  }
}

/// Which memory the library uses on a thread.
private enum ThreadMemory {
  /// Set once, with the allocators. (A constant that is made when it is first used is asked at
  /// each use whether it was made, which takes longer than an allocation.)
  private static let key = Atomic<pthread_key_t>(0)

  private static var current: UnsafeMutableRawPointer? {
    pthread_getspecific(key.load(ordering: .relaxed))
  }

  /// The memory of this thread, for as long as `body` runs.
  static func use(
    _ arena: UnsafeMutablePointer<Arena>, _ body: (UnsafeMutablePointer<cmark_mem>) -> Void
  ) {
    let allocators = allocators
    let outer = current
    pthread_setspecific(key.load(ordering: .relaxed), arena)
    body(allocators)
    pthread_setspecific(key.load(ordering: .relaxed), outer)
  }

  /// The library keeps the address, so this is never freed; it is not changed after it was made.
  nonisolated(unsafe) private static let allocators: UnsafeMutablePointer<cmark_mem> = {
    var new = pthread_key_t()
    pthread_key_create(&new, nil)
    key.store(new, ordering: .relaxed)
    let allocators = UnsafeMutablePointer<cmark_mem>.allocate(capacity: 1)
    allocators.initialize(
      to: cmark_mem(
        calloc: { count, size in
          guard let arena = current else { return nil }
          let start = arena.assumingMemoryBound(to: Arena.self).pointee.allocate(count * size)
          memset(start, 0, count * size)
          return start
        },
        realloc: { old, size in
          guard let arena = current else { return nil }
          return arena.assumingMemoryBound(to: Arena.self).pointee.reallocate(old, to: size)
        },
        free: { _ in }))
    return allocators
  }()
}
