import CCmarkGFM
import Synchronization

/// Parses a piece of Markdown with cmark-gfm; nothing else calls the parser.
///
/// A piece must have passed `BlockScanner` first: cmark takes quadratic time on some inputs and
/// cannot be stopped.
enum MarkdownTree {
  /// Parses the parts in sequence and lets `body` walk the tree, which is only valid during the
  /// call.
  static func parse(
    _ parts: [ArraySlice<UInt8>], syntax: MarkdownPiece.Syntax, in memory: TreeMemory,
    _ body: (MarkdownNode) -> Void
  ) {
    let options = syntax.contains(.footnotes) ? CMARK_OPT_FOOTNOTES : CMARK_OPT_DEFAULT
    // Neither the parser nor the tree is freed: their memory is released as a whole.
    memory.use { allocators in
      guard let parser = cmark_parser_new_with_mem(options, allocators) else { return }
      if syntax.contains(.table) { attach(MarkdownExtensions.table, to: parser) }
      if syntax.contains(.strikethrough) { attach(MarkdownExtensions.strikethrough, to: parser) }
      for part in parts {
        part.withUnsafeBytes { bytes in
          cmark_parser_feed(parser, bytes.bindMemory(to: CChar.self).baseAddress, bytes.count)
        }
      }
      if let document = finish(parser, syntax) { body(MarkdownNode(document)) }
    }
  }

  /// Parses the inlines.
  ///
  /// For strikethrough cmark marks the tilde in a global table while parsing; a parser that ends on
  /// another thread unmarks it for all.
  private static func finish(
    _ parser: OpaquePointer, _ syntax: MarkdownPiece.Syntax
  ) -> UnsafeMutablePointer<cmark_node>? {
    guard syntax.contains(.strikethrough) else { return cmark_parser_finish(parser) }
    var document: UnsafeMutablePointer<cmark_node>?
    tildes.withLock { _ in document = cmark_parser_finish(parser) }
    return document
  }

  /// Held while a parser needs the tilde in the table.
  private static let tildes = Mutex(())

  private static func attach(_ syntaxExtension: OpaquePointer?, to parser: OpaquePointer) {
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
