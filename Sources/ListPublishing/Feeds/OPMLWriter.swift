public import ListModel

/// The feeds of lists as an outline that feed readers import (OPML 2.0).
public struct OPMLWriter {
  private let catalog: Catalog
  /// The URL of the published folder, without a trailing slash.
  private let base: String
  /// The format of that folder's pages.
  private let format: PageFormat

  /// Creates an outline of the feeds below an address.
  public init(catalog: Catalog, base: String, format: PageFormat = .markdown) {
    self.catalog = catalog
    self.format = format
    self.base = PagePath.withoutSlash(base)
  }

  /// Returns the outline of these lists, by subject in the order of the alphabet, UTF-8.
  public func opml(_ lists: [ListIndex], title: String) -> [UInt8] {
    var text = ByteText(capacity: lists.count * 256)
    text.add("<?xml version=\"1.0\" encoding=\"utf-8\"?>\n<opml version=\"2.0\">\n<head>")
    text.add(element: "title", title)
    text.add("</head>\n<body>\n")
    let bySubject = Dictionary(grouping: lists) { catalog.list($0).subject ?? "" }
    for subject in bySubject.keys.sorted(by: { $0.utf8.lexicographicallyPrecedes($1.utf8) }) {
      let own = bySubject[subject] ?? []
      guard !subject.isEmpty else {
        for list in own { add(list, to: &text) }
        continue
      }
      text.add("<outline")
      text.add(attribute: "text", subject)
      text.add(">\n")
      for list in own { add(list, to: &text) }
      text.add("</outline>\n")
    }
    text.add("</body>\n</opml>\n")
    return text.bytes
  }

  private func add(_ index: ListIndex, to text: inout ByteText) {
    let list = catalog.list(index)
    let path = format.path(of: PagePath.folder(of: list.id))
    let folder = "\(base)/\(PagePath.urlPath(path))"
    text.add("<outline type=\"rss\"")
    text.add(attribute: "text", list.title)
    text.add(attribute: "title", list.title)
    text.add(attribute: "xmlUrl", folder + "atom.xml")
    text.add(attribute: "htmlUrl", folder)
    text.add("/>\n")
  }
}
