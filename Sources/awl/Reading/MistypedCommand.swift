import Spelling

/// Finds the command that a mistyped word stands for, if there is no file of that name.
struct MistypedCommand {
  /// The names of all commands.
  let names: [String]

  /// Returns the command within an edit distance of two; nil if there is none.
  func meant(by word: String) -> String? {
    // A path, or too short for a guess.
    guard word.utf8.count > 2, !word.utf8.contains(where: { $0 == 0x2F || $0 == 0x2E }) else {
      return nil
    }
    return nearestName(to: word, among: names)
  }
}
