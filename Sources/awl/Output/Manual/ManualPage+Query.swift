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
    A query is typed after / on the screen or given to \\fB\\-\\-filter\\fR. It consists of words and
    conditions separated by blanks; an entry must match all of them.
    .SH SYNTAX
    \(verbatim(QueryReference.grammar))
    .SH TERMS
    \(rows(QueryReference.rows))\
    .SH EXAMPLES
    \(rows(QueryReference.examples))\
    .SH NOTES
    Only a word with a capital letter is case-sensitive. Accents and letter forms are ignored.
    .PP
    If few entries match, the letters of a word may be scattered over a title (kfk finds Kafka), or one
    of them may be wrong; such entries come last.
    .PP
    In a shell, put the query in single quotes.
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

  /// Returns lines that keep their breaks and spaces.
  static func verbatim(_ lines: [String]) -> String {
    ".nf\n" + lines.map { CommandReference.roff($0) + "\n" }.joined() + ".fi"
  }
}
