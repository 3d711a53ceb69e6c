import TestSupport
import Testing

/// Mistyped commands.
struct MistypedCommandTests {
  @Test(arguments: [
    ("manaul", "manual"), ("folow owner/name", "follow"), ("snyc", "sync"),
    ("bookmark", "bookmarks"),
    ("lsits", "lists"),
  ])
  func aCommandOfThatNameIsOffered(words: String, command: String) throws {
    let output = try AwlHome().output("$awl \(words)")
    #expect(output.contains("did you mean awl \(command)?\nstatus 2\n"))
  }

  @Test func aPathIsNoCommand() throws {
    let home = try AwlHome()
    #expect(try home.output("$awl ./snyc").hasPrefix("awl: cannot read ./snyc"))
    _ = try home.file("snyc", "# Page\n\n- [One](https://one.example)\n")
    #expect(try home.output("cd $HOME; $awl snyc").contains("https://one.example"))
  }

  @Test(arguments: ["yesterday", "2w", "2022-W06", "2022-02"])
  func newTakesTheDaysOfFilters(day: String) throws {
    let output = try AwlHome().output("$awl new --since \(day)")
    #expect(!output.contains("no such day"))
  }

  @Test func newSaysWhichDaysThereAre() throws {
    let output = try AwlHome().output("$awl new --since soon")
    #expect(output.contains("no such day: use 2026-11-01, yesterday or 2w\nstatus 2\n"))
  }

  @Test(arguments: [
    "", "entries", "show", "open", "history", "feed", "new", "pick", "follow", "unfollow", "sync",
    "bookmarks add", "bookmarks remove", "bookmarks import", "publish pub --url", "feed --url",
    "entries --limit", "--list",
  ])
  func noMessageShowsAPassword(command: String) throws {
    let home = try AwlHome()
    for address in ["https://ann:secret@h.invalid/o/n", "ssh://ann:sec/secret@h.invalid/o/n"] {
      let output = try home.output("$awl \(command) \(address) </dev/null")
      #expect(
        output.contains("@h.invalid") || output.contains("--url has a user name"), "\(output)")
      #expect(!output.contains("secret") && !output.hasSuffix("status 0\n"), "\(output)")
    }
    #expect(try !home.output("grep -r secret $HOME || true").contains("secret"))
  }

  @Test func anEmptyTextNamesNoEntry() throws {
    #expect(try AwlHome().output("$awl history ''").hasSuffix("its link or its title\nstatus 2\n"))
  }

  @Test func aBookmarkTakesTheListsTextForTheLink() throws {
    let home = try AwlHome()
    #expect(
      try home.output("$awl bookmarks add https://aimstack.io/") == "saved: Aim\nstatus 0\n")
    #expect(home.bookmarkLines[1].contains(#""title":"Aim","list":"SE-ML/"#))
    #expect(
      try home.output("$awl bookmarks add https://x.example")
        == "saved: https://x.example\nstatus 0\n")
  }

  @Test func reportedSavesAreInTheFile() throws {
    let home = try AwlHome()
    let add = "$awl bookmarks add https://ex.org"
    #expect(try home.output(add + " --title One") == "saved: One\nstatus 0\n")
    #expect(try home.output(add + "/ --title Two") == "saved: Two\nstatus 0\n")
    #expect(home.bookmarkLines[1].contains(#""title":"Two""#))
    #expect(try home.output(add) == "saved: Two\nstatus 0\n")
    #expect(home.bookmarkLines.count == 2)
  }
}
