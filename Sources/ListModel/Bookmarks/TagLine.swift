/// Tags as a user types them in one line.
///
///     ml reading          two tags: without a comma, blanks separate
///     ml infra, reading   two tags: with a comma, commas separate and tags may have blanks
///     ml infra,           one tag
///     "a, b" c            two tags: what is between quotes is taken as it is
///
/// Blanks around a tag are dropped, several inside it become one; repeated tags count once. A quote
/// is special only at the start of a tag; inside quotes `\` escapes the next character. Case
/// matters. Costs one pass.
public struct TagLine: Equatable, Sendable {
  /// The tags that are complete, each once, in their order.
  public private(set) var complete: [String] = []
  /// The tag that is being typed, after the last separator; empty if there is none.
  public private(set) var last = ""
  /// Whether commas separate the tags.
  public private(set) var hasCommas = false

  /// Reads a line.
  public init(_ line: String) {
    let parts = Self.parts(of: line)
    hasCommas = parts.contains { $0.isComma }
    var words: [String] = []
    var isQuoted = false
    func tag() -> String { words.joined(separator: " ") }
    for part in parts {
      if part.isComma || part.isBlank && !hasCommas {
        add(tag())
        (words, isQuoted) = ([], false)
      } else if !part.isBlank {
        // Text directly after a closing quote belongs to the tag.
        if isQuoted, let word = words.popLast() {
          words.append(word + part.text)
        } else {
          words.append(part.text)
        }
        isQuoted = part.isQuoted
      } else {
        isQuoted = false
      }
    }
    last = tag()
  }

  /// Returns all tags of a line.
  public static func tags(in line: String) -> [String] {
    var read = TagLine(line)
    read.add(read.last)
    return read.complete
  }

  /// Returns a line that is parsed as these tags.
  public static func line(of tags: [String], commas: Bool = false) -> String {
    let written = tags.map { needsQuotes($0) ? quoted($0) : $0 }
    let hasBlanks = zip(tags, written).contains { tag, text in
      !text.utf8.starts(with: "\"".utf8) && tag.utf8.contains(where: isBlank)
    }
    guard hasBlanks || commas else { return written.joined(separator: " ") }
    return written.count == 1 ? written[0] + "," : written.joined(separator: ", ")
  }
}

extension TagLine {
  private mutating func add(_ tag: String) {
    guard !tag.isEmpty, !complete.contains(where: { sameBytes($0, tag) }) else { return }
    complete.append(tag)
  }

  private struct Part {
    var text = ""
    var isQuoted = false
    var isBlank = false
    var isComma = false
  }

  /// Words, quoted texts, blanks and commas in their order.
  private static func parts(of line: String) -> [Part] {
    var parts: [Part] = []
    var scalars = line.unicodeScalars[...]
    while let first = scalars.first {
      // A quote inside a word is part of it.
      let begins = parts.last.map { $0.isBlank || $0.isComma } ?? true
      if first == "\"", begins {
        scalars.removeFirst()
        parts.append(Part(text: takeQuoted(&scalars), isQuoted: true))
      } else if first == "," {
        scalars.removeFirst()
        parts.append(Part(isComma: true))
      } else if isBlank(first) {
        scalars = scalars.drop(while: isBlank)
        parts.append(Part(isBlank: true))
      } else {
        let word = scalars.prefix { $0 != "," && !isBlank($0) }
        scalars = scalars[word.endIndex...]
        parts.append(Part(text: String(word)))
      }
    }
    return parts
  }

  private static func takeQuoted(_ scalars: inout Substring.UnicodeScalarView) -> String {
    var text = String.UnicodeScalarView()
    while let scalar = scalars.popFirst(), scalar != "\"" {
      guard scalar == "\\" else {
        text.append(scalar)
        continue
      }
      if let escaped = scalars.popFirst() { text.append(escaped) }
    }
    return String(text)
  }

  private static func needsQuotes(_ tag: String) -> Bool {
    let bytes = tag.utf8
    var before: UInt8 = 0x20
    for byte in bytes {
      // Blanks at the ends or in sequence, and a tab or a quote after a blank, would not
      // round-trip.
      let isSpecial =
        byte == UInt8(ascii: ",") || byte == 0x09
        || before == 0x20 && (byte == 0x20 || byte == UInt8(ascii: "\""))
      if isSpecial { return true }
      before = byte
    }
    return before == 0x20
  }

  private static func quoted(_ tag: String) -> String {
    var text = "\""
    for scalar in tag.unicodeScalars {
      if scalar == "\"" || scalar == "\\" { text.unicodeScalars.append("\\") }
      text.unicodeScalars.append(scalar)
    }
    return text + "\""
  }

  private static func isBlank(_ scalar: Unicode.Scalar) -> Bool { scalar == " " || scalar == "\t" }
  private static func isBlank(_ byte: UInt8) -> Bool { byte == 0x20 || byte == 0x09 }
}
