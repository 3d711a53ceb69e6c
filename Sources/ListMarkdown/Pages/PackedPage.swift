public import ListModel

/// A page that was read for a catalog: the list, and its entries in columns.
public struct PackedPage: Sendable {
  /// What sort of page it is.
  public let kind: PageKind
  /// The list that the page tells of.
  public let list: AwesomeList
  /// How the entries of a README are written, by which they were read.
  public let form: ReadmeForm
  /// How many entries the page has.
  public let count: Int
  /// The entries, to be ended with the list they are of.
  public let columns: CatalogBuilder
  /// What was odd, by line.
  public let issues: [ParseIssue]
}
