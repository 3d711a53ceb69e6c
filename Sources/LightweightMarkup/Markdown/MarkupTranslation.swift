/// A document of another markup language, translated to Markdown.
///
/// Headings, items, links, paragraphs and tables are preserved; pictures, code and typesetting
/// directives are left out. The cost is linear in the length of the document, even for hostile
/// ones.
public struct MarkupTranslation: Sendable {
  /// The Markdown: UTF-8 with `\n` line ends.
  public let markdown: [UInt8]
  /// For each line of the Markdown its line of the document, counted from 1.
  public let lines: [Int]

  /// Translates UTF-8 with `\n` line breaks; nil for an unsupported language, and for Markdown,
  /// which needs no translation.
  public init?(_ text: [UInt8], from language: MarkupLanguage) {
    var writer = MarkdownWriter()
    switch language {
    case .org: OrgReader.translate(text, into: &writer)
    case .reStructuredText: RSTReader.translate(text, into: &writer)
    case .asciidoc: AsciiDocReader.translate(text, into: &writer)
    default: return nil
    }
    markdown = writer.bytes
    lines = writer.lines
  }

  /// Returns the line of the document for a line of the Markdown; 0, for the whole document, stays
  /// 0.
  public func line(ofMarkdown line: Int) -> Int {
    line < 1 || lines.isEmpty ? 0 : lines[min(line, lines.count) - 1]
  }
}
