/// Reads track pages, overviews and READMEs.
public enum PageReader {
  /// Reads a page; `path` is where it came from and gives the list's identity where the page
  /// does not tell it.
  ///
  /// What is odd in the page is told as issues. The cost grows with the length of the page, for
  /// hostile input too; a page of 16 MiB takes less than two seconds.
  public static func read(_ bytes: [UInt8], path: String?) throws(PageError) -> ParsedPage {
    guard bytes.count <= PageLimits.pageBytes else { throw .tooLarge(bytes.count) }
    var page = PageAssembler(path: path)
    let text = try TextRepair(bytes)
    var issues = text.issues
    var reader = MarkdownReader(text.bytes)
    issues.add(reader.read { block, lineOffset in page.add(block, lineOffset: lineOffset) })
    return try page.finished(issues: issues)
  }
}
