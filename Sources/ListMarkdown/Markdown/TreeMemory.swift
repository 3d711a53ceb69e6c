import CCmarkGFM
import Glibc

/// The memory of one tree after another: handed out front to back, taken back all at once.
///
/// The library asks for many small pieces and its tree is gone as soon as it was walked, so
/// that this halves its time. Its allocators get no context; the memory in use is therefore
/// known by thread.
final class TreeMemory {
  private struct Block {
    let start: UnsafeMutableRawPointer
    let size: Int
  }

  /// Big enough for the tree of most pieces.
  private static let blockSize = 1 << 20
  /// Every allocation is preceded by its size, and stays aligned for any type.
  private static let header = 16

  private var blocks: [Block] = []
  private var next: UnsafeMutableRawPointer
  private var end: UnsafeMutableRawPointer

  init() {
    let block = TreeMemory.block(of: TreeMemory.blockSize)
    blocks = [block]
    next = block.start
    end = block.start + block.size
  }

  deinit {
    for block in blocks { block.start.deallocate() }
  }

  /// Runs `body`, in which the library takes its memory from here, and takes all of it back.
  func use(_ body: (UnsafeMutablePointer<cmark_mem>) -> Void) {
    let outer = pthread_getspecific(ThreadMemory.key)
    pthread_setspecific(ThreadMemory.key, Unmanaged.passUnretained(self).toOpaque())
    body(ThreadMemory.allocators)
    pthread_setspecific(ThreadMemory.key, outer)
    for block in blocks.dropFirst() { block.start.deallocate() }
    blocks.removeSubrange(1...)
    next = blocks[0].start
    end = next + blocks[0].size
  }
}

extension TreeMemory {
  fileprivate func allocate(_ size: Int) -> UnsafeMutableRawPointer {
    let room = TreeMemory.header + (size + 15) & ~15
    if end - next < room { addBlock(for: room) }
    let start = next + TreeMemory.header
    next.storeBytes(of: size, as: Int.self)
    next += room
    return start
  }

  fileprivate func reallocate(
    _ old: UnsafeMutableRawPointer?, to size: Int
  ) -> UnsafeMutableRawPointer {
    guard let old else { return allocate(size) }
    let oldSize = (old - TreeMemory.header).load(as: Int.self)
    if size <= oldSize { return old }
    let room = (size + 15) & ~15
    if old + (oldSize + 15) & ~15 == next, end - old >= room {
      // The last allocation grows where it is.
      (old - TreeMemory.header).storeBytes(of: size, as: Int.self)
      next = old + room
      return old
    }
    let new = allocate(size)
    new.copyMemory(from: old, byteCount: oldSize)
    return new
  }

  private func addBlock(for room: Int) {
    let block = TreeMemory.block(of: max(TreeMemory.blockSize, room))
    blocks.append(block)
    next = block.start
    end = block.start + block.size
  }

  private static func block(of size: Int) -> Block {
    Block(start: .allocate(byteCount: size, alignment: 16), size: size)
  }
}

/// Which memory the library uses on a thread.
private enum ThreadMemory {
  static let key: pthread_key_t = {
    var key = pthread_key_t()
    pthread_key_create(&key, nil)
    return key
  }()

  static var current: TreeMemory? {
    pthread_getspecific(key).map {
      Unmanaged<TreeMemory>.fromOpaque($0).takeUnretainedValue()
    }
  }

  /// The library keeps the address, so this is never freed; it is not changed after it was made.
  nonisolated(unsafe) static let allocators: UnsafeMutablePointer<cmark_mem> = {
    let allocators = UnsafeMutablePointer<cmark_mem>.allocate(capacity: 1)
    allocators.initialize(
      to: cmark_mem(
        calloc: { count, size in
          let start = ThreadMemory.current?.allocate(count * size)
          start?.initializeMemory(as: UInt8.self, repeating: 0, count: count * size)
          return start
        },
        realloc: { old, size in ThreadMemory.current?.reallocate(old, to: size) },
        free: { _ in }))
    return allocators
  }()
}
