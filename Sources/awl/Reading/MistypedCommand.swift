/// Finds the command that a word was meant to be, where no file is called so.
struct MistypedCommand {
  /// The names of all commands.
  let names: [String]

  /// The command that a word is one or two slips away from; nil where it is none.
  func meant(by word: String) -> String? {
    let word = Array(word.lowercased().utf8)
    // A path, or too short to tell.
    guard word.count > 2, !word.contains(UInt8(ascii: "/")), !word.contains(UInt8(ascii: "."))
    else {
      return nil
    }
    let near = names.map { (name: $0, slips: Self.slips(word, Array($0.utf8))) }
      .min { $0.slips < $1.slips }
    guard let near, near.slips <= (word.count > 4 ? 2 : 1) else { return nil }
    return near.name
  }

  /// How many letters were left out, added, changed or swapped with their neighbour: the distance
  /// of Damerau and Levenshtein, in its restricted form.
  private static func slips(_ word: [UInt8], _ name: [UInt8]) -> Int {
    var before: [Int] = []
    var above = Array(0...name.count)
    for row in 1...word.count {
      var line = [row]
      for column in 1...name.count {
        let isSame = word[row - 1] == name[column - 1]
        var best = min(
          above[column] + 1, line[column - 1] + 1, above[column - 1] + (isSame ? 0 : 1))
        if row > 1, column > 1, word[row - 1] == name[column - 2],
          word[row - 2] == name[column - 1]
        {
          best = min(best, before[column - 2] + 1)
        }
        line.append(best)
      }
      (before, above) = (above, line)
    }
    return above[name.count]
  }
}
