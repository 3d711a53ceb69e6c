/// A command that a user put into a variable, as words; no shell ever reads it.
///
/// Blanks separate words. Quotes keep blanks inside a word, a backslash takes the meaning off the next
/// character (within double quotes off `"` and `\` alone), and that is all: variables, `~` and
/// patterns are letters like any others.
public struct CommandWords: Equatable, Sendable {
  /// The program and its arguments; never empty.
  public let words: [String]

  /// Takes a command apart; nil for one without a word or with a quote that is not closed.
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
