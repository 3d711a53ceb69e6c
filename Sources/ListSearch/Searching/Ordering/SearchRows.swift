public import ListModel

/// Entries in their order, four bytes each.
public struct SearchRows: RandomAccessCollection, Sendable {
  private enum Numbers {
    case found([UInt32])
    /// The stored rows of a catalog without a query, in its image.
    case all(NumberColumn<UInt32>, last: Int)
  }

  private let numbers: Numbers

  /// Creates the rows of these entries.
  public init(_ entries: some Sequence<EntryIndex> = []) {
    numbers = .found(entries.map { UInt32(clamping: $0.number) })
  }

  init(numbers: [UInt32]) {
    self.numbers = .found(numbers)
  }

  /// Creates all rows of a catalog, in constant time.
  init(allOf catalog: Catalog) {
    numbers = .all(catalog.wholeRows, last: catalog.count - 1)
  }

  public var startIndex: Int { 0 }
  public var endIndex: Int {
    switch numbers {
    case .found(let numbers): numbers.count
    case .all(let column, _): column.count
    }
  }
  public subscript(position: Int) -> EntryIndex {
    switch numbers {
    case .found(let numbers): EntryIndex(Int(numbers[position]))
    // A damaged image may name entries that do not exist.
    case .all(let column, let last): EntryIndex(Swift.min(Int(column[position] ?? 0), last))
    }
  }

  /// Returns the row of an entry; nil if it is not among them.
  ///
  /// A pass over the rows before it.
  public func row(of entry: EntryIndex) -> Int? {
    if case .found(let numbers) = numbers {
      return UInt32(exactly: entry.number).flatMap { numbers.firstIndex(of: $0) }
    }
    return firstIndex(of: entry)
  }
}

extension SearchRows: Equatable {
  public static func == (left: SearchRows, right: SearchRows) -> Bool { left.elementsEqual(right) }
}
