/// A custom command: a program and its arguments, some of which are placeholders for parts of an
/// entry.
///
/// The arguments are passed to the program unchanged; no shell reads them, and a command that would
/// make a shell read parts of an entry is refused.
public struct CommandTemplate: Equatable, Sendable {
  /// The program and its arguments.
  public let words: [String]

  /// Checks the words.
  public init(words: [String]) throws(CommandTemplateError) {
    guard let program = words.first, !program.isEmpty, Placeholder(word: program) == nil else {
      throw .empty
    }
    if let opening = program.utf8.firstIndex(of: UInt8(ascii: "/")),
      opening != program.utf8.startIndex
    {
      throw .relative(program)
    }
    for word in words {
      if Placeholder.isInside(word) { throw .placeholderInsideWord(word) }
      if Self.looksLikePlaceholder(word), Placeholder(word: word) == nil {
        throw .unknownPlaceholder(word)
      }
    }
    let isAboutEntries = words.contains { Placeholder(word: $0) != nil }
    if isAboutEntries, let shell = shellThatRunsWords(words) { throw .shell(shell) }
    self.words = words
  }

  /// Whether it is run once for each entry, rather than once for all.
  public var isForEachEntry: Bool { words.contains { Placeholder(word: $0) != nil } }

  /// Whether it needs the links of entries.
  public var needsLink: Bool { words.contains { Placeholder(word: $0) == .url } }

  /// Returns the arguments for an entry; the first one is still the program as it was written.
  public func arguments(for subject: CommandSubject) throws(OptionInList) -> [String] {
    try filled(words, with: subject)
  }

  /// Returns whether a word is `{name}`, a name being of small letters.
  private static func looksLikePlaceholder(_ word: String) -> Bool {
    let bytes = word.utf8
    return bytes.count > 2 && bytes.first == UInt8(ascii: "{") && bytes.last == UInt8(ascii: "}")
      && bytes.dropFirst().dropLast().allSatisfy { (0x61...0x7A).contains($0) }
  }
}

/// Why words do not form a command.
public enum CommandTemplateError: Error, Equatable, Sendable {
  /// No program is named.
  case empty
  /// The program's path depends on where awl is started.
  case relative(String)
  /// A placeholder is part of a word, and its value could end the word.
  case placeholderInsideWord(String)
  case unknownPlaceholder(String)
  /// A shell would execute part of an entry.
  case shell(String)
}

extension CommandTemplateError: CustomStringConvertible {
  /// `error: how to fix it`.
  public var description: String {
    switch self {
    case .empty: "the command is empty: name a program"
    case .relative(let path): "the program \(path) is relative: give its whole path"
    case .placeholderInsideWord(let word):
      "\(word) has a placeholder inside: it must be a word of its own"
    case .unknownPlaceholder(let word):
      "there is no placeholder \(word): "
        + Placeholder.allCases.map(\.word).joined(separator: " ") + " are those there are"
    case .shell(let shell):
      "the command runs \(shell) -c, which a list could abuse: name the program, or a script"
    }
  }
}
