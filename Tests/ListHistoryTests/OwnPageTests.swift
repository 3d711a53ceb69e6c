import ListHistory
import ListModel
import Testing

/// Links of a followed list to places on its own page are its contents.
struct OwnPageTests {
  private let today = Day(clamping: 20_780)

  private func entries(_ text: String, page: String?) -> [String] {
    var history = SampleHistory(
      HistoryTracker(files: ["README.md"], today: today, page: page))
    history.commit(text)
    return history.tracker.entries.map { $0.entry.url ?? "" }
  }

  private let page = "https://github.com/o/n"

  @Test(arguments: [
    "- [Tools](https://github.com/o/n#tools)\n- [More](https://www.github.com/O/N/#more)\n",
    "| Part |\n|---|\n| [Tools](https://github.com/o/n#tools) |\n",
    "- [Tools](https://github.com/o/n/blob/main/README.md#tools)\n",
    "- [Tools](#tools)\n",
  ])
  func areContents(contents: String) {
    let text = "# L\n\n## Parts\n\n\(contents)\n## Tools\n\n- [a](https://a.org)\n"
    #expect(entries(text, page: page) == ["https://a.org"])
  }

  @Test func linksToOtherPagesAndToTheRepositoryAreEntries() {
    let text = """
      ## Tools

      - [a](https://github.com/o/other#tools)
      - [b](https://github.com/o/n)
      - [c](https://github.com/o/n/issues/1#a)
      """
    #expect(entries(text, page: page).count == 3)
    #expect(entries("- [Tools](https://github.com/o/n#tools)\n", page: nil).count == 1)
  }

  @Test func theAddressIsStored() throws {
    var history = SampleHistory(
      HistoryTracker(files: ["README.md"], today: today, page: page))
    history.commit("## T\n\n- [a](https://a.org)\n")
    let stored = try #require(HistoryTracker(state: history.tracker.state, today: today))
    #expect(stored.page == page)
    var next = SampleHistory(stored)
    next.commit("## T\n\n- [a](https://a.org)\n- [t](https://github.com/o/n#t)\n")
    #expect(next.tracker.entries.count == 1)
  }
}
