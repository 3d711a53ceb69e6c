import Testing

/// Pipes and FIFOs that are given as files, and output that cannot be written.
struct WaitedForFilesTests {
  private static let page = "# Things\n\n- [Foo](https://ex.org/foo) - A foo.\n"
  private static let line = "Foo\thttps://ex.org/foo\nstatus 0\n"

  @Test func aSlowPipeIsWaitedFor() throws {
    let home = try AwlHome()
    let page = try home.file("page.md", Self.page)
    let output = try home.output(
      #"bash -c '"$awl" entries --format tsv <(sleep 0.7; cat "$0")' \#(page) 2>&1 | cut -f 3,4"#)
    #expect(output == Self.line)
  }

  @Test func aFIFOWithoutAWriterIsWaitedFor() throws {
    let home = try AwlHome()
    let page = try home.file("page.md", Self.page)
    let output = try home.output(
      """
      cd "$HOME"; mkfifo f; (sleep 0.7; cat \(page) > f) &
      $awl entries --format tsv f 2>&1 | cut -f 3,4
      """)
    #expect(output == Self.line)
  }

  @Test(arguments: [
    "entries", "entries --format json", "paths", "--help", "--version",
    "bookmarks add https://ex.org/b",
    "bookmarks list",
  ])
  func outputThatCannotBeWrittenIsReported(command: String) throws {
    let home = try AwlHome()
    _ = try home.output("$awl bookmarks add https://ex.org/foo --title Foo")
    for (target, reason) in [
      ("/dev/full", "cannot write: No space left on device"), ("&-", "standard output is closed"),
    ] {
      let output = try home.output("{ $awl \(command) >\(target); } 2>&1")
      #expect(output.contains(reason) && output.contains("status 5"), "\(command): \(output)")
    }
  }

  @Test func joinedEmojiStayWholeInAPipe() throws {
    let home = try AwlHome()
    let page = try home.file(
      "page.md", "# Things\n\n- [Foo](https://ex.org/foo) - For 👩‍💻 and 👨‍👩‍👧‍👦, ❤️‍🔥 too.\n")
    for format in ["tsv", "plain"] {
      let output = try home.output("$awl entries --format \(format) \(page)")
      #expect(output.contains("For 👩‍💻 and 👨‍👩‍👧‍👦, ❤️‍🔥 too."), "\(output)")
    }
  }
}
