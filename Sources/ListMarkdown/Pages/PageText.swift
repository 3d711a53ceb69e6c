import LightweightMarkup

/// The text of a page as Markdown, in whatever language it was written.
public struct PageText: Sendable {
  /// UTF-8 with `\n` line ends, repaired.
  public let markdown: [UInt8]
  /// The repairs.
  let repairs: IssueLog
  /// The line mapping; nil for a page that was already Markdown.
  private let translation: MarkupTranslation?

  /// Repairs a page's text and translates it if its path and its text show another language (see
  /// `MarkupLanguage`).
  ///
  /// Throws if it is not text, too long, or in an unsupported language.
  public init(_ bytes: [UInt8], path: String?) throws(PageError) {
    let text = try TextRepair(bytes)
    let language = MarkupLanguage.of(text.bytes, path: path)
    guard language.isRead else {
      throw .otherMarkup(file: ListPath.fileName(of: path), language: language.name)
    }
    translation = MarkupTranslation(text.bytes, from: language)
    markdown = translation?.markdown ?? text.bytes
    repairs = text.issues
  }

  /// Repairs a page's text, which is Markdown.
  init(markdown bytes: [UInt8]) throws(PageError) {
    let text = try TextRepair(bytes)
    (markdown, repairs, translation) = (text.bytes, text.issues, nil)
  }

  /// A page's text as UTF-8 with `\n` line ends, the bytes as they are where they are that.
  ///
  /// Throws for what is not text or is too long.
  public static func repaired(_ bytes: [UInt8]) throws(PageError) -> [UInt8] {
    try TextRepair(bytes).bytes
  }
}

extension PageText {
  /// Whether the page is in another language than Markdown.
  var isTranslated: Bool { translation != nil }

  /// Returns the line of the page that a line of the Markdown comes from.
  func line(_ line: Int) -> Int { translation?.line(ofMarkdown: line) ?? line }

  /// Returns the issues of the Markdown with the line numbers of the page, and the repairs.
  func issues(_ found: IssueLog) -> IssueLog {
    var issues = repairs
    issues.add(found, line: line)
    return issues
  }
}
