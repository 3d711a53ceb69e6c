import ListMarkdown
import ListModel
import Testing

/// The outline of the entries of a daily page with this below its one day, without the page's
/// head; the first line of `body` is line 9.
func daily(_ body: String) throws -> String {
  let page = try pageReadTwice(dailyHead + body, path: nil)
  return page.outline.split(separator: "\n").dropFirst(3).joined(separator: "\n")
}

/// The outline of a README.
func readme(_ text: String) throws -> String {
  try pageReadTwice(text, path: "owner/name/README.md").outline
}

/// A page as texts; packed for a catalog it must hold the same entries.
private func pageReadTwice(_ text: String, path: String?) throws -> ParsedPage {
  let page = try PageReader.read(Array(text.utf8), path: path)
  #expect(try packedEntries(Array(text.utf8), path: path) == page.entries)
  return page
}

/// The entries that a catalog has of a page.
func packedEntries(_ bytes: [UInt8], path: String?) throws -> [Entry] {
  let page = try PageReader.pack(bytes, path: path)
  var columns = page.columns
  columns.endList(page.list)
  let catalog = columns.catalog()
  #expect(catalog.count == page.count)
  return (0..<catalog.count).map { catalog.entry(EntryIndex($0)) }
}

/// Eight lines: the head of a published page and the heading of a day.
let dailyHead = """
  # Track Awesome Seml Updates Daily

  [🏠 Home](/README.md) · [🔍 Search](/search/) · [😺 a/b](https://github.com/a/b)

  [ Daily / [Weekly](/content/a/b/week/README.md) / [Overview](/content/a/b/readme/README.md) ]

  ## [Feb 11, 2022](/content/2022/02/11/README.md)


  """
