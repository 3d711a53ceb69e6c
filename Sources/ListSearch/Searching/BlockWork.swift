import Dispatch
import Synchronization

/// Splits work on the words of a catalog's bit sets among threads.
///
/// Each thread takes the next block when it is done with one, so that both end together. Nothing is
/// left running behind it.
struct BlockWork {
  let threads: Int
  let wordCount: Int

  /// 4,096 entries: some tens of microseconds, after which it is seen whether the search is still wanted.
  private static let blockSize = 64
  /// Waking a thread takes as long as a few blocks.
  private static let fewBlocks = 4

  private final class NextBlock: Sendable {
    let number = Atomic(0)
    let isCancelled = Atomic(false)
  }

  /// Work that many threads do: sendable, since each block is given to one of them and writes nothing
  /// beyond it.
  private struct SharedWork: @unchecked Sendable {
    let work: (Int) -> Void
  }

  /// Calls back for each block, on a thread of that number; false if it was cancelled.
  func run(
    isCancelled: () -> Bool, _ body: (_ thread: Int, _ words: Range<Int>) -> Void
  ) -> Bool {
    let blocks = (wordCount + Self.blockSize - 1) / Self.blockSize
    let next = NextBlock()
    func work(_ thread: Int) {
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
    if threads < 2 || blocks <= Self.fewBlocks {
      work(0)
    } else {
      withoutActuallyEscaping(work) { work in
        let shared = SharedWork(work: work)
        DispatchQueue.concurrentPerform(iterations: threads) { shared.work($0) }
      }
    }
    return !next.isCancelled.load(ordering: .relaxed)
  }
}
