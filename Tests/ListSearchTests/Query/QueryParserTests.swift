import ListModel
import ListSearch
import Testing

struct QueryParserTests {
  /// 2026-11-23, a Monday.
  private let today = Day(clamping: 20_780)

  private func outline(_ text: String) -> String { Query.parse(text, today: today).outline }

  @Test(arguments: [
    ("", ""),
    ("  kafka\tgo ", "fuzzy kafka\nfuzzy go"),
    ("'exact ^start end$ ^all$", "exact\nstart start\nend end\nstart end all"),
    ("!not !'not !^not !not$", "not not\nnot not\nnot start not\nnot end not"),
    ("\"data lake\" '\"a b\" !\"c d\"", "data lake\na b\nnot c d"),
    ("a | b c", "fuzzy a, or fuzzy b\nfuzzy c"),
    ("| a | | b |", "fuzzy a, or fuzzy b"),
    ("a|b", "fuzzy a|b"),
    ("^core go$ | rb$ | !py$", "start core\nend go, or end rb, or not end py"),
    ("Kafka café ＧＯ", "fuzzy Kafka (case counts)\nfuzzy cafe\nfuzzy GO (case counts)"),
    ("! ' ^ $ -", "fuzzy $\nfuzzy -"),
    ("a\\ b c\\$ \\\"d", "fuzzy a b\nfuzzy c$\nfuzzy \"d"),
    ("\"open quote", "open quote"),
    ("-std c++ #1", "fuzzy -std\nfuzzy c++\ntag 1"),
    ("std::vector 12:30", "fuzzy std::vector\nfuzzy 12:30"),
    ("Kafka: the guide", "fuzzy Kafka: (case counts)\nfuzzy the\nfuzzy guide"),
    (
      "re:Invent localhost:8080 C++: xyz:1",
      "fuzzy re:Invent (case counts)\nfuzzy localhost:8080\nfuzzy C++: (case counts)\nfuzzy xyz:1"
    ),
    (
      "catgory: -re:Invent !re:x guide:'a b:^c",
      "fuzzy catgory:\nfuzzy -re:Invent (case counts)\nnot re:x\nfuzzy guide:'a\nfuzzy b:^c"
    ),
  ])
  func wordsAndOperators(text: String, expected: String) {
    #expect(outline(text) == expected)
  }

  @Test(arguments: [
    "https://github.com/o/n", "https://github.com/o/n/", "http://www.GitHub.com/O/N",
    "https://github.com/o/n#readme", "https://github.com/o/n?tab=readme-ov-file",
    "https://github.com/o/n.git", "www.github.com/o/n",
  ])
  func anAddressBecomesALink(text: String) {
    #expect(outline(text) == "link github.com/o/n")
    #expect(outline("!" + text) == "not link github.com/o/n")
    #expect(outline("'" + text).hasPrefix("link") == false)
  }

  @Test(arguments: [
    ("list:avelino/awesome-go LIST:go", "list avelino/awesome-go\nlist go"),
    ("title:^go -category:\"Data Lake\"", "title start go\nnot category Data Lake (case counts)"),
    ("url:.pdf$ text:'free !host:github.com", "url end .pdf\ntext free\nnot host github.com"),
    ("list: title: added: is:", ""),
    ("is:paper -is:read is:MUST-READ", "is paper\nnot is read\nis must-read"),
    ("stars:>1k stars:<=1.5k", "stars 1001...\nstars 0...1500"),
    (
      "stars:100 stars:100..2k stars:>=5 stars:..9",
      "stars 100...100\nstars 100...2000\nstars 5...\nstars 0...9"
    ),
    ("list:a | list:b", "list a, or list b"),
    ("kafka sort:stars", "fuzzy kafka\nsort stars"),
    ("sort:stars -sort:name", "sort name reversed"),
  ])
  func fields(text: String, expected: String) {
    #expect(outline(text) == expected)
  }

  @Test(arguments: [
    ("2021", "2021-01-01...2021-12-31"),
    ("2021-05", "2021-05-01...2021-05-31"),
    ("2021-02-14", "2021-02-14...2021-02-14"),
    (">2021-05", "2021-06-01..."),
    (">=2021-05", "2021-05-01..."),
    ("<2021-05", "...2021-04-30"),
    ("<=2021-05", "...2021-05-31"),
    ("2021-05..2021-08", "2021-05-01...2021-08-31"),
    ("2021..", "2021-01-01..."),
    ("*..2021-08", "...2021-08-31"),
    ("<2w", "2026-11-10..."),
    ("2w", "2026-11-09..."),
    (">2w", "...2026-11-08"),
    (">=1m", "...2026-10-23"),
    ("<1y", "2025-11-24..."),
    ("<0d", "2026-11-24..."),
    ("1y..1m", "2025-11-23...2026-10-23"),
    ("today", "2026-11-23...2026-11-23"),
    ("yesterday", "2026-11-22...2026-11-22"),
    ("2022-W06", "2022-02-07...2022-02-13"),
  ])
  func dates(value: String, expected: String) {
    #expect(outline("added:" + value) == "added " + expected)
  }

  @Test(arguments: [
    ("2022-W06", "2022-02-07...2022-02-13"),
    ("2022w6", "2022-02-07...2022-02-13"),
    (">2022-W06", "2022-02-14..."),
    ("<2022-W06", "...2022-02-06"),
    ("2022-W06..2022-W07", "2022-02-07...2022-02-20"),
  ])
  func weeks(value: String, expected: String) {
    #expect(outline("week:" + value) == "added " + expected)
  }

  @Test func aMonthAgoIsTheLastDayOfAShorterMonth() throws {
    let march = try #require(Day(year: 2024, month: 3, day: 31))
    #expect(Query.parse("added:<=1m", today: march).outline == "added 2024-02-29...")
  }

  @Test(
    arguments: [
      ("lst:go", 0..<3, "list"),
      ("kafka -catgory:go", 7..<14, "category"),
      ("star:>1", 0..<4, "stars"),
      ("is:leter", 3..<8, "later"),
      ("is:lat", 3..<6, "later"),
      ("is:zzz", 3..<6, nil),
      ("sort:strs", 5..<9, "stars"),
      ("café added:soon", 12..<16, nil),
      ("added:2021-13", 6..<13, nil),
      ("added:2021-02-30", 6..<16, nil),
      ("added:2021-08..2021-05", 6..<22, nil),
      ("week:2021-W53", 5..<13, nil),
      ("stars:many", 6..<10, nil),
      ("stars:<0", 6..<8, nil),
    ] as [(String, Range<Int>, String?)])
  func aTermThatIsNotUnderstoodIsReportedAndLeftOut(
    text: String, range: Range<Int>, near: String?
  ) throws {
    let query = Query.parse("first " + text + " last", today: today)
    let error = try #require(query.error)
    #expect(error.range == (range.lowerBound + 6)..<(range.upperBound + 6))
    #expect(error.suggestion == near)
    let lines = query.outline.split(separator: "\n")
    #expect(lines.first == "fuzzy first")
    #expect(lines.dropLast().last == "fuzzy last")
  }

  @Test func theFirstErrorIsTheOneThatIsReported() {
    #expect(Query.parse("is:x foo:y", today: today).error?.range == 3..<4)
  }

  @Test func everyExampleOfTheHelpIsUnderstood() {
    for (query, meaning) in QueryReference.examples {
      #expect(Query.parse(query, today: today).error == nil, "\(query)")
      #expect(!meaning.isEmpty)
    }
  }
}
