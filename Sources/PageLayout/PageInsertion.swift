/// A text shown in the page but not part of it, such as an entry that was removed from the list.
package struct PageInsertion: Equatable, Sendable {
  /// It follows the block that contains this line of the page; 0 for the top of the page.
  package let line: Int32
  /// Plain, unsanitised text; it is sanitised when it is laid out.
  package let text: String

  package init(line: Int32, text: String) {
    self.line = line
    self.text = text
  }
}

/// The insertions of a piece that are still to be laid out.
struct PendingInsertions {
  typealias Numbered = (number: Int, insertion: PageInsertion)

  private var rest: ArraySlice<PageInsertion>
  /// Those that follow an item which is not at its end yet, the innermost last.
  private var waiting: [Numbered] = []

  /// Creates those of the lines of a piece; `all` is in the order of the lines.
  init(_ all: [PageInsertion], lines: Range<Int>) {
    func index(of line: Int) -> Int {
      var (low, high) = (0, all.count)
      while low < high {
        let middle = (low + high) / 2
        if Int(all[middle].line) < line { low = middle + 1 } else { high = middle }
      }
      return low
    }
    let start = index(of: lines.lowerBound)
    rest = all[start..<max(start, index(of: lines.upperBound))]
  }

  var isEmpty: Bool { rest.isEmpty && waiting.isEmpty }

  /// Takes those that follow lines of the page from one to before another; linear over all calls.
  mutating func take(from start: Int32, above end: Int32) -> ArraySlice<Numbered> {
    while let first = rest.first, first.line < end {
      waiting.append((rest.startIndex, first))
      rest = rest.dropFirst()
    }
    var first = waiting.count
    while first > 0, waiting[first - 1].insertion.line >= start { first -= 1 }
    let taken = waiting[first...]
    waiting.removeLast(waiting.count - first)
    return taken
  }
}
