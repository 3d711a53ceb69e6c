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
  /// The prose about its categories, as parsed from its page; for a list in a catalog, request it
  /// by category (`Catalog.text(of:in:)`).
  public var categoryTexts: [CategoryText] = []

  /// Creates a list with only a name unless more is given.
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

  /// Returns the same list with data of its published page that its README lacks: subject, stars,
  /// source, and the description, which on a page is one sentence.
  func completed(by page: AwesomeList) -> AwesomeList {
    var list = self
    list.subject = subject ?? page.subject
    list.stars = stars ?? page.stars
    list.source = source ?? page.source
    if !page.description.isEmpty { list.description = page.description }
    return list
  }
}
