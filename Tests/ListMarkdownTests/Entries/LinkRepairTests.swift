import Testing

/// Broken links are read as they were meant where one reading is sure, and always reported.
struct LinkRepairTests {
  @Test(arguments: [
    ("[x](https://u.org] - d", "x <https://u.org> | d"),
    ("[x](https://u.org - d", "x <https://u.org> | d"),
    ("[x]([https://u.org](https://u.org)) - d", "x <https://u.org> | d"),
    ("[x]([u v](https://u.org)) - d", "x <https://u.org> | d"),
    ("[x](github.com/o/n) - d", "x <https://github.com/o/n> | d"),
    ("[x](www.ex.org/p) - d", "x <http://www.ex.org/p> | d"),
    ("[x](//ex.org/p) - d", "x <https://ex.org/p> | d"),
    ("[x](https://ex.org/a b.mp3) - d", "x <https://ex.org/a%20b.mp3> | d"),
    ("[x](<https://ex.org/a b>) - d", "x <https://ex.org/a%20b> | d"),
    ("[x](<https://ex.org/a> b) - d", "x <https://ex.org/a%20b> | d"),
    ("[x](ex.org/a b) - d", "x <https://ex.org/a%20b> | d"),
    ("[x] (https://u.org) - d", "x <https://u.org> | d"),
    ("[x](https://ex.org/a_(b) c) d", "x <https://ex.org/a_(b)%20c> | d"),
  ])
  func aBrokenLinkIsReadAndReported(bullet: String, expected: String) throws {
    #expect(try shapes("- " + bullet) == [expected])
    #expect(try issues("- " + bullet).count == 1)
  }

  @Test(arguments: [
    ("[x](docs/file.md) d", "x <docs/file.md> | d"),
    ("[x](CONTRIBUTING.md)", "x <CONTRIBUTING.md>"),
    ("[x](mailto:a@b.org)", "x <mailto:a@b.org>"), ("[x](./a.com)", "x <./a.com>"),
    ("**x** writes `[a](https://a.org)`", "x <https://a.org> | writes [a](https://a.org)"),
    ("[x](https://u.org) [a] (b) c", "x <https://u.org> | [a] (b) c"),
    ("**x** [a](b c) d", "x | [a](b c) d"),
  ])
  func otherTextIsNotRepaired(bullet: String, expected: String) throws {
    #expect(try shapes("- " + bullet) == [expected])
    #expect(try issues("- " + bullet).isEmpty)
  }

  @Test(arguments: [
    ("www.ex.org/guide - A guide.", "www.ex.org/guide <http://www.ex.org/guide> | A guide."),
    ("**x**: see www.ex.org/a.", "x <http://www.ex.org/a> | see www.ex.org/a."),
    (
      "[x](https://u.org) - Of www.ex.org, and more.",
      "x <https://u.org> | Of www.ex.org, and more. | + www.ex.org <http://www.ex.org>"
    ),
    ("**x**: a www. b www.c d", "x | a www. b www.c d"), ("**x**: awww.ex.org", "x | awww.ex.org"),
  ])
  func aWebHostIsALink(bullet: String, expected: String) throws {
    #expect(try shapes("- " + bullet) == [expected])
    #expect(try issues("- " + bullet).isEmpty)
  }

  @Test func struckEntriesAreMarked() throws {
    #expect(try shapes("- ~~[x](https://u.org)~~ - gone") == ["x <https://u.org> ~~ | gone"])
    #expect(try shapes("- ~~[x](https://u.org) - d~~") == ["x <https://u.org> ~~ | d"])
    #expect(try shapes("- [~~x~~](https://u.org) - d") == ["x <https://u.org> ~~ | d"])
    #expect(try shapes("- <del>[x](https://u.org)</del> d") == ["x <https://u.org> ~~ | d"])
    #expect(try shapes("- ~~**x**: d~~") == ["x ~~ | d"])
    #expect(try shapes("- [x](https://u.org) - ~~old~~ new") == ["x <https://u.org> | old new"])
  }
}
