/// One recommended link of a list.
public struct Entry: Equatable, Sendable {
  /// Plain text, without the star count that pages put after it.
  public var title: String
  /// The main link, unescaped, as the list gives it; nil for an entry that links nowhere.
  public var url: String?
  /// Plain text; empty if the list says nothing more.
  public var description: String
  /// The headings that the entry is under.
  public var category: CategoryPath
  /// The day on which the entry came into the list; nil if the page does not say.
  public var added: Day?
  /// The star count that was in the title, or that another page gives for the link.
  public var stars: Stars?
  /// The day of that other page; nil if the star count was in the title.
  public var starsAsOf: Day?
  /// The symbols that the list put on the entry, in their order.
  public var marks: [Mark]
  /// All links of the entry, the main link first.
  public var links: [Link]
  /// The entry's history from its list's git log; nil for an entry that comes from a page.
  public var history: EntryHistory?

  /// Creates an entry with only a title unless more is given.
  public init(
    title: String, url: String? = nil, description: String = "",
    category: CategoryPath = CategoryPath([]), added: Day? = nil, stars: Stars? = nil,
    starsAsOf: Day? = nil, marks: [Mark] = [], links: [Link] = [], history: EntryHistory? = nil
  ) {
    self.title = title
    self.url = url
    self.description = description
    self.category = category
    self.added = added
    self.stars = stars
    self.starsAsOf = starsAsOf
    self.marks = marks
    self.links = links
    self.history = history
  }
}

/// A link of an entry: its text and its target.
public struct Link: Equatable, Sendable {
  /// Plain text; empty for a link without text, such as one around an image.
  public var title: String
  /// As the list gives it, unescaped and unchecked.
  public var url: String

  /// Takes both as they are.
  public init(title: String, url: String) {
    self.title = title
    self.url = url
  }
}
