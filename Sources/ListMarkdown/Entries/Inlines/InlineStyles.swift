/// Tracks the start of strong, emphasized and struck text, to record the first of each.
struct InlineStyles {
  private struct Open {
    var start = 0
    /// How many of the kind are open, one within the other.
    var depth = 0
  }

  private var strong = Open()
  private var emphasis = Open()
  private var strikethrough = Open()

  /// Text of a kind begins at a place.
  mutating func begin(_ kind: MarkdownNode.Kind, at start: Int) {
    switch kind {
    case .strong: InlineStyles.begin(&strong, at: start)
    case .emphasis: InlineStyles.begin(&emphasis, at: start)
    default: InlineStyles.begin(&strikethrough, at: start)
    }
  }

  /// Ends a style at the current end of the text.
  mutating func end(_ kind: MarkdownNode.Kind, in text: inout InlineText) {
    let end = text.text.count
    switch kind {
    case .strong: InlineStyles.end(&strong, at: end, into: &text.strong)
    case .emphasis: InlineStyles.end(&emphasis, at: end, into: &text.emphasized)
    default: InlineStyles.end(&strikethrough, at: end, into: &text.struck)
    }
  }

  private static func begin(_ open: inout Open, at start: Int) {
    if open.depth == 0 { open.start = start }
    open.depth += 1
  }

  private static func end(_ open: inout Open, at end: Int, into range: inout Range<Int>) {
    guard open.depth > 0 else { return }
    open.depth -= 1
    if open.depth == 0, range.isEmpty, end > open.start { range = open.start..<end }
  }
}
