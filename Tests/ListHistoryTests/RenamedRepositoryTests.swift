import Testing

/// H1 of docs/tracking.md: entries that changed their link and their title in one commit.
struct RenamedRepositoryTests {
  private let other = "- [Other](https://other.org) - Stays."

  private func history(_ before: String, _ after: String) -> [String] {
    SampleHistory.of("## T\n\n\(before)\n\(other)\n", "## T\n\n\(after)\n\(other)\n").lines
  }

  @Test(arguments: [
    // Another owner.
    (
      "- [a/tool](https://github.com/a/tool) - Does it.",
      "- [b/tool](https://github.com/b/tool) - Does it."
    ),
    ("- [Old](https://gitlab.com/a/kit) - X.", "- [New](https://gitlab.com/b/kit.git) - Y."),
    // One owner, and a description that is alike.
    (
      "- [one](https://github.com/o/one) - A small reader of large files.",
      "- [two](https://github.com/o/two) - A small reader of large file."
    ),
    // One's link is a further link of the other.
    ("- [One](https://one.org) - [docs](https://d.org/one)", "- [docs](https://d.org/one) of One"),
    (
      "- [docs](https://d.org/one) of it",
      "- [Uno](https://one.org) - See [docs](https://d.org/one)."
    ),
  ])
  func isEdited(before: String, after: String) {
    let lines = history(before, after)
    #expect(lines.count == 2)
    #expect(lines[0].hasSuffix("in T: 01-01 added*, 01-02 edited"))
  }

  @Test(arguments: [
    // The description of a successor mentions the entry that it replaces.
    (
      "- [neofetch](https://github.com/dylan/neofetch) - Shows the system in a terminal.",
      "- [fastfetch](https://github.com/other/fastfetch) - Shows the system in a terminal."
    ),
    // A description of a few letters tells nothing.
    ("- [one](https://github.com/o/one) - A tool.", "- [two](https://github.com/o/two) - A tool."),
    // One owner, two things.
    (
      "- [one](https://github.com/o/one) - A small reader of large files.",
      "- [two](https://github.com/o/two) - Sends mail to people who want none."
    ),
    // A page of one name on a site that is not a host of repositories.
    ("- [a](https://ex.org/a/intro) - X.", "- [b](https://ex.org/b/intro) - Y."),
    ("- [a](https://github.com/a/tool) - X.", "- [b](https://gitlab.com/b/tool) - Y."),
  ])
  func isAnotherEntry(before: String, after: String) {
    let lines = history(before, after)
    #expect(lines.count == 3)
    #expect(lines[0].hasSuffix("in T: 01-02 added"))
    #expect(lines[2].hasSuffix("01-01 added*, 01-02 removed"))
  }

  @Test func anotherCategoryIsAnotherEntry() {
    let lines = SampleHistory.of(
      "## T\n\n- [a](https://github.com/a/tool)\n\(other)\n\n## U\n\n- [U](https://u.org)\n",
      "## T\n\n\(other)\n\n## U\n\n- [U](https://u.org)\n- [b](https://github.com/b/tool)\n"
    ).lines
    #expect(lines.contains("b <https://github.com/b/tool> in U: 01-02 added"))
  }

  @Test func aNameSharedByManyRepositoriesNeedsADescription() {
    let more = "- [x](https://github.com/x/dotfiles) - Of x."
    let strangers = SampleHistory.of(
      "\(more)\n- [a](https://github.com/a/dotfiles) - Of a, with a lot of vim.\n",
      "\(more)\n- [b](https://github.com/b/dotfiles) - All for emacs.\n")
    #expect(strangers.lines[1] == "b <https://github.com/b/dotfiles> in : 01-02 added")
    let same = SampleHistory.of(
      "\(more)\n- [a](https://github.com/a/dotfiles) - Of a, with a lot of vim.\n",
      "\(more)\n- [b](https://github.com/b/dotfiles) - Of a, with a lot of vim!\n")
    #expect(same.lines[1].hasSuffix("01-01 added*, 01-02 edited"))
  }

  @Test func twoThatWouldFitAreNotGuessedAt() {
    let lines = SampleHistory.of(
      "- [a](https://github.com/a/tool)\n- [b](https://github.com/b/tool)\n\(other)\n",
      "- [c](https://github.com/c/tool)\n\(other)\n"
    ).lines
    #expect(lines[0] == "c <https://github.com/c/tool> in : 01-02 added")
  }

  @Test func aWholeOrganisationMayMove() {
    let names = (0..<30).map { "tool\($0)" }
    func list(_ owner: String) -> String {
      names.map { "- [\(owner)/\($0)](https://github.com/\(owner)/\($0))\n" }.joined()
    }
    let lines = SampleHistory.of(list("old"), list("new")).lines
    #expect(lines.count == 30)
    #expect(lines.allSatisfy { $0.hasSuffix("01-01 added*, 01-02 edited*") })
  }
}
