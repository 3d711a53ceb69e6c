/// The query language in a few rows, for help and the man page; docs/filtering.md has its grammar.
public enum QueryReference {
  /// What is written and what it asks for.
  public static let rows: [(written: String, meaning: String)] =
    [
      ("kafka go", "both words, each in title, category, URL or description"),
      ("'text \"two words\"", "as it stands, never scattered over a title"),
      ("^text text$", "the title begins, ends with it"),
      ("!word", "the word stands nowhere"),
      ("a | b", "either"),
      ("#ml #\"two words\"", "your tag, as tag:ml"),
      ("Word", "with a capital its case counts"),
    ] + QueryField.allCases.map { ("\($0.rawValue):", $0.help) }
    + [("-field:value", "not so; -sort: turns the order round")]

  /// The rows as lines of text.
  public static var lines: [String] {
    rows.map { row in
      row.written + String(repeating: " ", count: max(1, 20 - row.written.utf8.count)) + row.meaning
    }
  }
}
