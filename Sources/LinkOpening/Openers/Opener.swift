/// A program that opens links, as configured by the user: words, in which `%s` or `{url}` is the
/// link.
///
/// Without these the link is appended; `{title}` and `{list}` are those of the entry. The words are
/// passed to the program unchanged; no shell reads them, and a command that would make one do so is
/// refused, since a link could then say what it runs.
public struct Opener: Equatable, Sendable {
  /// The program and its arguments.
  public let words: [String]
  /// Whether it runs in the terminal, in awl's place.
  public let isInTerminal: Bool
  /// The links that it is for.
  public let rule: LinkRule
  /// The user's name for it; nil for the program's name.
  public let name: String?
  /// Whether the user is asked before it opens a link.
  public let asks: Bool
  /// The query that an entry has to match; nil for any.
  public let query: String?
  /// Whether the user said so, rather than the program's name.
  let isTerminalGiven: Bool

  /// Checks the words; a text browser runs in the terminal unless stated otherwise.
  public init(
    words: [String], isInTerminal: Bool? = nil, rule: LinkRule = .any, name: String? = nil,
    asks: Bool = false, query: String? = nil
  ) throws(OpenerError) {
    guard let program = words.first, !program.isEmpty else { throw .empty }
    let isPath = program.utf8.contains(UInt8(ascii: "/"))
    guard !isPath || program.utf8.first == UInt8(ascii: "/") else { throw .relative(program) }
    for word in words where !isLink(word) && holdsLink(word) { throw .linkInsideWord(word) }
    guard !isLink(program) else { throw .empty }
    if let shell = shellThatRunsWords(words) { throw .shell(shell) }
    self.words = words
    self.rule = rule
    self.name = name
    self.asks = asks
    self.query = query
    isTerminalGiven = isInTerminal != nil
    self.isInTerminal = isInTerminal ?? textBrowsers.contains { isNamed(program, $0) }
  }

  /// Returns the arguments for a link, beginning with the program's absolute path.
  ///
  /// - Throws: `OptionInList` if a title or a list's name would be taken for an option.
  func arguments(
    program: String, url: String, _ subject: CommandSubject = CommandSubject()
  ) throws(OptionInList) -> [String] {
    let rest = words.dropFirst().map { isLink($0) ? Placeholder.url.word : $0 }
    let hasLink = rest.contains { isLink($0) }
    return [program]
      + (try filled(rest + (hasLink ? [] : [Placeholder.url.word]), with: subject.linked(to: url)))
  }
}

/// Why words do not form an opener.
public enum OpenerError: Error, Equatable, Sendable {
  /// No program is named.
  case empty
  /// The program's path depends on where awl is started.
  case relative(String)
  /// The link is part of a word, and could end it.
  case linkInsideWord(String)
  /// A shell would execute the link.
  case shell(String)
}

extension OpenerError: CustomStringConvertible {
  /// `error: how to fix it`.
  public var description: String {
    switch self {
    case .empty: "the opener is empty: name a program"
    case .relative(let path): "the opener \(path) is relative: give its whole path"
    case .linkInsideWord(let word): "the opener's word \(word) has %s inside: %s must be a word"
    case .shell(let shell):
      "the opener runs \(shell) -c, which a link could abuse: name the program"
    }
  }
}

private let textBrowsers = [
  "w3m", "lynx", "links", "links2", "elinks", "felinks", "cha", "chawan", "browsh", "carbonyl",
  "netrik", "retawq", "edbrowse",
]

private let shells = ["sh", "bash", "dash", "zsh", "ksh", "mksh", "fish", "csh", "tcsh", "busybox"]

private func isLink(_ word: String) -> Bool {
  word.utf8.elementsEqual("%s".utf8) || Placeholder(word: word) == .url
}

/// Returns the shell among the words that would execute a later one; nil if there is none.
func shellThatRunsWords(_ words: [String]) -> String? {
  for (index, word) in words.enumerated() where isShell(word) {
    if words[index...].dropFirst().contains(where: isCommandOption) { return word }
  }
  return nil
}

/// Returns whether `%s`, `{}` as other programs write it, or a placeholder is anywhere in a word.
private func holdsLink(_ word: String) -> Bool {
  if Placeholder.isInside(word) { return true }
  var previous: UInt8 = 0
  for byte in word.utf8 {
    switch (previous, byte) {
    case (UInt8(ascii: "%"), UInt8(ascii: "s")), (UInt8(ascii: "{"), UInt8(ascii: "}")): return true
    default: previous = byte
    }
  }
  return false
}

private func isShell(_ word: String) -> Bool { shells.contains { isNamed(word, $0) } }

/// Returns whether a word is an option of a shell that takes a command: `-c`, `-lc`, `--command`,
/// `--init-command`.
private func isCommandOption(_ word: String) -> Bool {
  guard word.utf8.starts(with: "--".utf8) else {
    return word.utf8.first == UInt8(ascii: "-") && word.utf8.contains(UInt8(ascii: "c"))
  }
  return word.contains("command")
}

/// Returns whether a program's path ends in a name.
private func isNamed(_ program: String, _ name: String) -> Bool {
  let last = program.utf8.split(separator: UInt8(ascii: "/")).last
  return last?.elementsEqual(name.utf8) ?? false
}
