import TerminalScreen
import Testing

/// Links of a canvas, which the terminal is sent as they are.
struct HyperlinkTests {
  @Test(arguments: [
    "https://h/\u{1B}]52;c;AAAA\u{7}", "https://h/\u{7}", "https://h/a b", "https://h/\n",
    "https://h/é", "https://h/\u{7F}", "https://h/\u{9C}", "",
    "https://h/" + String(repeating: "x", count: 3_000),
  ])
  func unsafeLinksAreNotEmitted(url: String) {
    var canvas = Canvas(columns: 20, rows: 2)
    canvas.link(row: 0, columns: 0..<5, to: url)
    #expect(canvas.links.isEmpty)
    #expect(Hyperlink(row: 0, columns: 0..<5, url: url) == nil)
  }

  @Test func linksStayInsideTheCanvas() {
    var canvas = Canvas(columns: 20, rows: 2)
    canvas.link(row: 0, columns: 15..<40, to: "https://h/")
    canvas.link(row: 5, columns: 0..<4, to: "https://h/")
    canvas.link(row: 1, columns: 30..<40, to: "https://h/")
    #expect(canvas.links.map(\.columns) == [15..<20])
  }

  @Test func blankedCellsLoseTheirLink() {
    var canvas = Canvas(columns: 20, rows: 3)
    for row in 0..<3 { canvas.link(row: row, columns: 0..<5, to: "https://h/\(row)") }
    canvas.clear(Rect(row: 1, column: 0, rows: 1, columns: 20))
    #expect(canvas.links.map(\.row) == [0, 2])
  }

  @Test func rowsAreCopiedWithTheirLinks() {
    var canvas = Canvas(columns: 20, rows: 3)
    var other = canvas
    for row in 0..<3 {
      canvas.link(row: row, columns: 0..<5, to: "https://old/")
      other.link(row: row, columns: 0..<5, to: "https://new/")
    }
    canvas.take(rows: [1], from: other)
    #expect(
      canvas.links.sorted { $0.row < $1.row }.map(\.url) == [
        "https://old/", "https://new/", "https://old/",
      ])
    canvas.take(from: other)
    #expect(canvas.links == other.links)
  }
}
