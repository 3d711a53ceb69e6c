/// Returns the name that a word was most likely meant to be: the one with the fewest slips, if
/// there are at most two, and one in a word of four letters or fewer.
///
/// A slip is a letter that was left out, added, changed or swapped with its neighbour: the distance
/// of Damerau and Levenshtein in its restricted form. Costs the product of the lengths per name;
/// words of more than 40 bytes have no nearest name.
package func nearestName(to word: String, among names: [String]) -> String? {
  let letters = Array(word.lowercased().utf8)
  guard (2...40).contains(letters.count) else { return nil }
  let near = names.map {
    (name: $0, editDistance: editDistance(letters, Array($0.lowercased().utf8)))
  }
  .min { $0.editDistance < $1.editDistance }
  guard let near, near.editDistance <= (letters.count > 4 ? 2 : 1) else { return nil }
  return near.name
}

private func editDistance(_ word: [UInt8], _ name: [UInt8]) -> Int {
  var before: [Int] = []
  var above = Array(0...name.count)
  for row in 1...word.count {
    var line = [row]
    for column in 0..<name.count {
      let cost = word[row - 1] == name[column] ? 0 : 1
      var best = min(above[column + 1] + 1, line[column] + 1, above[column] + cost)
      if row > 1, column > 0, word[row - 1] == name[column - 1], word[row - 2] == name[column] {
        best = min(best, before[column - 1] + 1)
      }
      line.append(best)
    }
    (before, above) = (above, line)
  }
  return above[name.count]
}
