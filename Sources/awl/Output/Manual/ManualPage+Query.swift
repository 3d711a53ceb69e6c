import Browser
import ListSearch

extension ManualPage {
  /// The man page awl-query(7): the query language, from the table that `awl entries --help` prints.
  static var query: String {
    """
    .TH AWL\\-QUERY 7 "" "awl \(Awl.version)" "Miscellaneous Information"
    .SH NAME
    awl\\-query \\- the query language of awl
    .SH DESCRIPTION
    A query is what is typed after / on the screen, and what \\fB\\-\\-filter\\fR takes. It is made of words
    and conditions with blanks between them; an entry must match all of them.
    .SH SYNTAX
    \(verbatim(QueryReference.grammar))
    .SH TERMS
    \(rows(QueryReference.rows))\
    .SH EXAMPLES
    \(rows(QueryReference.examples))\
    .SH NOTES
    Case counts only for a word with a capital in it. Accents and the forms of letters never count.
    .PP
    If few entries match, words may be scattered over a title (kfk finds Kafka) or misspelt by a letter;
    such entries come last.
    .PP
    In a shell, put a query into single quotes.
    .SH SEE ALSO
    .BR awl (1),
    .BR awl (5)

    """
  }

  /// Rows of a term and its meaning as tagged paragraphs.
  static func rows(_ rows: [(written: String, meaning: String)]) -> String {
    rows.map {
      // In a macro's argument quotes would group words.
      let written = CommandReference.roff($0.written).replacing("\"", with: "\\(dq")
      return ".TP\n.B \(written)\n\(CommandReference.roff($0.meaning))\n"
    }.joined()
  }

  /// Lines that keep their breaks and spaces.
  static func verbatim(_ lines: [String]) -> String {
    ".nf\n" + lines.map { CommandReference.roff($0) + "\n" }.joined() + ".fi"
  }
}
