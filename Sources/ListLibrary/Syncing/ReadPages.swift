/// Pages that were read, to be stored in one transaction.
///
/// A transaction costs as much as the columns of a short list.
struct ReadPages {
  /// The size of the columns from which a transaction costs little in comparison.
  private static let enough = 1 << 20

  private(set) var pages: [(page: ReadPage, task: PageTask)] = []
  /// How long their columns are together.
  private(set) var bytes = 0

  /// Whether they are to be stored now.
  ///
  /// A list read from its history is never kept waiting, since reading it may have taken minutes.
  var isEnough: Bool { bytes >= Self.enough || pages.last?.task.history != nil }

  mutating func append(_ page: ReadPage, of task: PageTask) {
    pages.append((page, task))
    bytes += page.image.count
  }
}
