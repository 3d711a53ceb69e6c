import ListHistory
import ListModel
import Testing

struct HistoryTrackerTests {
  private let a = "- [A](https://a.org) - First."
  private let b = "- [B](https://b.org) - Second."

  @Test func anEntryIsDatedByItsFirstDay() {
    let history = SampleHistory.of("## T\n\n\(a)\n", "## T\n\n\(a)\n\(b)\n", "## T\n\n\(b)\n\(a)\n")
    #expect(
      history.lines == [
        "B <https://b.org> in T: 01-02 added", "A <https://a.org> in T: 01-01 added*",
      ])
  }

  @Test(arguments: [
    "- [A](https://a.org) - Other.", "- [A+](https://a.org) - First.",
    "- [A](https://a.org/new) - First.", "- [A](http://www.a.org/#readme) - First.",
  ])
  func titleLinkAndDescriptionAreEdits(line: String) {
    let history = SampleHistory.of("\(a)\n\(b)\n", "\(line)\n\(b)\n")
    #expect(history.lines[0].hasSuffix(": 01-01 added*, 01-02 edited"))
    #expect(history.lines.count == 2)
  }

  @Test func titleAndLinkAtOnceAreAnotherEntry() {
    let history = SampleHistory.of("\(a)\n\(b)\n", "- [C](https://c.org) - First.\n\(b)\n")
    #expect(
      history.lines == [
        "C <https://c.org> in : 01-02 added", "B <https://b.org> in : 01-01 added*",
        "~A <https://a.org> in : 01-01 added*, 01-02 removed",
      ])
  }

  @Test func anotherCategoryIsAMove() {
    let history = SampleHistory.of(
      "## T\n\n\(a)\n\n## U\n\n\(b)\n", "## T\n\n## U\n\n\(b)\n\(a)\n",
      "## T\n\n## V\n\n\(b)\n\(a)\n")
    #expect(
      history.lines == [
        "B <https://b.org> in V: 01-01 added*, 01-03 category renamed",
        "A <https://a.org> in V: 01-01 added*, 01-02 moved, 01-03 category renamed",
      ])
  }

  @Test func anEntryMayLeaveAndComeBack() {
    let history = SampleHistory.of("\(a)\n\(b)\n", "\(b)\n", "\(b)\n\n\(a)\n", "\(b)\n")
    #expect(
      history.lines == [
        "B <https://b.org> in : 01-01 added*",
        "~A <https://a.org> in : 01-01 added*, 01-02 removed, 01-03 restored, 01-04 removed",
      ])
  }

  @Test func anEntryThatReturnsWithAnotherLinkIsKnownByItsTitle() {
    let history = SampleHistory.of("\(a)\n\(b)\n", "\(b)\n", "- [A](https://new.org)\n\(b)\n")
    #expect(
      history.lines[0]
        == "A <https://new.org> in : 01-01 added*, 01-02 removed, 01-03 restored, 01-03 edited")
  }

  @Test func aLinkThatOccursTwiceIsOneEntryInTwoPlaces() {
    let history = SampleHistory.of(
      "## T\n\n\(a)\n", "## T\n\n\(a)\n\n## U\n\n\(a)\n", "## T\n\n\(a)\n")
    #expect(history.lines == ["A <https://a.org> in T: 01-01 added*"])
  }

  @Test func anEntryLeavingItsFirstPlaceWasMoved() {
    let other = String(repeating: "- [O](https://o.org) - Other.\n", count: 20)
    func list(_ first: String, _ between: String, _ second: String) -> String {
      "## T\n\n\(first)\n\(other)\n## V\n\n\(between)\n\(other)\n## U\n\n\(second)\n"
    }
    for between in ["", "- [N](https://n.org)"] {
      let moved = SampleHistory.of(list(a, "", ""), list(a, "", a), list("", between, a))
      #expect(moved.lines.contains("A <https://a.org> in U: 01-01 added*, 01-03 moved"))
      let same = SampleHistory.of(list(a, "", ""), list(a, "", a), list(a, between, ""))
      #expect(same.lines.contains("A <https://a.org> in T: 01-01 added*"))
    }
    let stored = HistoryTracker(
      state: SampleHistory.of(list(a, "", ""), list(a, "", a)).tracker.state,
      today: Day(clamping: 20_780))
    var goneOn = stored.map { SampleHistory($0) }
    goneOn?.commit(list("", "", a), day: 2)
    #expect(goneOn?.lines.contains("A <https://a.org> in U: 01-01 added*, 01-03 moved") == true)
    // If it occurred twice, and the newer copy is gone again, it stayed where it was.
    let back = SampleHistory.of(list("", "", a), list(a, "", a), list("", "", a))
    #expect(back.lines.contains("A <https://a.org> in U: 01-01 added*"))
    // Of three places two stay, one of them under the same heading.
    let stays = SampleHistory.of(list("\(a)\n\(b)\n\(a)", "", a), list("\(b)\n\(a)", "", a))
    #expect(stays.lines.contains("A <https://a.org> in T: 01-01 added*"))
  }

  @Test func anEntryLeftInItsSecondFileWasMoved() {
    var history = SampleHistory(files: ["one.md", "two.md"])
    history.commit([(0, .bytes(Array(a.utf8))), (1, .bytes(Array("\(a)\n\(b)".utf8)))])
    history.commit(b, file: 0)
    #expect(history.lines.contains("A <https://a.org> in : 01-01 added*, 01-02 moved"))
  }

  @Test func aLinkEditedWhileBeingDuplicatedIsEdited() {
    let reported = "- [A](https://a.org) - Described."
    let history = SampleHistory.of("## T\n\n\(a)\n", "## T\n\n\(reported)\n\n## U\n\n\(reported)\n")
    #expect(history.lines[0] == "A <https://a.org> in T: 01-01 added*, 01-02 edited")
  }

  @Test func anEntryThatReappearsElsewhereWasMoved() {
    let history = SampleHistory.of("## T\n\n\(a)\n\(b)\n", "## T\n\n\(b)\n", "## U\n\n\(a)\n")
    #expect(
      history.lines[0]
        == "A <https://a.org> in U: 01-01 added*, 01-02 removed, 01-03 restored, 01-03 moved")
  }

  @Test func aCommitThatTouchesTwentyEntriesIsBulk() {
    func list(_ numbers: Range<Int>) -> String {
      numbers.map { "- [N\($0)](https://n.org/\($0))\n" }.joined()
    }
    let history = SampleHistory.of(list(0..<3), list(0..<22), list(0..<42))
    #expect(history.lines[2].hasSuffix("01-01 added*"))
    #expect(history.lines[3].hasSuffix("01-02 added"))
    #expect(history.lines[41].hasSuffix("01-03 added*"))
  }

  @Test func aChangeTellsWhoseItWas() throws {
    var history = SampleHistory.of(a)
    history.commit("\(a)\n\(b)\n", author: "Somebody", subject: "Add B")
    let change = try #require(history.tracker.entries[1].changes.first)
    #expect(
      change
        == Change(
          kind: .added, day: Day(clamping: 18_263), commit: "c2", author: "Somebody",
          subject: "Add B", time: 1_577_923_200, number: 2))
  }

  @Test func tablesOfContentsAndSectionsOnTheListAreNoEntries() {
    let history = SampleHistory.of(
      "# L\n\n- [T](#t)\n\n## T\n\n\(a)\n\n## License\n\n- [CC0](https://cc.org)\n")
    #expect(history.lines == ["A <https://a.org> in T: 01-01 added*"])
  }

  @Test func anEmptiedListIsAListWithoutEntries() {
    let history = SampleHistory.of("\(a)\n", "", "\n\n", "\(a)\n")
    #expect(history.lines == ["A <https://a.org> in : 01-01 added*, 01-02 removed, 01-04 restored"])
  }

  @Test func anUnreadableFileIsReportedAndChangesNothing() {
    var history = SampleHistory.of("\(a)\n")
    history.commit([(0, .unreadable("it is a link"))])
    history.commit([(0, .bytes([UInt8](repeating: 1, count: 100) + Array(a.utf8)))])
    #expect(history.lines == ["A <https://a.org> in : 01-01 added*"])
    #expect(history.tracker.issues.map(\.commit) == ["c2", "c3"])
    history.commit([(0, .removed)])
    #expect(history.lines == ["~A <https://a.org> in : 01-01 added*, 01-04 removed"])
  }

  @Test func severalFilesAreOneList() {
    var history = SampleHistory(files: ["a.md", "b.md"])
    history.commit([(0, .bytes(Array(a.utf8))), (1, .bytes(Array(b.utf8)))])
    history.commit([(0, .removed), (1, .bytes(Array("\(b)\n\(a)\n".utf8)))])
    #expect(
      history.lines == [
        "B <https://b.org> in : 01-01 added*", "A <https://a.org> in : 01-01 added*, 01-02 moved",
      ])
    #expect(history.tracker.entries.map(\.file) == ["b.md", "b.md"])
  }

  @Test func aRewrittenHistoryKeepsTheDays() {
    let old = SampleHistory.of("\(a)\n", "\(a)\n\(b)\n", "\(b)\n")
    var new = SampleHistory(old.tracker.restarted())
    new.commit("\(b)\n- [C](https://c.org)\n", day: 9)
    #expect(
      new.lines == [
        "B <https://b.org> in : 01-02 added", "C <https://c.org> in : 01-10 added*",
      ])
    var again = SampleHistory(new.tracker.restarted())
    again.commit("\(a)\n\(b)\n", day: 20)
    #expect(
      again.lines.map { $0.suffix(12) } == ["01-01 added*", ": 01-02 added"].map { $0.suffix(12) })
    // The commit that the day is of, not the one that wrote the history again.
    #expect(again.tracker.entries[1].changes.first?.commit == "c2")
  }
}
