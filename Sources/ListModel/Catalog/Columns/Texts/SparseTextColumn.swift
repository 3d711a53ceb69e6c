/// Builds a column of mostly empty texts; it takes no bytes if all are empty.
struct SparseTextColumn {
  /// The texts; empty if no text was added, and short of the empty ones at its end never.
  private(set) var column = TextColumnBuilder()
  private var count = 0

  /// Adds the text of the next row; an empty one if it has none.
  mutating func append(_ bytes: UnsafeRawBufferPointer) {
    count += 1
    guard !bytes.isEmpty || column.count > 0 else { return }
    while column.count < count - 1 { column.append("") }
    column.append(bytes)
  }

  /// Adds a row without a text.
  mutating func appendNothing() { append(UnsafeRawBufferPointer(start: nil, count: 0)) }

  /// Returns the text of a row; nil for an empty one.
  func text(at row: Int) -> [UInt8]? {
    guard row < column.count else { return nil }
    let text = column.withBytes(at: row) { Array($0) }
    return text.isEmpty ? nil : text
  }
}
