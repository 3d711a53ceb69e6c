/// A command from an environment variable, split into words; no shell reads it.
///
/// Blanks separate words. Quotes keep blanks inside a word, a backslash escapes the next character
/// (within double quotes only `"` and `\`). Variables, `~` and patterns are not expanded.
public struct CommandWords: Equatable, Sendable {
  /// The program and its arguments; never empty.
  public let words: [String]

  /// Splits a command; nil if it has no words or an unclosed quote.
  public init?(_ command: String) {
    var words: [String] = []
    var word: String.UnicodeScalarView?
    var quote: Unicode.Scalar?
    var scalars = command.unicodeScalars[...]
    while let scalar = scalars.popFirst() {
      if let open = quote {
        if scalar == open {
          quote = nil
        } else if scalar == "\\", open == "\"", let next = scalars.first, "\"\\".contains(next) {
          word?.append(scalars.removeFirst())
        } else {
          word?.append(scalar)
        }
      } else if scalar == " " || scalar == "\t" || scalar == "\n" {
        if let word { words.append(String(word)) }
        word = nil
      } else {
        word = word ?? String.UnicodeScalarView()
        switch scalar {
        case "'", "\"": quote = scalar
        case "\\": word?.append(scalars.popFirst() ?? scalar)
        default: word?.append(scalar)
        }
      }
    }
    if let word { words.append(String(word)) }
    guard quote == nil, let program = words.first, !program.isEmpty else { return nil }
    self.words = words
  }
}

extension String {
  fileprivate func contains(_ scalar: Unicode.Scalar) -> Bool { unicodeScalars.contains(scalar) }
}
