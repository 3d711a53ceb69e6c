import Synchronization

/// Memory for plans and searches, freed together with this object.
final class SearchMemory {
  private var blocks: [BufferPool.Block] = []
  private let spared: BufferPool?

  /// Large blocks are taken from the pool and returned to it.
  init(_ spared: BufferPool? = nil) {
    self.spared = spared
  }

  deinit {
    for block in blocks where spared?.take(back: block) != true { block.start.deallocate() }
  }

  /// Stores a copy of these values.
  func keep<Value: BitwiseCopyable>(_ values: some Collection<Value>) -> UnsafeBufferPointer<Value>
  {
    let buffer = unset(Value.self, count: values.count)
    _ = buffer.initialize(from: values)
    return UnsafeBufferPointer(buffer)
  }

  /// Stores a copy of a value, which must not hold references.
  func pointer<Value>(_ value: Value) -> UnsafePointer<Value> {
    let pointer = UnsafeMutablePointer<Value>.allocate(capacity: 1)
    pointer.initialize(to: value)
    blocks.append(BufferPool.Block(start: UnsafeMutableRawPointer(pointer), size: 0))
    return UnsafePointer(pointer)
  }

  /// Memory for this many numbers, all zero.
  func zeros<Value: FixedWidthInteger & BitwiseCopyable>(
    _ type: Value.Type, count: Int
  ) -> UnsafeMutableBufferPointer<Value> {
    let buffer = unset(type, count: count)
    buffer.initialize(repeating: 0)
    return buffer
  }

  /// Uninitialised memory for this many values.
  func unset<Value: BitwiseCopyable>(
    _ type: Value.Type, count: Int
  ) -> UnsafeMutableBufferPointer<Value> {
    let size = max(1, count) * MemoryLayout<Value>.stride
    let block = spared?.block(of: size) ?? BufferPool.Block(size: size)
    blocks.append(block)
    let start = block.start.bindMemory(to: Value.self, capacity: count)
    return UnsafeMutableBufferPointer(start: start, count: count)
  }
}

/// A pool of large blocks that searches reuse: the system clears new memory page by page, which
/// takes longer than most searches.
///
/// The searches of one catalog request the same few sizes.
final class BufferPool: Sendable {
  struct Block: @unchecked Sendable {
    let start: UnsafeMutableRawPointer
    let size: Int

    init(start: UnsafeMutableRawPointer, size: Int) {
      self.start = start
      self.size = size
    }

    init(size: Int) {
      start = .allocate(byteCount: size, alignment: 16)
      self.size = size
    }
  }

  private let blocks = Mutex<[Block]>([])
  /// The allocator serves smaller ones quickly itself.
  private static let least = 128 << 10
  /// As many as a search takes.
  private static let most = 8

  deinit {
    for block in blocks.withLock(\.self) { block.start.deallocate() }
  }

  func block(of size: Int) -> Block? {
    guard size >= Self.least else { return nil }
    return blocks.withLock { blocks in
      blocks.lastIndex { $0.size == size }.map { blocks.remove(at: $0) }
    }
  }

  /// Returns whether a block was taken; else it is still the caller's.
  func take(back block: Block) -> Bool {
    guard block.size >= Self.least else { return false }
    return blocks.withLock { blocks in
      guard blocks.count < Self.most else { return false }
      blocks.append(block)
      return true
    }
  }
}
