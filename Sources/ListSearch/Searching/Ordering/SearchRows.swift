public import ListModel

/// Entries in their order, four bytes each.
public struct SearchRows: RandomAccessCollection, Equatable, Sendable {
  private let numbers: [UInt32]

  /// The rows of these entries.
  public init(_ entries: some Sequence<EntryIndex> = []) {
    numbers = entries.map { UInt32(clamping: $0.number) }
  }

  init(numbers: [UInt32]) {
    self.numbers = numbers
  }

  public var startIndex: Int { 0 }
  public var endIndex: Int { numbers.count }
  public subscript(position: Int) -> EntryIndex { EntryIndex(Int(numbers[position])) }

  /// The row of an entry; nil if it is not among them.
  ///
  /// A pass over the rows before it.
  public func row(of entry: EntryIndex) -> Int? {
    guard let number = UInt32(exactly: entry.number) else { return nil }
    return numbers.firstIndex(of: number)
  }
}
