/// How much two descriptions have in common.
enum TextSimilarity {
  /// Longer texts are compared by their beginnings.
  private static let scalarsCompared = 1_000
  /// The part of both texts that must be the same for them to be alike.
  private static let percent = 90

  /// Returns whether two texts have a similarity of at least 0.9: twice the length of their longest
  /// common subsequence over the sum of their lengths.
  ///
  /// Uses Myers' greedy algorithm ("An O(ND) Difference Algorithm and Its Variations", 1986), which
  /// stops at too many differences; at most about 200,000 steps.
  static func areAlike(_ left: String, _ right: String) -> Bool {
    let old = scalars(of: left)
    let new = scalars(of: right)
    guard !old.isEmpty, !new.isEmpty else { return false }
    let most = (old.count + new.count) * (100 - percent) / 100
    guard abs(old.count - new.count) <= most else { return false }
    return differences(old, new, atMost: most)
  }

  /// Returns whether a text has enough letters and digits to be compared.
  static func hasLetters(_ text: String, atLeast count: Int) -> Bool {
    var found = 0
    for scalar in text.unicodeScalars where isLetter(scalar) {
      found += 1
      if found >= count { return true }
    }
    return false
  }

  private static func isLetter(_ scalar: Unicode.Scalar) -> Bool {
    let value = scalar.value
    if value < 0x80 {
      return value >= 0x30 && value <= 0x39 || value | 0x20 >= 0x61 && value | 0x20 <= 0x7A
    }
    return scalar.properties.isAlphabetic
  }

  /// Returns the scalars with ASCII letters in lower case, without surrounding white space.
  private static func scalars(of text: String) -> [UInt32] {
    var scalars: [UInt32] = []
    for scalar in text.unicodeScalars.prefix(scalarsCompared) {
      let value = scalar.value
      scalars.append(value >= 0x41 && value <= 0x5A ? value | 0x20 : value)
    }
    while let last = scalars.last, last <= 0x20 || last == 0x2E { scalars.removeLast() }
    return scalars
  }

  /// Returns whether at most `atMost` insertions and deletions turn one text into the other.
  private static func differences(_ old: [UInt32], _ new: [UInt32], atMost most: Int) -> Bool {
    // The farthest place in `old` on each diagonal.
    var farthest = [Int](repeating: 0, count: 2 * most + 3)
    let middle = most + 1
    for count in 0...most {
      for diagonal in stride(from: -count, through: count, by: 2) {
        let below = farthest[middle + diagonal - 1]
        let above = farthest[middle + diagonal + 1]
        var place = diagonal == -count || diagonal != count && below < above ? above : below + 1
        while place < old.count, place - diagonal < new.count, place >= 0,
          place - diagonal >= 0, old[place] == new[place - diagonal]
        { place += 1 }
        farthest[middle + diagonal] = place
        if place >= old.count, place - diagonal >= new.count { return true }
      }
    }
    return false
  }
}
