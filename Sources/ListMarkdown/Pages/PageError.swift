/// Why a file is no page that awl browses.
public enum PageError: Error, Equatable, Sendable {
  /// The file has nothing in it but white space.
  case empty
  /// The file is longer than `PageLimits.pageBytes`; it has so many bytes.
  case tooLarge(Int)
  /// The file is no text, such as an image or an archive.
  case notText
  /// The file is a list in a markup language that is not read; `file` is what to call it.
  case otherMarkup(file: String, language: String)
  /// The site's first page: what all lists added of late.
  case home
  /// What all lists added on one day or in one week, as the page's title tells it.
  case calendar(String)
}

extension PageError: CustomStringConvertible {
  /// What is wrong and the way out: `the page is empty: give …`.
  public var description: String {
    switch self {
    case .empty: "the page is empty: give a track page or the README of a list"
    case .tooLarge(let bytes):
      "the page has \(bytes) bytes, more than \(PageLimits.pageBytes): give a smaller one"
    case .notText: "the file is no text: give a Markdown page"
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
