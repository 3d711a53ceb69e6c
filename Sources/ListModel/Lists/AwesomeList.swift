/// A curated list: its identity and its page's description of it.
public struct AwesomeList: Equatable, Sendable {
  /// `owner/name`.
  public var id: ListID
  /// The list's title, as plain text.
  public var title: String
  /// The sentence under the title, as plain text; empty if there is none.
  public var description: String
  /// The repository of the list, if the page names one.
  public var source: String?
  /// The subject that the site files the list under, such as "Computer Science".
  public var subject: String?
  /// The stars of the list's repository.
  public var stars: Stars?
  /// The base of the relative links of its entries; nil if it is unknown.
  public var relativeLinks: RelativeLinks?
  /// What it says of its categories, as its page was read; of a catalog's list to be asked for by
  /// category (`Catalog.text(of:in:)`).
  public var categoryTexts: [CategoryText] = []

  /// Creates a list of which only the name is known unless given.
  public init(
    id: ListID, title: String, description: String = "", source: String? = nil,
    subject: String? = nil, stars: Stars? = nil
  ) {
    self.id = id
    self.title = title
    self.description = description
    self.source = source
    self.subject = subject
    self.stars = stars
  }

  /// Returns the same list with what its published page tells and its own README does not: subject,
  /// stars, source, and the description, which on a page is a sentence.
  func completed(by page: AwesomeList) -> AwesomeList {
    var list = self
    list.subject = subject ?? page.subject
    list.stars = stars ?? page.stars
    list.source = source ?? page.source
    if !page.description.isEmpty { list.description = page.description }
    return list
  }
}
