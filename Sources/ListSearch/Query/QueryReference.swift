/// The query language in a few rows, for help and the man page; docs/filtering.md has its grammar.
public enum QueryReference {
  /// The syntax and its meaning.
  public static let rows: [(written: String, meaning: String)] =
    [
      ("kafka go", "both words, each in title, category, URL or description"),
      ("'text \"two words\"", "exactly, never scattered over a title"),
      ("^text text$", "the title begins, ends with it"),
      ("!word", "the word occurs nowhere"),
      ("a | b", "either"),
      ("#ml #\"two words\"", "your tag, as tag:ml"),
      ("Word", "a capital makes it case-sensitive"),
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

  /// Queries as people type them, each with what it finds.
  public static let examples: [(written: String, meaning: String)] = [
    ("kafka", "entries with the word anywhere"),
    ("kafka | pulsar", "entries with one of the words"),
    ("kafka added:<1y stars:>1k", "what was added in the last year and has over 1,000 stars"),
    ("category:\"machine learning\" host:github.com", "repositories on GitHub under a heading"),
    ("list:awesome-go orm -title:deprecated", "ORMs in a list but for deprecated ones"),
    ("added:2021-05..2021-08 sort:stars", "what was added in four months, by stars"),
    ("is:later -is:read", "what is to be read later and is not read yet"),
    ("is:removed added:<2y", "what was added in the last two years and has left its list"),
  ]

  /// The rows as lines of text.
  public static var lines: [String] {
    rows.map { row in
      row.written + String(repeating: " ", count: max(1, 20 - row.written.utf8.count)) + row.meaning
    }
  }
}
