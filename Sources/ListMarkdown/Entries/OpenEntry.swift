import ListModel

/// An entry that later blocks may still add to: a heading or a paragraph with what follows it.
struct OpenEntry {
  enum Origin {
    /// The heading had a link of its own.
    case linkedHeading
    /// The heading was text alone; a list below may yet show that it is a category.
    case plainHeading
    case paragraph
  }

  let origin: Origin
  let line: Int
  var text: EntryText
  /// The heading itself, in case it is a category.
  var heading: HeadingText?
}
