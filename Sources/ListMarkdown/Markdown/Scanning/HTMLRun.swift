/// The lines read so far of HTML that continues to the next blank line.
///
/// In CommonMark a line of HTML hides the lines directly below it, but many lists have `<br>`, `<a
/// name="x" />` or `</details>` directly above a heading, an item or a table, which GitHub parsed
/// as Markdown until 2017. A line of only tags therefore does not hide these, unless the text of an
/// element or a comment is open.
public struct HTMLRun {
  private var open: String?
  private var last = HTMLLine.Content.text

  /// Creates no line yet.
  public init() {}

  /// The number of lines so far.
  public private(set) var count = 0
  /// Whether all lines so far contain only tags.
  private(set) var holdsOnlyTags = true

  /// Adds a line, without the white space before it.
  public mutating func add(_ line: UnsafeBufferPointer<UInt8>) {
    count += 1
    last = HTMLLine(line).content(open: &open)
    if last != .tags { holdsOnlyTags = false }
  }

  /// Returns whether a line is Markdown that the HTML does not hide.
  ///
  /// `next` is the line after it; both are without the white space before them.
  public func isEnded(
    by line: UnsafeBufferPointer<UInt8>, next: UnsafeBufferPointer<UInt8>
  ) -> Bool {
    guard open == nil, last != .text, let first = line.first, first != UInt8(ascii: "<") else {
      return false
    }
    if HTMLRun.isHeading(line) { return true }
    if HTMLRun.isItem(line) { return last == .tags || HTMLRun.holdsLink(line) }
    guard last == .tags else { return false }
    return TableDelimiter(next).map { $0.columns == TableDelimiter.columns(of: line) } ?? false
  }
}

extension HTMLRun {
  private static func isHeading(_ line: UnsafeBufferPointer<UInt8>) -> Bool {
    let level = line.prefix { $0 == UInt8(ascii: "#") }.count
    return (1...6).contains(level) && (level == line.count || line[level] <= 0x20)
  }

  /// Returns a bullet or a number with text after it, and no thematic break.
  private static func isItem(_ line: UnsafeBufferPointer<UInt8>) -> Bool {
    let digits = line.prefix(while: { $0.isDigit }).count
    guard digits < 10, digits + 1 < line.count, line[digits + 1] <= 0x20 else { return false }
    let marks = digits > 0 ? ".)" : "-*+"
    return marks.utf8.contains(line[digits])
      && line[(digits + 1)...].contains { $0 > 0x20 && $0 != line[digits] }
  }

  private static func holdsLink(_ line: UnsafeBufferPointer<UInt8>) -> Bool {
    zip(line, line.dropFirst()).contains {
      $0 == UInt8(ascii: "]") && ($1 == UInt8(ascii: "(") || $1 == UInt8(ascii: "["))
    }
  }
}
