import Dispatch
import Synchronization
import Testing

@testable import ListMarkdown

/// Pages are read on all cores, while the library has a table that all parsers change.
struct ThreadsTests {
  /// How many strikethroughs a paragraph has.
  private func strikethroughs(_ text: [UInt8]) -> Int {
    var count = 0
    MarkdownTree.parse(.parts([text[...]]), syntax: [.strikethrough], in: TreeMemory()) {
      document in
      var child = document.firstChild?.firstChild
      while let node = child {
        if node.kind == .strikethrough { count += 1 }
        child = node.next
      }
    }
    return count
  }

  @Test func struckEntriesMatchOnEveryThread() {
    let words = (0..<50).map { "~~struck \($0)~~ and not" }.joined(separator: " ")
    let (short, long) = (Array("~~struck~~ and not".utf8), Array(words.utf8))
    let wrong = Mutex(0)
    DispatchQueue.concurrentPerform(iterations: 8) { thread in
      for _ in 0..<500 {
        let isRight =
          thread.isMultiple(of: 2) ? strikethroughs(long) == 50 : strikethroughs(short) == 1
        if !isRight { wrong.withLock { $0 += 1 } }
      }
    }
    #expect(wrong.withLock { $0 } == 0)
  }
}
