import ListModel
import Synchronization

/// The text of each category as headings have it, rendered once; any thread may ask.
final class CategoryHeadings: Sendable {
  private let catalog: Catalog
  private let format: PageFormat
  private let rendered: Mutex<[[UInt8]?]>

  init(of catalog: Catalog, as format: PageFormat) {
    self.catalog = catalog
    self.format = format
    rendered = Mutex([[UInt8]?](repeating: nil, count: catalog.categories.count))
  }

  /// Returns the content of a heading; nil for entries without a category.
  ///
  /// In Markdown a ` / ` separates the headings of a path; one within a heading is put into the
  /// text of a link to the top of the page, where it does not separate.
  func heading(of category: CategoryIndex) -> [UInt8]? {
    let number = category.number
    guard !catalog.categories.range(at: number).isEmpty else { return nil }
    if let known = rendered.withLock({ $0[number] }) { return known }
    let made = render(catalog.category(category))
    rendered.withLock { $0[number] = made }
    return made
  }

  private func render(_ category: CategoryPath) -> [UInt8] {
    var page = Page(path: "", format: format)
    for (index, heading) in category.headings.enumerated() {
      if index > 0 { page.add(words: " / ") }
      if format == .markdown, isAmbiguous(heading) {
        page.text.addLink(heading, to: "#")
      } else {
        page.add(heading)
      }
    }
    return page.text.bytes
  }

  /// Returns whether a heading contains the path separator, or would together with its neighbours.
  private func isAmbiguous(_ heading: String) -> Bool {
    heading.utf8.contains(UInt8(ascii: "/"))
      && " \(heading) ".utf8.split(separator: UInt8(ascii: " "), omittingEmptySubsequences: false)
        .dropFirst().dropLast().contains { $0.elementsEqual("/".utf8) }
  }
}
