import ListHistory
import ListModel
import Testing

/// H2 and H3 of docs/tracking.md: what a title says about an entry with another link.
struct ReturningTitleTests {
  private let other = "## T\n\n- [Other](https://other.org)\n"

  /// An entry that leaves on day 1 and another under its title on a later day.
  private func entries(_ before: String, _ after: String, days: Int = 200) -> [String] {
    var history = SampleHistory()
    history.commit("\(other)\(before)\n", day: 0)
    history.commit(other, day: 1)
    history.commit("\(other)\(after)\n", day: 1 + days)
    return history.lines
  }

  @Test(arguments: [
    // One site, by its domain, its owner, an Internet Archive copy, or the project's name.
    ("- [Lens](https://lens.org/old)", "- [Lens](https://www.lens.org/new)"),
    ("- [Lens](https://github.com/o/lens)", "- [Lens](https://github.com/o/lens2)"),
    (
      "- [Lens](http://lens.example.com/x)",
      "- [Lens](https://web.archive.org/web/2019/http://lens.example.com/x)"
    ),
    ("- [Nuitka](http://nuitka.net)", "- [Nuitka](https://github.com/nuitka/nuitka)"),
    ("- [Lens](https://o.github.io/lens)", "- [Lens](https://github.com/o/lens)"),
    // Descriptions that are alike.
    ("- [Lens](https://a.org) - Sees far away.", "- [Lens](https://b.org) - Sees far away!"),
    // A title of three words.
    ("- [The Book of Lenses](https://a.org)", "- [The Book of Lenses](https://b.org)"),
  ])
  func comesBack(before: String, after: String) {
    let lines = entries(before, after)
    #expect(lines.count == 2)
    #expect(lines[1].contains(": 01-01 added*, 01-02 removed, 07-20 restored, 07-20 edited"))
  }

  @Test(arguments: [
    // A list had one glow of 2014, and got another one in 2015.
    ("- [glow](https://github.com/go-gl/glow)", "- [glow](https://github.com/chrislusf/glow)"),
    (
      "- [errors](https://github.com/pkg/errors) - Simple handling of errors.",
      "- [errors](https://gitlab.com/tozd/go/errors) - Wraps errors with their details."
    ),
    ("- [Lens](https://a.blogspot.com)", "- [Lens](https://b.blogspot.com)"),
    ("- [Lens](https://a.co.uk)", "- [Lens](https://b.co.uk)"),
    ("- [Lens](https://npmjs.com/package/a)", "- [Lens](https://npmjs.com/package/b)"),
  ])
  func isAnotherThing(before: String, after: String) {
    let lines = entries(before, after)
    #expect(lines.count == 3)
    #expect(lines[1].hasSuffix("in T: 07-20 added"))
    #expect(lines[2].hasPrefix("~"))
    #expect(lines[2].hasSuffix("in T: 01-01 added*, 01-02 removed"))
  }

  @Test func aWeekInOneCategoryIsNoAbsence() {
    let (before, after) = ("- [Lens](https://a.org)", "- [Lens](https://b.org)")
    #expect(entries(before, after, days: 7).count == 2)
    #expect(entries(before, after, days: 8).count == 3)
    let elsewhere = entries(before, "\n## U\n\n\(after)", days: 3)
    #expect(elsewhere.count == 3)
  }

  @Test func aSharedTitleIdentifiesNothing() {
    func list(_ links: [String]) -> String {
      links.map { "- [PyPI](https://\($0).org)\n" }.joined()
    }
    let lines = SampleHistory.of(
      list(["a", "b"]), list(["c", "b"]), list(["c"]), list(["c", "d"])
    ).lines
    #expect(
      lines == [
        "PyPI <https://c.org> in : 01-02 added", "PyPI <https://d.org> in : 01-04 added",
        "~PyPI <https://a.org> in : 01-01 added*, 01-02 removed",
        "~PyPI <https://b.org> in : 01-01 added*, 01-03 removed",
      ])
  }

  @Test func aLinkThatReturnsHasItsOwnDays() {
    let (a, b) = ("- [t](https://a.org)\n", "- [t](https://b.org)\n")
    let lines = SampleHistory.of(a, b, b + "- [x](https://x.org)\n", b + a).lines
    #expect(
      lines == [
        "t <https://b.org> in : 01-02 added",
        "t <https://a.org> in : 01-01 added*, 01-02 removed, 01-04 restored",
        "~x <https://x.org> in : 01-03 added, 01-04 removed",
      ])
  }

  @Test func aLinkThatReturnsInThePlaceOfTheNewOneIsARevert() {
    let (a, b) = ("- [t](https://a.org)\n", "- [t](https://b.org)\n")
    let lines = SampleHistory.of(a, b, a).lines
    #expect(lines == ["t <https://a.org> in : 01-01 added*, 01-02 edited, 01-03 edited"])
  }

  @Test func aStoredHistoryKnowsWhatItSplitOff() throws {
    let (a, b) = ("- [t](https://a.org)\n", "- [t](https://b.org)\n")
    let whole = SampleHistory.of(a, b, b + a)
    let half = SampleHistory.of(a, b).tracker.state
    let stored = try #require(HistoryTracker(state: half, today: Day(clamping: 20_780)))
    var goneOn = SampleHistory(stored)
    goneOn.commit(b + a, day: 2)
    #expect(goneOn.lines == whole.lines)
  }
}
