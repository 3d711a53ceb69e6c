/// The position of a block in a README: the parser state after the previous blocks.
///
/// The same section at the same position yields the same entries, so many versions of a README can
/// share the parsed section.
public struct ReadmePlace: Equatable, Sendable {
  /// The current headings.
  public private(set) var path = HeadingPath()
  /// The level of the section that is skipped, one on the licence or on contributing.
  private(set) var skippedLevel: Int?
  /// There were neither lists nor sections yet.
  private(set) var isAboveEntries = true
  /// Whether the title, a heading of level 1, has occurred.
  private(set) var hasTitle = false
  /// The sections that contents above the title name.
  private(set) var contents: [String] = []
  /// How the entries of the README are written.
  public let form: ReadmeForm

  /// The location of the README, if known.
  public let page: PageAddress?

  /// Creates the top of a README.
  ///
  /// `isPart` is true for one of several files that make up a list: its title is the category of
  /// its entries.
  public init(form: ReadmeForm = .links, page: PageAddress? = nil, isPart: Bool = false) {
    self.form = form
    self.page = page
    hasTitle = isPart
  }

  init(
    path: HeadingPath, skippedLevel: Int?, isAboveEntries: Bool, hasTitle: Bool,
    contents: [String], form: ReadmeForm, page: PageAddress?
  ) {
    self.form = form
    self.page = page
    self.path = path
    self.skippedLevel = skippedLevel
    self.isAboveEntries = isAboveEntries
    self.hasTitle = hasTitle
    self.contents = contents
  }
}

/// How the entries of a README are written.
public enum ReadmeForm: Equatable, Sendable {
  /// As links: items, rows, lines and headings that begin with one.
  case links
  /// As tips: each heading of a level is an entry with the text below it.
  case tips(level: Int)

  /// The level of the headings that are entries without a link.
  public var tipLevel: Int? {
    if case .tips(let level) = self { level } else { nil }
  }
}
