import Browser
import BrowserScenario
import HeadlessBrowser
import ListModel
import Testing

/// Entries that are new since the last visit: keys in, screens and changes of seen.jsonl out.
struct MarkingSeenTests {
  /// A visit two days after the last one, between which a sync brought three entries.
  private func visit(columns: Int = 120, rows: Int = 40) -> Scenario {
    var scenario = Scenario(columns: columns, rows: rows, catalog: Sample.afterSync)
    scenario.beginVisit(seen: Sample.seen())
    return scenario
  }

  private func row(_ title: String, _ scenario: Scenario) -> String {
    let rows = scenario.screen.compactMap { $0.split(separator: "│").last.map(String.init) }
    return rows.first { $0.contains(title) } ?? ""
  }

  @Test func newEntriesCarryADotAndAreCounted() {
    let scenario = visit()
    #expect(row("late ", scenario).contains("•late"))
    #expect(row("fresh ", scenario).contains("•fresh"))
    #expect(!row("  old ", scenario).contains("•old"))
    #expect(scenario.screen[0].contains("3 new in 2 lists since Sunday"))
    let facets = scenario.screen.map { $0.prefix(28) }
    #expect(facets.contains { $0.contains("Awesome Sample") && $0.contains("2• ") })
    #expect(facets.contains { $0.contains("Awesome Other") && $0.contains("1• ") })
    #expect(facets.contains { $0.contains("Tools") && $0.contains("2• 3") })
    #expect(facets.contains { $0.contains("Talks") && !$0.contains("•") })
    #expect(facets.contains { $0.contains("Mon 22") && $0.contains("2• 2") })
  }

  @Test func nothingIsNewBeforeItIsKnownWhatWasSeen() {
    let scenario = Scenario(catalog: Sample.afterSync)
    #expect(!scenario.screen.contains { $0.contains("•") || $0.contains(" new ") })
  }

  @Test func onTheFirstVisitTheLastSevenDaysAreNew() {
    var scenario = Scenario(catalog: Sample.afterSync)
    scenario.beginVisit()
    #expect(scenario.screen[0].contains("2 new in 2 lists in the last 7 days"))
    #expect(!row("late ", scenario).contains("•"))
  }

  @Test func openingAnEntryMarksItSeenInAllListsAndUndoTakesThatBack() {
    var scenario = visit()
    scenario.press("g g")
    #expect(scenario.selectedTitle == "fresh")
    scenario.press("o")
    #expect(scenario.screen[0].contains("1 new in 1 list since Sunday"))
    #expect(scenario.selectedTitle == "fresh")
    scenario.press("u")
    #expect(scenario.screen[0].contains("3 new in 2 lists"))
    scenario.press("C-r")
    #expect(scenario.screen[0].contains("1 new in 1 list"))
  }

  @Test func goingIntoTheDetailIsOpeningToo() {
    var scenario = visit()
    scenario.press("g g Enter")
    #expect(scenario.screen[0].contains("1 new in 1 list since Sunday"))
    #expect(scenario.takeEffects().isEmpty)
  }

  @Test func newEntriesHaveAPlaceOfTheirOwnInWhichOpenedOnesStay() {
    var scenario = visit()
    scenario.press("g n")
    #expect(scenario.titles == ["fresh", "late"])
    #expect(scenario.screen[0].contains("New · 3 new in 2 lists"))
    scenario.press("o")
    #expect(scenario.titles == ["fresh", "late"])
    #expect(scenario.screen[0].contains("New · 1 new in 1 list"))
    scenario.press("/")
    scenario.type("late")
    scenario.press("Enter")
    #expect(scenario.titles == ["late"])
    scenario.press("Esc g n")
    #expect(scenario.titles == ["late"])
    scenario.press("q")
    #expect(scenario.titles.count == 5)
  }

  @Test func nAndShiftNWalkOverNewEntriesAndRoundTheEnds() {
    var scenario = visit()
    #expect(scenario.titles == ["fresh", "late", "edited", "old", "other"])
    scenario.press("g g n")
    #expect(scenario.selectedTitle == "late")
    scenario.press("n")
    #expect(scenario.selectedTitle == "fresh")
    #expect(scenario.screen[38].contains("continued at the top"))
    scenario.press("N")
    #expect(scenario.selectedTitle == "late")
    scenario.press("o N n")
    #expect(scenario.selectedTitle == "fresh")
    scenario.press("/")
    scenario.type("e")
    scenario.press("Enter n")
    #expect(scenario.selectedTitle != "fresh")
  }

  @Test func shiftUTogglesSeenAndUnseenAndOfABookmarkReadAndUnread() {
    var scenario = visit()
    scenario.press("g g n U")
    #expect(scenario.selectedTitle == "late")
    #expect(!row("late ", scenario).contains("•"))
    #expect(scenario.screen[38].contains("saved: 1 entry marked seen"))
    scenario.press("U")
    #expect(row("late ", scenario).contains("•late"))
    #expect(scenario.screen[38].contains("saved: 1 entry marked unseen"))
    scenario.press("b U")
    #expect(row("late ", scenario).contains("•late"))
    #expect(scenario.file.records.first?.read != nil)
  }

  @Test func anOldEntryIsPutBackAndStaysNewUntilItIsSeen() throws {
    var scenario = visit()
    scenario.press("G U")
    #expect(scenario.selectedTitle == "other")
    #expect(row("other ", scenario).contains("•other"))
    scenario.press("Q")
    let seen = try #require(scenario.seen)
    let new = NewEntries(in: Sample.afterSync, seen: seen, today: Sample.today)
    #expect(new.entries.count == 1)
  }

  @Test func markingEntriesActsOnAllOfThemAtOnce() {
    var scenario = visit()
    scenario.press("C-a U")
    #expect(scenario.screen[38].contains("saved: 3 entries marked seen"))
    scenario.press("u")
    #expect(scenario.screen[0].contains("3 new in 2 lists"))
  }

  @Test func shiftAMarksAllInViewSeenAndAsksAboveTwoHundred() {
    var scenario = visit()
    scenario.press("g n / l a t e Enter A")
    #expect(scenario.screen[38].contains("saved: 1 entry marked seen"))
    scenario.press("A")
    #expect(scenario.screen[38].contains("nothing here is new"))

    var builder = CatalogBuilder()
    builder.append(
      Sample.list,
      entries: (0..<201).map { number in
        Entry(title: "E\(number)", url: "https://e.org/\(number)", added: Sample.today)
      })
    var many = Scenario(catalog: builder.catalog())
    many.beginVisit()
    many.press("A n")
    #expect(many.screen[0].contains("201 new"))
    many.press("A")
    #expect(many.screen[38].contains("mark 201 entries seen?"))
    many.press("y")
    #expect(!many.screen[0].contains("201 new"))
    many.press("u")
    #expect(many.screen[0].contains("201 new"))
  }

  @Test func matchesOfIsNewStayWhenOpened() {
    var scenario = visit()
    scenario.press("/")
    scenario.type("is:new")
    scenario.press("Enter")
    #expect(scenario.titles == ["fresh", "late"])
    scenario.press("o")
    #expect(scenario.titles == ["fresh", "late"])
    scenario.press("/ C-u")
    scenario.type("-is:new old")
    scenario.press("Enter")
    #expect(scenario.titles == ["old"])
  }
}
