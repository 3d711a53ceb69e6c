import ListModel

/// Parses track pages, overviews and READMEs, in Markdown or a language that is translated to it.
///
/// `path` is the origin of a page; it provides the list's identity if the page does not. Linear in
/// the page's length, even for hostile input: a page of 16 MiB takes less than two seconds.
public enum PageReader {
  /// Parses a page; problems in it are reported as issues.
  public static func read(_ bytes: [UInt8], path: String?) throws(PageError) -> ParsedPage {
    try read(bytes, path: path, pieceBytes: MarkdownBounds.pieceBytes)
  }

  /// Parses a page for a catalog: the same entries, faster.
  ///
  /// `isMarkdown` is true for translated text, whatever its path; `address` is the URL of the page,
  /// to recognise links to its anchors.
  public static func pack(
    _ bytes: [UInt8], path: String?, isMarkdown: Bool = false, at address: PageAddress? = nil
  ) throws(PageError) -> PackedPage {
    let text = isMarkdown ? try PageText(markdown: bytes) : try PageText(bytes, path: path)
    let (page, issues) = try assemble(text, path: path, at: address, isPacked: true)
    return page.packedPage(of: text, issues: issues)
  }

  /// Parses a page in pieces of a given size, which does not affect the result.
  static func read(
    _ bytes: [UInt8], path: String?, pieceBytes: Int
  ) throws(PageError) -> ParsedPage {
    let text = try PageText(bytes, path: path)
    let (page, issues) = try assemble(text, path: path, isPacked: false, pieceBytes: pieceBytes)
    return page.page(of: text, issues: issues)
  }

  private static func assemble(
    _ text: PageText, path: String?, at address: PageAddress? = nil, isPacked: Bool,
    pieceBytes: Int = MarkdownBounds.pieceBytes
  ) throws(PageError) -> (page: PageAssembler, issues: IssueLog) {
    let (page, issues) = try assemble(
      text, path: path, at: address, form: .links, isPacked: isPacked, pieceBytes: pieceBytes)
    let form = page.foundForm
    guard form != .links else { return (page, issues) }
    return try assemble(
      text, path: path, at: address, form: form, isPacked: isPacked, pieceBytes: pieceBytes)
  }

  private static func assemble(
    _ text: PageText, path: String?, at address: PageAddress?, form: ReadmeForm, isPacked: Bool,
    pieceBytes: Int
  ) throws(PageError) -> (page: PageAssembler, issues: IssueLog) {
    var page = PageAssembler(
      path: path, form: form, page: address, isOurs: PublishedItem.areItems(of: text.markdown),
      isPacked: isPacked)
    var reader = MarkdownReader(text.markdown, pieceBytes: pieceBytes)
    let issues = reader.read { page.add($0) }
    try page.finish()
    return (page, issues)
  }
}
