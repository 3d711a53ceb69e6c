public import ListModel

/// One bookmark of a file: the output of all importers.
package struct BookmarkRow {
  package var url: String
  /// The line on which it begins, counted from 1.
  package var line: Int
  package var title = ""
  package var note = ""
  package var description = ""
  /// Separate tags, each of which may still contain commas.
  package var tags: [String] = []
  /// The names of the folders around it, outermost first; each becomes a tag.
  package var folders: [String] = []
  package var added: Timestamp?
  package var read: Timestamp?
  package var isKept = true
  package var isLater = false
  package var list = ""
  package var category: [String] = []
  package var day: Day?
  package var stars: Stars?

  package init(url: String, line: Int) {
    self.url = url
    self.line = line
  }
}

/// The result of reading a file.
public struct ImportedBookmarks: Sendable {
  /// A bookmark that is not imported.
  public struct Refusal: Equatable, Sendable {
    /// The line on which it is, counted from 1.
    public let line: Int
    /// Its URL or its line, truncated for a message; not sanitised.
    public let text: String
    /// Why, as the end of a sentence.
    public let reason: String
  }

  /// The bookmarks in the order of the file; a link may occur more than once.
  public var bookmarks: [Bookmark] = []
  /// The refused bookmarks, in the order of the file.
  public var refused: [Refusal] = []
}
