import CCmarkGFM
import Synchronization

/// A parser of cmark-gfm; nothing else calls it.
///
/// Neither it nor its tree is freed: their memory is released as a whole.
struct MarkdownParser {
  private let parser: UnsafeMutablePointer<cmark_parser>
  private let syntax: MarkdownPiece.Syntax

  /// Begins a text that has some lines before it, which count in the line numbers.
  init?(
    _ syntax: MarkdownPiece.Syntax, memory: UnsafeMutablePointer<cmark_mem>, linesBefore: Int = 0
  ) {
    let options = syntax.contains(.footnotes) ? CMARK_OPT_FOOTNOTES : CMARK_OPT_DEFAULT
    guard let parser = cmark_parser_new_with_mem(options, memory) else { return nil }
    self.parser = parser
    self.syntax = syntax
    parser.pointee.line_number = Int32(truncatingIfNeeded: linesBefore)
    if syntax.contains(.table) { attach(MarkdownExtensions.table) }
    if syntax.contains(.strikethrough) { attach(MarkdownExtensions.strikethrough) }
  }

  /// Takes the next bytes of the text.
  func feed(_ text: UnsafeBufferPointer<UInt8>) {
    UnsafeRawBufferPointer(text).withMemoryRebound(to: CChar.self) {
      cmark_parser_feed(parser, $0.baseAddress, $0.count)
    }
  }

  /// Ends the text and parses the inlines.
  ///
  /// For strikethrough cmark marks the tilde in a global table while parsing; a parser that ends on
  /// another thread unmarks it for all.
  func finish() -> MarkdownNode? {
    guard syntax.contains(.strikethrough) else {
      return cmark_parser_finish(parser).map { MarkdownNode($0) }
    }
    var document: MarkdownNode?
    MarkdownParser.tildes.withLock { _ in
      document = cmark_parser_finish(parser).map { MarkdownNode($0) }
    }
    return document
  }

  /// Held while a parser needs the tilde in the table.
  private static let tildes = Mutex(())

  private func attach(_ syntaxExtension: OpaquePointer?) {
    if let syntaxExtension { cmark_parser_attach_syntax_extension(parser, syntaxExtension) }
  }
}

/// The extensions of GitHub's Markdown that lists use.
///
/// Bare links are not among them: cmark's extension is quadratic on some input and slow on all;
/// `BareLinks` finds them instead.
private enum MarkdownExtensions {
  // Set once: registering is not safe from two threads.
  nonisolated(unsafe) static let table = find("table")
  nonisolated(unsafe) static let strikethrough = find("strikethrough")

  private static let isRegistered: Void = cmark_gfm_core_extensions_ensure_registered()

  private static func find(_ name: String) -> OpaquePointer? {
    isRegistered
    return cmark_find_syntax_extension(name)
  }
}
