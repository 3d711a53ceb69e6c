import Synchronization

/// Splits work on the words of a catalog's bit sets among threads.
///
/// Each thread takes the next block when it has finished one, so that both end together. All work
/// has ended when a call returns.
struct BlockWork {
  let team: ThreadPool
  let threads: Int
  let wordCount: Int

  /// 4,096 entries: some tens of microseconds between checks for cancellation.
  private static let blockSize = 64
  /// Waking a thread takes as long as a few blocks.
  private static let fewBlocks = 4

  /// Returns whether there is enough for more than one thread.
  static func isWorthThreads(wordCount: Int) -> Bool { wordCount > fewBlocks * blockSize }

  private final class NextBlock: Sendable {
    let number = Atomic(0)
    let isCancelled = Atomic(false)
  }

  /// Calls back for each block, on a thread of that number; false if it was cancelled.
  func run(
    isCancelled: @escaping () -> Bool,
    _ body: @escaping (_ thread: Int, _ words: Range<Int>) -> Void
  ) -> Bool {
    let blocks = (wordCount + Self.blockSize - 1) / Self.blockSize
    let next = NextBlock()
    team.perform(Self.isWorthThreads(wordCount: wordCount) ? threads : 1) { thread in
      while true {
        let block = next.number.wrappingAdd(1, ordering: .relaxed).oldValue
        guard block < blocks, !next.isCancelled.load(ordering: .relaxed) else { return }
        if isCancelled() {
          next.isCancelled.store(true, ordering: .relaxed)
          return
        }
        let start = block * Self.blockSize
        body(thread, start..<min(wordCount, start + Self.blockSize))
      }
    }
    return !next.isCancelled.load(ordering: .relaxed)
  }

  /// The number of parts of `inParts`: several per thread, so that all end together even if one
  /// starts later.
  var partCount: Int { Self.isWorthThreads(wordCount: wordCount) && threads > 1 ? threads * 4 : 1 }

  /// Calls back for each part of this many numbers, concurrently; returns the starts of the parts.
  func inParts(of count: Int, _ body: @escaping (_ part: Int, _ range: Range<Int>) -> Void) -> [Int]
  {
    let parts = partCount
    let starts = (0...parts).map { count * $0 / parts }
    forEachPart(parts) { body($0, starts[$0]..<starts[$0 + 1]) }
    return starts.dropLast()
  }

  /// Calls back with each number below `count`, which is that of `inParts`, concurrently.
  func forEachPart(_ count: Int, _ body: @escaping (Int) -> Void) {
    team.perform(count, body)
  }
}
