import Testing

/// Parsing a single bullet: title, link, stars, marks, description and further links.
struct EntryTextTests {
  @Test(arguments: [
    ("* [a](https://a.org) - What it does.", "9 a <https://a.org>\nWhat it does."),
    ("* [a](https://a.org) – What it does.", "9 a <https://a.org>\nWhat it does."),
    ("* [a](https://a.org): What it does.", "9 a <https://a.org>\nWhat it does."),
    ("- [a (⭐418)](https://a.org)", "9 a <https://a.org> ⭐418"),
    ("* [a (⭐4.4k) (⭐4.5k)](https://a.org)", "9 a <https://a.org> ⭐4500"),
    ("* [(⭐1) (⭐2) (⭐3)](https://a.org)", "9 ⭐1 <https://a.org> ⭐3"),
    ("1. [TFDV (x) (⭐1.5k)](https://a.org)", "9 TFDV (x) <https://a.org> ⭐1500"),
    ("* [a](https://a.org) 🎓⭐", "9 a <https://a.org> 🎓 ⭐"),
    (
      "* [a](https://a.org) - Use `x` or `:tada:` now.",
      "9 a <https://a.org>\nUse x or `:tada:` now."
    ),
    ("* [a](https://a.org)🎓", "9 a <https://a.org> 🎓"),
    ("* [a](https://a.org) ⚠️ - Old.", "9 a <https://a.org> ⚠\nOld."),
    ("* 🔥 [a](https://a.org) - Fast. 🎉", "9 a <https://a.org> 🔥 🎉\nFast."),
    ("* [a](https://a.org) ⭐ 120 - Old.", "9 a <https://a.org> ⭐120\nOld."),
    ("* [a](https://a.org) - Made 🎉 for all.", "9 a <https://a.org>\nMade 🎉 for all."),
    ("* [a](https://a.org/x\\_y\\&z\\~)", "9 a <https://a.org/x_y&z~>"),
    ("* [a](<https://a.org/ \u{A0}>)", "9 a <https://a.org/>"),
    (
      "* **[a](https://a.org)** by [b](https://b.org)",
      "9 a <https://a.org>\nby b\n+ b <https://b.org>"
    ),
    (
      "* ![i](i.png) [![j](j.png)](https://j.org) [a](https://a.org)",
      "9 a <https://a.org>\n+  <https://j.org>"
    ),
    (
      "* Use [a](https://a.org) with [b](https://b.org).",
      "9 a <https://a.org>\nUse a with b.\n+ b <https://b.org>"
    ),
    (
      "* \"Talk\" ([audio](https://a.org), [slides](https://b.org))",
      "9 \"Talk\" <https://a.org>\n+ slides <https://b.org>"
    ),
    ("* Go: [a](https://a.org) - What.", "9 a <https://a.org>\nGo: What."),
    ("* https://a.org/x_y - What.", "9 https://a.org/x_y <https://a.org/x_y>\nWhat."),
    ("* Name: https://a.org.", "9 Name <https://a.org>"),
    ("* Name - <https://a.org>", "9 Name <https://a.org>"),
    ("* <a href=\"https://a.org?b&amp;c\">a</a> - What.", "9 a <https://a.org?b&c>\nWhat."),
    ("* [ ] [a](https://a.org)", "9 a <https://a.org>"),
    ("* [a][r] - What.\n\n[r]: https://r.org", "9 a <https://r.org>\nWhat."),
    ("* [a](https://a.org)[^1] - What.\n\n[^1]: Note.", "9 a <https://a.org>\nWhat."),
    ("* ~~[a](https://a.org)~~ Gone.", "9 a <https://a.org> ~~\nGone."),
    ("* **a** :warning: — What.", "9 a :warning:\nWhat."),
    ("* Columbus Day", "9 Columbus Day"),
    ("* [](https://a.org)", "9 https://a.org <https://a.org>"),
    ("* &amp;#27; [a&lt;b](https://a.org)", "9 a<b <https://a.org>\n&#27; a<b"),
  ])
  func aBulletGivesAnEntry(bullet: String, expected: String) throws {
    let lines = try daily(bullet).split(separator: "\n").dropFirst()
    #expect(lines.map { $0.drop { $0 == " " } }.joined(separator: "\n") == expected)
  }

  @Test func aLinkToThePageItselfIsNoEntry() throws {
    #expect(
      try daily("* [a](https://a.org)\n* [Other](#other)")
        == """

            9 a <https://a.org>
        issue 10: a link within the page is not an entry
        """.replacingFirstLine)
  }

  @Test func emptyItemsAreReportedAndNoEntries() throws {
    #expect(
      try daily("*   [a](https://a.org)\n*\n*   [b](https://b.org)")
        == """

            9 a <https://a.org>
            11 b <https://b.org>
        issue 10: an empty item is not an entry
        """.replacingFirstLine)
  }

  @Test func twoBulletsThatAreTheSameAreTwoEntries() throws {
    let outline = try daily("* [a](https://a.org)\n* [a](https://a.org)")
    #expect(outline.split(separator: "\n").count == 3)
  }
}

extension String {
  /// The text with the line of an entry's empty category before it.
  fileprivate var replacingFirstLine: String { "  " + self }
}
