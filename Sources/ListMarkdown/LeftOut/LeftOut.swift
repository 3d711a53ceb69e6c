public import ListModel

/// A link or a heading of a page that no entry has.
public struct LeftOut: Equatable, Sendable {
  /// The omitted part.
  public enum Content: Equatable, Sendable {
    /// A link that leads off the page: its text, empty if it has none, and its address.
    case link(title: String, url: String)
    /// A heading that is part of no entry's category, as plain text.
    case heading(String)
  }

  /// The link or the heading.
  public let content: Content
  /// The line of the input that it starts on, counted from 1.
  public let line: Int
  /// The headings that it is below, outermost first.
  public let section: CategoryPath
  /// Why no entry has it.
  public let reason: LeftOutReason
}

/// Why a link or a heading of a page is part of no entry, in one of a few words.
public enum LeftOutReason: String, CaseIterable, Sendable {
  /// It is above the first entry.
  case introduction
  /// The page's title.
  case title
  /// The table of contents.
  case contents
  /// A section on how to contribute.
  case contributing
  /// A section on the license of the list.
  case licence
  /// A section on the list's sponsors.
  case sponsor
  /// A link around a badge.
  case badge
  /// A link around another picture.
  case image
  /// An HTML comment.
  case comment
  /// Text between the entries.
  case prose
  /// A heading that no entry is below, or a link of a heading that is not an entry.
  case heading
  /// A row or a cell of a table that is not an entry.
  case table
  /// A list item that is not an entry.
  case item
  /// A footnote.
  case footnote
  /// HTML, or Markdown that HTML hides.
  case html
  /// A limit of the reader was reached.
  case cut
}

/// The links and headings of a page: their numbers, and those that belong to no entry.
public struct PageAccount: Sendable {
  /// The page as it was read.
  public let page: ParsedPage
  /// The number of links that lead off the page.
  public let linkCount: Int
  /// How many headings the page has.
  let headingCount: Int
  /// The links and headings that are part of no entry, by line.
  public let leftOut: [LeftOut]

  /// The links that are part of no entry.
  public var leftOutLinkCount: Int {
    leftOut.count { if case .link = $0.content { true } else { false } }
  }
}
