import Browser
import BrowserScenario
import HeadlessBrowser
import ListModel
import TerminalEvents
import Testing

/// The end of a visit, and the changes since the last one.
struct VisitTests {
  private func visit(seen: Seen = Sample.seen()) -> Scenario {
    var scenario = Scenario(catalog: Sample.afterSync)
    scenario.beginVisit(seen: seen)
    return scenario
  }

  private func newCount(_ scenario: Scenario) -> Int? {
    scenario.seen.map {
      NewEntries(in: Sample.afterSync, seen: $0, today: Sample.today).entries.count
    }
  }

  @Test(arguments: ["q", "Q", "C-c"]) func quittingEndsTheVisit(key: String) {
    var scenario = visit()
    #expect(newCount(scenario) == 3)
    scenario.press(key)
    #expect(newCount(scenario) == 0)
    #expect(scenario.seen?.lastVisit == scenario.now)
    #expect(scenario.takeEffects().contains(.quit))
  }

  @Test func keysThatNeedTheSeenStateWaitUntilItIsRead() {
    var state = Scenario(catalog: Sample.afterSync).state
    let time = EventTime(now: Timestamp(milliseconds: 0))
    state.isSeenKnown = false
    for key in "jgnj".unicodeScalars { _ = state.handle(.key(KeyEvent(key)), at: time) }
    #expect(state.place.kind == .library)
    #expect(state.place.entries.cursor == 1, "what follows such a key waits with it")
    _ = state.handle(.seenRead(Sample.seen()), at: time)
    #expect(state.place.kind == .new)
  }

  @Test func leavingAPlaceDoesNotEndTheVisit() {
    var scenario = visit()
    scenario.press("g n q j k / x Esc")
    #expect(newCount(scenario) == 3)
  }

  @Test func aPauseEndsTheVisitAndLaterEntriesAreNew() {
    var scenario = Scenario(catalog: Sample.beforeSync)
    scenario.beginVisit(seen: Sample.seen())
    scenario.send(.visitEnded)
    scenario.send(.catalogLoaded(Sample.afterSync, checked: nil))
    #expect(scenario.screen[0].contains("3 new in 2 lists since earlier today"))
    scenario.send(.visitEnded)
    #expect(!scenario.screen[0].contains(" new "))
  }

  @Test func aRunWithoutAVisitChangesNothing() {
    var scenario = Scenario(catalog: Sample.afterSync)
    scenario.send(.seenRead(Sample.seen()))
    #expect(scenario.screen[0].contains("3 new"))
    scenario.press("o U A Q")
    #expect(scenario.screen[0].contains("3 new"))
  }

  @Test func entriesSeenInAnotherWindowAreSeenHere() {
    var scenario = visit()
    let list = ListID("me/awesome-sample")
    scenario.otherWindow(
      .mark([
        EntryMark(
          list: list, entry: LinkKey("late.example"), mark: SeenMark(seen: scenario.now))
      ]))
    #expect(scenario.screen[0].contains("2 new in 2 lists"))
    // A window that shows the library as it was before the sync ends later.
    let old = Sample.beforeSync
    scenario.press("Q")
    let seen = scenario.seen ?? Seen()
    scenario.otherWindow(
      .endVisit(old.visits(of: old.listIndices, seen: seen, at: scenario.now), at: scenario.now))
    #expect(newCount(scenario) == 0)
  }

  @Test func unsavedChangesAreReportedAndStayOnTheScreen() {
    var scenario = visit()
    scenario.diskFailure = "no space left"
    scenario.press("A")
    #expect(scenario.screen[38].contains("no space left"))
    #expect(!scenario.screen[0].contains(" new "))
  }

  @Test func changesSinceTheLastVisitAreAPlaceByListDayAndKind() {
    var scenario = visit()
    scenario.press("g c")
    #expect(scenario.screen[0].contains("Changes · 5 changes since Sunday"))
    #expect(Set(scenario.titles) == ["late", "fresh", "edited", "gone", "fresh again"])
    let facets = scenario.screen.map { $0.prefix(28) }
    for (kind, count) in [("Added", 3), ("Edited", 1), ("Removed", 1)] {
      #expect(facets.contains { $0.contains(kind) && $0.contains(" \(count) ") })
    }
    #expect(facets.contains { $0.contains("Mon 22") && $0.contains(" 4 ") })
    scenario.press("/")
    scenario.type("gone")
    scenario.press("Enter")
    #expect(scenario.screen.contains { $0.contains("removed by Ann: Commit 3") })
  }

  @Test func aChangeLeadsToItsEntryAlsoWhereThatHasLeft() {
    var scenario = visit()
    scenario.press("g c / l a t e Enter Enter")
    #expect(scenario.state.place.kind == .library)
    #expect(scenario.selectedTitle == "late")
    scenario.press("C-o")
    #expect(scenario.state.place.kind == .changes)
    scenario.press("/ C-u g o n e Enter Enter")
    #expect(scenario.selectedTitle == "gone")
    #expect(scenario.screen[0].contains("me/awesome-sample"))
  }

  @Test func withoutAnyNewsThePlacesSaySo() {
    var scenario = visit(seen: Sample.seen(Sample.afterSync))
    scenario.press("g n")
    #expect(scenario.screen.contains { $0.contains("Nothing is new since the last visit") })
    scenario.press("g c")
    #expect(scenario.screen.contains { $0.contains("Nothing has changed since the last visit") })
    scenario.press("g h n")
    #expect(scenario.screen[38].contains("no other entry here is new"))
  }

  @Test(arguments: [(120, 40), (80, 24), (40, 12)])
  func theHeaderAndTheRowsKeepWhatIsNewAtEverySize(columns: Int, rows: Int) {
    var scenario = Scenario(columns: columns, rows: rows, catalog: Sample.afterSync)
    scenario.beginVisit(seen: Sample.seen())
    #expect(scenario.screen.contains { $0.contains("•fresh") })
    #expect(columns < 60 || scenario.screen[0].contains("3 new in 2 lists since Sunday"))
    #expect(!scenario.screen.contains { $0.contains("Range(") })
  }
}
