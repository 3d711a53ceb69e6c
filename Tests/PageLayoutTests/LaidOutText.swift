import Foundation
import ListMarkdown
import PageLayout
import Testing

/// A page of the tests as the lines that a reader sees.
func lines(
  _ markdown: String, columns: Int = 60, _ change: (inout LayoutOptions) -> Void = { _ in }
) throws -> [String] {
  var options = LayoutOptions(columns: columns)
  change(&options)
  return lines(of: try PageDocument(Array(markdown.utf8)), options)
}

func lines(of document: PageDocument, _ options: LayoutOptions) -> [String] {
  var page = LaidOutPage(document, options)
  return (0..<page.pieceCount).flatMap { index in
    let piece = page.piece(index)
    return piece.lines.indices.map { line in
      var text = String(decoding: piece.text(ofLine: line), as: UTF8.self)
      while text.last == " " { text.removeLast() }
      return text
    }
  }
}

/// The page that has one of each construct.
func everything() throws -> PageDocument {
  let path = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .appendingPathComponent("Pages/everything.md").path
  return try PageDocument([UInt8](try #require(FileManager.default.contents(atPath: path))))
}
