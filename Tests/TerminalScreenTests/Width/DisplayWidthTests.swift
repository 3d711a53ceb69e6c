import CNcurses
import Glibc
import TestSupport
import Testing

@testable import TerminalScreen

/// Our width of a character agrees with the C library's and a terminal's.
struct DisplayWidthTests {
  private static let samples = [
    "é", "e\u{301}", "e\u{301}\u{302}\u{303}\u{304}\u{305}", "\u{301}", "中", "한", "ｱ", "Ａ", "ﷺ",
    "ก\u{E33}", "नि", "\u{915}\u{94D}\u{937}", "می\u{200C}خ", "❤\u{FE0F}", "☀\u{FE0E}", "⚠️", "👍🏽",
    "👨‍👩‍👧‍👦", "🏳️‍🌈", "🇩🇪", "1️⃣", "#️⃣", "🧑🏿‍🚀", "🏴\u{E0067}\u{E0062}\u{E007F}", "☺️", "™️", "©", "—", "•",
    "…", "\u{FDFD}", "\u{12031}", "\u{A0}", "\u{3000}", "\u{2800}", "\u{1F1E6}", "\u{200D}",
    "\u{FE0F}",
    "\u{1B}[1m", "\u{9B}m", "\u{E000}", "\u{378}", "\u{1FAE9}", "🫠", "\u{202E}x", "\u{AD}",
    "\u{2028}", "\u{600}5", "\u{6DD}5",
  ]

  @Test func samplesAreAsWideAsTheTerminalHasThem() throws {
    try check(Self.samples)
  }

  /// Each character beyond ASCII of the pages, with all that joins it to its neighbours.
  @Test(.enabled(if: RealData.isThere, Comment(rawValue: RealData.reason)))
  func everythingInThePagesIsAsWideAsTheTerminalHasIt() throws {
    let clusters = Clusters(below: RealData.path("track")).texts
    #expect(clusters.count > 1_000)
    try check(clusters)
  }

  private func check(_ clusters: [String]) throws {
    try checkLibrary(clusters)
    try #require(TmuxSession.isInstalled, "needs tmux")
    try checkTerminal(clusters)
  }

  private func checkLibrary(_ clusters: [String]) throws {
    let different = withUTF8Locale {
      clusters.filter { cluster in
        SafeText(cluster).cells.contains { cell in
          wcwidth(wchar_t(cell.base.value)) != Int32(cell.width)
            || (0..<4).contains { cell.marks[$0] != 0 && wcwidth(wchar_t(cell.marks[$0])) != 0 }
        }
      }
    }
    #expect(try #require(different) == [])
  }

  /// Puts each text into a slot of its own, the slots' ends by their columns, and reads back how
  /// much the terminal left blank.
  private func checkTerminal(_ clusters: [String]) throws {
    let slot = 12
    let perRow = 16
    let texts = clusters.map { SafeText($0).truncated(to: slot - 2) }
    let rows = stride(from: 0, to: texts.count, by: perRow).map { start in
      Array(texts[start..<min(start + perRow, texts.count)])
    }
    let folder = try TemporaryFolder()
    let page = rows.map { row in
      row.enumerated().map { $1.text + "\u{1B}[\(($0 + 1) * slot)G|" }.joined() + "\n"
    }
    try put((page.joined() + "end").utf8, into: folder("page"))
    let session = try TmuxSession(
      columns: slot * perRow + 8, rows: rows.count + 2,
      command: ["/bin/sh", "-c", "cat \(folder("page")); exec cat"])
    try #require(session.wait(forText: "end"))
    let screen = session.screen
    var different: [String] = []
    for (shown, row) in zip(screen, rows) {
      let slots = row.map { $0.text + String(repeating: " ", count: slot - 1 - $0.width) + "|" }
      if !shown.utf8.elementsEqual(slots.joined().utf8) {
        different.append("\(shown) for \(slots.joined())")
      }
    }
    #expect(different == [])
  }
}

/// Runs `body` with the C library's UTF-8 locale on this thread only; nil if it has none.
func withUTF8Locale<Result>(_ body: () throws -> Result) rethrows -> Result? {
  guard let locale = newlocale(1 << LC_CTYPE, "C.UTF-8", nil) else { return nil }
  let previous = uselocale(locale)
  defer {
    uselocale(previous)
    freelocale(locale)
  }
  return try body()
}
