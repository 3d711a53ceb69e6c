/// The query language in a few rows, for help and the man page; docs/filtering.md has its grammar.
public enum QueryReference {
  /// The syntax and its meaning.
  public static let rows: [(written: String, meaning: String)] =
    [
      ("kafka go", "both words, each in title, category, URL or description"),
      ("'text \"two words\"", "exactly, never scattered over a title"),
      ("^text text$", "the title begins or ends with it"),
      ("!word", "the word must not occur"),
      ("a | b", "either"),
      ("#ml #\"two words\"", "your tag, as tag:ml"),
      ("Word", "a capital letter makes it case-sensitive"),
    ] + QueryField.allCases.map { ("\($0.rawValue):", $0.help) }
    + [("-field:value", "not; -sort: reverses the order")]

  /// The grammar, as docs/filtering.md has it.
  public static let grammar = [
    "query   = { blank } { clause { blank } }",
    "clause  = term { blank \"|\" blank term }            an entry must match one of the terms",
    "term    = [ \"!\" ] word",
    "        | [ \"!\" | \"-\" ] field \":\" value",
    "        | [ \"!\" | \"-\" ] \"#\" text               the same as tag:text",
    "word    = [ \"'\" | \"^\" ] text [ \"$\" ]",
    "text    = characters without blanks, or \"in quotes\"; \\ escapes the next character",
  ]

  /// Example queries, each with its meaning.
  public static let examples: [(written: String, meaning: String)] = [
    ("kafka", "entries with the word anywhere"),
    ("kafka | pulsar", "entries with one of the words"),
    ("kafka added:<1y stars:>1k", "added in the last year, with over 1,000 stars"),
    ("category:\"machine learning\" host:github.com", "repositories on GitHub under a heading"),
    ("list:awesome-go orm -title:deprecated", "ORMs in one list, without deprecated ones"),
    ("added:2021-05..2021-08 sort:stars", "added in these four months, sorted by stars"),
    ("is:later -is:read", "saved to read later and still unread"),
    ("is:removed added:<2y", "added in the last two years and removed since"),
  ]

  /// The rows as lines of text.
  public static var lines: [String] {
    rows.map { row in
      row.written + String(repeating: " ", count: max(1, 20 - row.written.utf8.count)) + row.meaning
    }
  }
}
