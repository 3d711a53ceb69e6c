/// A placeholder for a part of an entry, such as `{url}`.
public enum Placeholder: String, CaseIterable, Sendable {
  case url, title, list, category, description, date

  /// The placeholder's word.
  public var word: String { "{\(rawValue)}" }

  /// Creates a placeholder from a whole word; nil for any other word.
  init?(word: String) {
    guard let found = Self.allCases.first(where: { $0.word.utf8.elementsEqual(word.utf8) }) else {
      return nil
    }
    self = found
  }

  /// Returns whether a longer word contains a placeholder, whose value could end the word.
  static func isInside(_ word: String) -> Bool {
    Self(word: word) == nil && allCases.contains { word.contains($0.word) }
  }
}

/// The parts of the entry that a command is run for.
public struct CommandSubject: Equatable, Sendable {
  private let parts: [Placeholder: String]

  /// Creates the values of the placeholders; a missing one is empty.
  public init(_ parts: [Placeholder: String] = [:]) { self.parts = parts }

  /// Returns the same with another link.
  func linked(to url: String) -> CommandSubject {
    CommandSubject(parts.merging([.url: url]) { $1 })
  }

  /// The value of a placeholder: one line, without characters that end an argument or act on a
  /// terminal.
  public subscript(_ placeholder: Placeholder) -> String {
    var text = String.UnicodeScalarView()
    for scalar in (parts[placeholder] ?? "").unicodeScalars {
      text.append(scalar.value < 0x20 || (0x7F...0x9F).contains(scalar.value) ? " " : scalar)
    }
    return String(text)
  }
}

/// Replaces placeholders by their values.
///
/// - Throws: `OptionInList` if a value begins with `-` and no earlier `--` ends the options: the
///   program would take it for an option.
func filled(
  _ words: some Sequence<String>, with subject: CommandSubject
) throws(OptionInList) -> [String] {
  var result: [String] = []
  var hasEndedOptions = false
  for word in words {
    guard let placeholder = Placeholder(word: word) else {
      hasEndedOptions = hasEndedOptions || word.utf8.elementsEqual("--".utf8)
      result.append(word)
      continue
    }
    let text = subject[placeholder]
    guard hasEndedOptions || text.utf8.first != UInt8(ascii: "-") else {
      throw OptionInList(placeholder: placeholder)
    }
    result.append(text)
  }
  return result
}

/// Part of an entry that a program would take for an option.
public struct OptionInList: Error, Equatable, Sendable, CustomStringConvertible {
  let placeholder: Placeholder

  /// `error: how to fix it`.
  public var description: String {
    "the entry's \(placeholder.rawValue) begins with -: put \"--\" before \(placeholder.word)"
  }
}
