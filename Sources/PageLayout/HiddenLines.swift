/// The lines of the page that a piece hides, since they are in closed `<details>`.
package struct HiddenLines: Sendable {
  /// The lines of the page that are shown, rising.
  private var shown: [Int32] = []
  private let closed: Set<Int32>
  /// The start of the details that are closed at the beginning of the piece.
  private let first: Int32?

  /// Costs a pass over the lines of the piece.
  package init(of piece: LaidOutPiece) {
    closed = Set(piece.closedDetails)
    first = piece.closedDetails.first
    for line in piece.lines where line.width > 0 && line.insertion == nil {
      if line.source > shown.last ?? 0 { shown.append(line.source) }
    }
  }

  /// Returns the start of the details that hide a line of the page; nil for one that is shown.
  ///
  /// The shown line before a hidden one is the summary of its details. Takes a binary search.
  package func closedDetails(hiding source: Int32) -> Int32? {
    var (low, high) = (0, shown.count)
    while low < high {
      let middle = (low + high) / 2
      if shown[middle] <= source { low = middle + 1 } else { high = middle }
    }
    guard low > 0 else { return first.flatMap { $0 < source ? $0 : nil } }
    let before = shown[low - 1]
    return before < source && closed.contains(before) ? before : nil
  }
}
