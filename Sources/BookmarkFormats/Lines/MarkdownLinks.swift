import CCmarkGFM
import ListModel

/// A list of links in Markdown.
///
/// Headings become tags, and the text after a link becomes its note. Tags are in a comment, as buku
/// writes them.
///
///     ## Folder
///     - [Title](https://example.org) <!-- TAGS: ml infra, reading --> - Note
///
/// Each line is parsed separately, which limits the time to linear; a line with an implausible
/// number of brackets is refused.
enum MarkdownLinks: BookmarkFileFormat {
  static let parts: BookmarkParts = [.title, .tags, .tagBlanks, .note]

  static func recognizes(_ file: FilePrefix) -> Bool {
    file.contains("](http") || file.contains("](<http")
      || file.starts(with: "#") && file.contains("<http")
  }

  static func read(_ bytes: [UInt8], into rows: inout RowCollector) throws(BookmarkFormatError) {
    var reader = MarkdownLineReader(rows)
    for (number, line) in TextLines(bytes) { reader.read(line, number) }
    rows = reader.rows
  }

  static func write(_ bookmarks: [Bookmark], to output: inout [UInt8]) {
    for bookmark in bookmarks {
      output += "- [".utf8
      appendEscaped(oneLine(bookmark.title), to: &output)
      output += "](".utf8
      appendAddress(bookmark.url, to: &output)
      output += ")".utf8
      let tags = exportedTags(bookmark)
      if !tags.isEmpty {
        output += " <!-- TAGS: ".utf8
        appendInComment(tags.joined(separator: ", "), to: &output)
        output += " -->".utf8
      }
      let note = oneLine(bookmark.note)
      if !note.isEmpty {
        output += " - ".utf8
        appendEscaped(note, to: &output)
      }
      output.append(0x0A)
    }
  }

  /// Appends a URL, in angle brackets only if necessary, since some programs cannot read them.
  private static func appendAddress(_ url: String, to output: inout [UInt8]) {
    let odd = Array("()<>\\ ;`".utf8)
    guard url.utf8.contains(where: odd.contains) else {
      output += url.utf8
      return
    }
    output.append(UInt8(ascii: "<"))
    for byte in url.utf8 {
      // References to characters are replaced before escapes are.
      if "<>\\".utf8.contains(byte) { output.append(UInt8(ascii: "\\")) }
      if byte == UInt8(ascii: "&") { output += "&amp;".utf8 } else { output.append(byte) }
    }
    output.append(UInt8(ascii: ">"))
  }

  /// Escapes all that Markdown could take for more than text.
  private static func appendEscaped(_ text: String, to output: inout [UInt8]) {
    for byte in text.utf8 {
      let isPunctuation = byte > 0x20 && byte < 0x7F && !isLetter(byte) && !isDigit(byte)
      if isPunctuation { output.append(UInt8(ascii: "\\")) }
      output.append(byte)
    }
  }

  private static func appendInComment(_ text: String, to output: inout [UInt8]) {
    for byte in text.utf8 {
      switch byte {
      // Two dashes are not allowed in a comment.
      case UInt8(ascii: "-") where output.last == byte: output += "&#45;".utf8
      case UInt8(ascii: "&"): output += "&amp;".utf8
      case UInt8(ascii: ">"): output += "&gt;".utf8
      default: output.append(byte)
      }
    }
  }
}
