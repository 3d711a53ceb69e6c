import LightweightMarkup
import ListModel

/// Reads track pages, overviews and READMEs.
///
/// `path` is where a page came from and gives the list's identity where the page does not tell it.
/// The cost grows with the length of the page, for hostile input too; a page of 16 MiB takes less
/// than two seconds.
public enum PageReader {
  /// Reads a page; what is odd in it is told as issues.
  public static func read(_ bytes: [UInt8], path: String?) throws(PageError) -> ParsedPage {
    let (page, issues) = try assemble(bytes, path: path, isPacked: false)
    return page.page(issues: issues)
  }

  /// Reads a page for a catalog: the same entries, in less time.
  public static func pack(_ bytes: [UInt8], path: String?) throws(PageError) -> PackedPage {
    let (page, issues) = try assemble(bytes, path: path, isPacked: true)
    return page.packedPage(issues: issues)
  }

  /// Reads a page in pieces of a size, which makes no difference.
  static func read(
    _ bytes: [UInt8], path: String?, pieceBytes: Int
  ) throws(PageError) -> ParsedPage {
    let (page, issues) = try assemble(
      bytes, path: path, isPacked: false, pieceBytes: pieceBytes)
    return page.page(issues: issues)
  }

  private static func assemble(
    _ bytes: [UInt8], path: String?, isPacked: Bool,
    pieceBytes: Int = MarkdownBounds.pieceBytes
  ) throws(PageError) -> (page: PageAssembler, issues: IssueLog) {
    guard bytes.count <= PageLimits.pageBytes else { throw .tooLarge(bytes.count) }
    let text = try TextRepair(bytes)
    let language = MarkupLanguage.of(text.bytes, path: path)
    guard language.isRead else {
      throw .otherMarkup(file: ListPath.fileName(of: path), language: language.name)
    }
    var (page, issues) = try assemble(
      text, path: path, form: .links, isPacked: isPacked, pieceBytes: pieceBytes)
    let form = page.foundForm
    if form != .links {
      (page, issues) = try assemble(
        text, path: path, form: form, isPacked: isPacked, pieceBytes: pieceBytes)
    }
    return (page, issues)
  }

  private static func assemble(
    _ text: TextRepair, path: String?, form: ReadmeForm, isPacked: Bool, pieceBytes: Int
  ) throws(PageError) -> (page: PageAssembler, issues: IssueLog) {
    var page = PageAssembler(path: path, form: form, isPacked: isPacked)
    var issues = text.issues
    var reader = MarkdownReader(text.bytes, pieceBytes: pieceBytes)
    issues.add(reader.read { page.add($0) })
    try page.finish()
    return (page, issues)
  }
}
