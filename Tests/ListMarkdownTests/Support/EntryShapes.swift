import ListMarkdown
import ListModel
import Testing

/// The entries of a README with this below its one heading, each as one line:
/// `title <url> ⭐stars marks | description | + further link <url>`.
func shapes(_ markdown: String) throws -> [String] {
  try page("# List\n\n## T\n\n" + markdown).entries.map(shape)
}

/// The same with the category of each entry before it.
func placedShapes(ofReadme text: String) throws -> [String] {
  try page(text).entries.map { "\($0.category): " + shape($0) }
}

/// The title of a README's list.
func listTitle(ofReadme text: String) throws -> String { try page(text).list.title }

/// The issues of a README with this below its only heading.
func issues(_ markdown: String) throws -> [String] {
  try page("# List\n\n## T\n\n" + markdown).issues.map(\.message)
}

private func page(_ text: String) throws -> ParsedPage {
  let page = try PageReader.read(Array(text.utf8), path: "/name/README.md")
  #expect(try packedEntries(Array(text.utf8), path: "/name/README.md") == page.entries)
  return page
}

private func shape(_ entry: Entry) -> String {
  var head = entry.title
  if let url = entry.url { head += " <\(url)>" }
  if let stars = entry.stars { head += " ⭐\(stars.count)" }
  for mark in entry.marks { head += " \(mark.symbol)" }
  var parts = [head]
  if !entry.description.isEmpty { parts.append(entry.description) }
  parts += entry.links.dropFirst().map { "+ \($0.title) <\($0.url)>" }
  return parts.joined(separator: " | ")
}
