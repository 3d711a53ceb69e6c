/// The format of a published folder's pages.
public enum PageFormat: String, CaseIterable, Sendable {
  case markdown, html

  /// Returns the path of a file, given its path in a folder of Markdown.
  ///
  /// HTML pages have the paths of the site: without `content/`, and as `index.html`.
  func path(of path: String) -> String {
    guard self == .html else { return path }
    let content = "content/"
    let below = path.hasPrefix(content) ? String(path.dropFirst(content.utf8.count)) : path
    if below.hasSuffix("README.md") { return below.dropLast("README.md".utf8.count) + "index.html" }
    return below.hasSuffix(".md") ? below.dropLast("md".utf8.count) + "html" : below
  }

  /// Returns the folder that a page of its path is served as, with a slash at its end or empty.
  func folder(of page: String) -> String {
    let path = path(of: page)
    return path.lastIndex(of: "/").map { String(path[...$0]) } ?? ""
  }
}
