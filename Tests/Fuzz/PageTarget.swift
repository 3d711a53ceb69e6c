import ListMarkdown
import ListModel
import TerminalScreen

/// Any page, in any language, results in entries or an error, and these can be shown.
func checkPage(_ bytes: [UInt8]) {
  for suffix in ["md", "org", "rst", "adoc"] {
    checkPage(bytes, path: "owner/name/README.\(suffix)")
  }
}

private func checkPage(_ bytes: [UInt8], path: String) {
  guard let page = try? PageReader.read(bytes, path: path) else { return }
  let lines = bytes.reduce(1) { $1 == 10 || $1 == 13 ? $0 + 1 : $0 }
  for issue in page.issues {
    // Line 0 is that of an issue of the whole page.
    require((0...lines).contains(issue.line), "an issue names a line of the page")
  }
  var builder = CatalogBuilder()
  builder.append(page.list, entries: page.entries)
  let catalog = builder.catalog()
  let packed = try? PageReader.pack(bytes, path: path)
  require(packed?.count == page.entries.count, "a page that is packed holds the same entries")
  require(catalog.count == page.entries.count, "the catalog holds every entry")
  for number in 0..<catalog.count {
    let entry = catalog.entry(EntryIndex(number))
    require(
      entry.title.utf8.elementsEqual(page.entries[number].title.utf8), "titles are kept as they are"
    )
    requireIsSafe(SafeText(entry.title, limit: SafeText.titleLimit))
  }
}
