/// The name that a word was most likely meant to be: the one with the least `editDistance`, if that
/// is at most two, and one for a word of four bytes or fewer; case does not count.
///
/// Costs the product of the lengths per name; words of more than 40 bytes have no nearest name.
package func nearestName(to word: String, among names: [String]) -> String? {
  let letters = Array(word.lowercased().utf8)
  guard (2...40).contains(letters.count) else { return nil }
  let near = names.map {
    (name: $0, distance: editDistance(letters, Array($0.lowercased().utf8)))
  }.min { $0.distance < $1.distance }
  guard let near, near.distance <= (letters.count > 4 ? 2 : 1) else { return nil }
  return near.name
}
