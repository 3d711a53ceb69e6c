import CCmarkGFM

/// The tree that cmark-gfm makes of a piece of Markdown; the one door to the library.
///
/// A piece must have passed `BlockScanner` before: the library takes time that grows with the
/// square of some inputs, and cannot be stopped.
enum MarkdownTree {
  /// Parses the bytes and lets `body` walk the tree, which is gone afterwards.
  static func parse(_ bytes: some Collection<UInt8>, _ body: (MarkdownNode) -> Void) {
    guard let parser = cmark_parser_new(CMARK_OPT_DEFAULT | CMARK_OPT_FOOTNOTES) else { return }
    defer { cmark_parser_free(parser) }
    for `extension` in MarkdownExtensions.pointers {
      cmark_parser_attach_syntax_extension(parser, `extension`)
    }
    _ = bytes.withContiguousStorageIfAvailable { buffer in
      buffer.withMemoryRebound(to: CChar.self) {
        cmark_parser_feed(parser, $0.baseAddress, $0.count)
      }
    }
    guard let document = cmark_parser_finish(parser) else { return }
    defer { cmark_node_free(document) }
    body(MarkdownNode(document))
  }
}

/// The extensions of GitHub's Markdown that lists make use of.
///
/// Bare links are not among them: the library's extension for these is quadratic on some
/// input and slow on all; `BareLinks` finds them instead.
private enum MarkdownExtensions {
  /// Set once: registering is not safe from two threads.
  nonisolated(unsafe) static let pointers: [OpaquePointer] = {
    cmark_gfm_core_extensions_ensure_registered()
    let names = ["table", "strikethrough", "tasklist"]
    return names.compactMap { name in cmark_find_syntax_extension(name) }
  }()
}
