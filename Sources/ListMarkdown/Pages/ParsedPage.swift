public import ListModel

/// A parsed page: the list, its entries in page order, and the issues.
///
/// On a daily page `added` of an entry is its day; on a weekly page it is the Monday of its ISO
/// week; on an overview it is nil.
public struct ParsedPage: Equatable, Sendable {
  /// The kind of page.
  public var kind: PageKind
  /// The list that the page describes.
  public var list: AwesomeList
  /// The entries from the top of the page to its end.
  public var entries: [Entry]
  /// The line of the input that each entry starts on, counted from 1.
  public var lines: [Int]
  /// The issues in the input, by line.
  public var issues: [ParseIssue]

  /// Keeps the parts as they are.
  public init(
    kind: PageKind, list: AwesomeList, entries: [Entry] = [], lines: [Int] = [],
    issues: [ParseIssue] = []
  ) {
    self.kind = kind
    self.list = list
    self.entries = entries
    self.lines = lines
    self.issues = issues
  }
}
