/// Why a file is not a page that awl can browse.
public enum PageError: Error, Equatable, Sendable {
  /// The file contains only white space.
  case empty
  /// The file is longer than `PageLimits.pageBytes`; the value is its size in bytes.
  case tooLarge(Int)
  /// The file is not text but an image or an archive, say.
  case notText
  /// The file is a list in an unsupported markup language; `file` is its description.
  case otherMarkup(file: String, language: String)
  /// The site's home page, with recent additions to all lists.
  case home
  /// The additions to all lists in one day or week, by the page's title.
  case calendar(String)
}

extension PageError: CustomStringConvertible {
  /// What is wrong and what to do: `the page is empty: give …`.
  public var description: String {
    switch self {
    case .empty: "the page is empty: give a track page or the README of a list"
    case .tooLarge(let bytes):
      "the page has \(bytes) bytes, more than \(PageLimits.pageBytes): give a smaller one"
    case .notText: "the file is not a text: give a Markdown page"
    case .otherMarkup(let file, let language):
      "\(file) is \(language): give a list in Markdown, Org, reStructuredText or AsciiDoc"
    case .home:
      "this is the home page of all lists: give the page of one, content/OWNER/NAME/README.md"
    case .calendar(let date):
      "this page says what all lists added on \(date): "
        + "give the page of one list, content/OWNER/NAME/README.md"
    }
  }
}
