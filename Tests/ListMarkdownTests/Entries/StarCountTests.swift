import Testing

/// Star counts are numbers wherever they are, and no part of any text.
struct StarCountTests {
  @Test(arguments: [
    ("[x](https://u.org) [1379⭐] - d", 1379), ("[x](https://u.org) (⭐ 2.3K) - d", 2300),
    ("[x](https://u.org) ⭐1,234 - d", 1234), ("[x](https://u.org) ⭐1,234 d", 1234),
    ("[x](https://u.org) - d ★1.2k", 1200), ("[x ⭐️ 1.2k](https://u.org) - d", 1200),
    ("[x](https://u.org) (🥉26 · ⭐ 2.3K) - d", 2300), ("[x](https://u.org) - d (411★)", 411),
    ("[x](https://u.org) - d ☆38,853", 38_853), ("[x ★9](https://u.org) d", 9),
    ("⭐1,234 [x](https://u.org) - d", 1234), ("★ 120 [x](https://u.org) - d", 120),
    ("[x](https://u.org) :star: 1.2k - d", 1200), ("[x](https://u.org) `⭐ 12` - d", 12),
    ("[x](https://u.org) (⭐1.5k+) d", 1500), ("[x](https://u.org) ⭐ 120 - d", 120),
  ])
  func aCountIsANumber(bullet: String, stars: Int) throws {
    #expect(try shapes("- " + bullet) == ["x <https://u.org> ⭐\(stars) | d"])
  }

  @Test(arguments: [
    ("[x](https://u.org) ⭐ 5 ways to go", "x <https://u.org> | ⭐ 5 ways to go"),
    ("[x](https://u.org) - Rated ⭐ 4/5", "x <https://u.org> | Rated ⭐ 4/5"),
    ("[x](https://u.org) ⭐ - d", "x <https://u.org> ⭐ | d"),
    ("[★ 12](https://u.org) - d", "★ 12 <https://u.org> | d"),
    ("[x](https://u.org) (⭐ 2.3K, MIT) d", "x <https://u.org> ⭐2300 | (MIT) d"),
    ("[x](https://u.org) - Of all (650★).", "x <https://u.org> ⭐650 | Of all."),
    (
      "[x](https://u.org) [⭐ 12](https://u.org/s) - d",
      "x <https://u.org> | d | +  <https://u.org/s>"
    ),
  ])
  func otherNumbersAreNotStars(bullet: String, expected: String) throws {
    #expect(try shapes("- " + bullet) == [expected])
  }

  @Test func aStarColumnIsNotTheDescription() throws {
    #expect(
      try shapes("| Name | Stars | Text |\n|---|---|---|\n| [x](https://u.org) | 1,234 | d |")
        == ["x <https://u.org> ⭐1234 | Text: d"])
  }
}
