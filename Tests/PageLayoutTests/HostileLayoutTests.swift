import HostilePages
import ListMarkdown
import PageLayout
import TerminalScreen
import TestSupport
import Testing

/// Properties of every page, however it was written.
struct HostileLayoutTests {
  /// Every line passes the sanitiser unchanged, and takes the columns that it says.
  private func check(_ bytes: [UInt8], columns: Int, _ name: String) {
    guard let document = try? PageDocument(bytes) else { return }
    var page = LaidOutPage(document, LayoutOptions(columns: columns))
    for index in 0..<page.pieceCount {
      let piece = page.piece(index)
      for line in piece.lines.indices {
        var width = 0
        piece.forEachRun(ofLine: line) { bytes, _ in
          let text = String(decoding: bytes, as: UTF8.self)
          let safe = SafeText(text, limit: .max)
          #expect(Array(safe.text.utf8) == Array(bytes), "\(name) line \(line)")
          width += safe.width
        }
        let laid = piece.lines[line]
        #expect(width == Int(laid.width), "\(name) line \(line)")
        #expect(laid.kind == .wide || width <= columns, "\(name) line \(line): \(width)")
      }
    }
  }

  @Test(arguments: HostilePage.all.map(\.name))
  func hostileMarkdownIsLaidOutWithinTheWidth(name: String) throws {
    let page = try #require(HostilePage.all.first { $0.name == name })
    check(page.make(600), columns: 40, name)
  }

  @Test(arguments: [
    "a\u{1B}[31mred\u{1B}]0;title\u{07}", "\u{202E}reversed\u{2066}",
    "e\u{301}\u{301}\u{301}\u{301}\u{301}\u{301}",
    "\u{301}mark first **\u{301}x** [\u{301}](u)", "👨‍👩‍👧‍👦 family 🇩🇪 flag ⚙️ wide 中文",
    "zero\u{200B}width\u{00AD}soft \u{0000}nul \u{7F}del \u{85}next", "نص عربي \u{200C} می‌خواهم",
    "| a\u{1B} | \u{202E}b |\n|---|---|\n| 👩🏽‍💻 | \u{301} |", "```\n\u{1B}[2J\n\ttab\u{07}\n```",
    "<p>\u{1B}]52;c;x\u{07}<b>\u{202E}</b></p>", "[x](javascript:\u{1B})", "# \u{9B}31m heading",
  ])
  func nothingOfAPageActsOnTheTerminal(text: String) {
    for columns in [8, 20, 80] {
      check(Array(text.utf8), columns: columns, text)
      check(Array("> - \(text)\n>   1. \(text)\n".utf8), columns: columns, text)
    }
  }

  @Test func markupOfHTMLThatIsNeverClosedTakesLinearTime() throws {
    for part in [
      "<a ", "<details>", "<table><tr><td>", "</a>", "<!--x", "<a \"", "<ul><li>", "<b>",
    ] {
      func seconds(_ count: Int) throws -> Double {
        let page = try PageDocument(Array(("<p>\n" + String(repeating: part, count: count)).utf8))
        var laid = LaidOutPage(page, LayoutOptions(columns: 80))
        return threadSeconds { _ = laid.lastPosition() }
      }
      // Eight times the page takes about eight times the time, and not 64 times.
      let (small, large) = (try seconds(2_500), try seconds(20_000))
      #expect(large < small * 28 + 0.1, "\(part): \(small) \(large)")
    }
  }
}
