import ListModel

/// An entry that later blocks may still extend: a heading or a paragraph with the text after it.
struct OpenEntry {
  enum Origin {
    /// The heading had a link of its own.
    case linkedHeading
    /// The heading was only text; a list below may show that it is a category.
    case plainHeading
    case paragraph
    /// The summary of a folded section, in which everything else is the entry's.
    case summary
  }

  let origin: Origin
  let line: Int
  var text: EntryText
  /// The heading itself, in case it is a category.
  var heading: HeadingText?
  /// How many folded sections are open within that of a summary.
  var depth = 0
}
