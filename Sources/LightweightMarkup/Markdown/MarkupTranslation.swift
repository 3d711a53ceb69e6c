/// A document of another markup language as Markdown.
///
/// Headings, items, links, paragraphs and tables stay what they are; pictures, code and what is
/// there for a typesetter are left out. The cost grows with the length of the document, for
/// hostile ones too.
public struct MarkupTranslation: Sendable {
  /// The Markdown: UTF-8 with `\n` line ends.
  public let markdown: [UInt8]
  /// For each line of the Markdown the line of the document that it comes from, counted from 1.
  public let lines: [Int]

  /// Translates UTF-8 with `\n` line ends; nil for a language that is not read, and for Markdown,
  /// of which there is nothing to translate.
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

  /// Returns the line of the document that a line of the Markdown comes from; 0, which stands for
  /// the whole, stays 0.
  public func line(ofMarkdown line: Int) -> Int {
    line < 1 || lines.isEmpty ? 0 : lines[min(line, lines.count) - 1]
  }
}
