import CCmarkGFM
import Foundation
import ListMarkdown
import PageLayout

/// Times the layout of pages against cmark-gfm's HTML of the same bytes in the same run.
///
/// All overviews below the folder, whole, at 100 columns: `…/readme/README.md` and other Markdown
/// files outside of a `content` folder.
struct LayoutBenchmark {
  private let pages: [[UInt8]]

  init(folder: String) {
    let found = FileManager.default.enumerator(atPath: folder)?.compactMap { $0 as? String } ?? []
    pages = found.filter { name in
      name.hasSuffix("/readme/README.md") || name.hasSuffix(".md") && !name.contains("content/")
    }.sorted().compactMap { name in
      FileManager.default.contents(atPath: folder + "/" + name).map { [UInt8]($0) }
    }
  }

  /// Seconds for HTML of all pages by the library, with the extensions that a page needs.
  private func timeLibrary() -> Double {
    cmark_gfm_core_extensions_ensure_registered()
    return processorSeconds {
      for page in pages {
        guard let parser = cmark_parser_new(CMARK_OPT_FOOTNOTES) else { return }
        for name in ["table", "strikethrough", "autolink", "tasklist"] {
          cmark_parser_attach_syntax_extension(parser, cmark_find_syntax_extension(name))
        }
        page.withUnsafeBytes { bytes in
          cmark_parser_feed(parser, bytes.bindMemory(to: CChar.self).baseAddress, bytes.count)
        }
        let tree = cmark_parser_finish(parser)
        let extensions = cmark_parser_get_syntax_extensions(parser)
        free(cmark_render_html(tree, CMARK_OPT_DEFAULT, extensions))
        cmark_node_free(tree)
        cmark_parser_free(parser)
      }
    }
  }

  /// Seconds to lay out all pages whole, and how many lines these have.
  private func timeLayout() -> (seconds: Double, lines: Int) {
    var lines = 0
    let taken = processorSeconds {
      for page in pages {
        guard let document = try? PageDocument(page) else { continue }
        var laid = LaidOutPage(document, LayoutOptions(columns: 100))
        for index in 0..<laid.pieceCount { lines += laid.piece(index).lines.count }
      }
    }
    return (taken, lines)
  }

  /// Prints the medians of some rounds and their ratio.
  func run(rounds: Int) {
    var library: [Double] = []
    var layout: [Double] = []
    var lines = 0
    for _ in 0..<rounds {
      library.append(timeLibrary())
      let (seconds, count) = timeLayout()
      layout.append(seconds)
      lines = count
    }
    let (cmark, awl) = (library.sorted()[rounds / 2], layout.sorted()[rounds / 2])
    let megabytes = Double(pages.reduce(0) { $0 + $1.count }) / 1e6
    print(
      String(
        format: "%d pages, %.1f MB, %d lines: cmark to HTML %.1f ms, layout %.1f ms, ratio %.2f",
        pages.count, megabytes, lines, cmark * 1e3, awl * 1e3, awl / cmark))
  }
}
