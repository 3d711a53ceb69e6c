import Browser
import BrowserScenario
import HeadlessBrowser
import ListModel
import Testing

/// The changes of a version of a page, and where removed text is shown.
struct PageVersionTests {
  private func entry(_ title: String, _ category: String, _ description: String = "") -> Entry {
    Sample.entry(title, "https://\(title).example", description, [category], nil)
  }

  private func version(
    _ entries: [Entry], before: [Entry]?, headings: [PageHeadingRow] = []
  ) -> PageVersion {
    // Each entry is on the line of ten times its number, from 10 on.
    PageVersion(
      commit: "c", day: Sample.today, author: "A", subject: "S", entries: entries,
      lines: entries.indices.map { 10 * ($0 + 1) }, before: before, headings: headings)
  }

  @Test func additionsEditsMovesAndRemovalsAreReported() {
    let version = version(
      [entry("a", "X"), entry("b", "X", "new words"), entry("c", "Y"), entry("n", "Y")],
      before: [entry("a", "X"), entry("b", "X"), entry("c", "X"), entry("gone", "X")])
    #expect(
      version.changes == [
        "~ b  edited, in X", "> c  moved from X to Y", "+ n  in Y", "- gone  in X",
      ])
    #expect(version.addedLines == [40])
  }

  @Test func theFirstVersionHasNoChanges() {
    let version = version([entry("a", "X")], before: nil)
    #expect(version.changes.isEmpty && version.addedLines.isEmpty && version.removals.isEmpty)
  }

  @Test func removedEntriesFollowTheirNeighbourUnderTheSameHeading() {
    let headings = [
      PageHeadingRow(level: 2, text: "X", line: 5), PageHeadingRow(level: 2, text: "📦 Y", line: 25),
    ]
    let version = version(
      [entry("a", "X"), entry("b", "X"), entry("c", "Y")],
      before: [
        entry("top", "X"), entry("a", "X"), entry("behind a", "X", "words"), entry("b", "X"),
        entry("first", "Y"), entry("c", "Y"), entry("z", "Z"),
      ], headings: headings)
    #expect(
      version.removals.map { "\($0.line) \($0.text)" } == [
        "5 top", "10 behind a - words", "25 first", "30 z",
      ])
  }
}
