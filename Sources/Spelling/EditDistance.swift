/// How many insertions, deletions, substitutions and swaps of neighbours turn one text into the other.
///
/// The optimal string alignment distance (Damerau and Levenshtein's in its restricted form), by its
/// table: the product of both lengths, of which the first is cut at 64.
package func editDistance(_ left: [UInt8], _ right: [UInt8]) -> Int {
  let left = left.prefix(64).map(\.self)
  var twoBack: [Int] = []
  var above = Array(0...right.count)
  for row in left.indices {
    var current = [row + 1]
    for column in right.indices {
      let substitution = above[column] + (left[row] == right[column] ? 0 : 1)
      var least = min(substitution, above[column + 1] + 1, current[column] + 1)
      if row > 0, column > 0, left[row] == right[column - 1], left[row - 1] == right[column] {
        least = min(least, twoBack[column - 1] + 1)
      }
      current.append(least)
    }
    (twoBack, above) = (above, current)
  }
  return above[right.count]
}
