/// A note that two sides changed.
enum NoteMerge {
  /// Merges a note that was changed here with one that may have been changed elsewhere.
  ///
  /// A change of one side alone wins. If both sides added below the old text, the additions follow
  /// each other; otherwise both notes are retained, one below the other. Merging the result again
  /// changes nothing.
  static func merged(_ base: String, ours: String, theirs: String) -> String {
    if sameBytes(theirs, base) || sameBytes(theirs, ours) { return ours }
    if sameBytes(ours, base) { return theirs }
    if let added = addition(to: base, in: ours), let others = addition(to: base, in: theirs),
      addition(to: ours, in: theirs) == nil
    {
      let isThere = theirs.utf8.reversed().starts(with: added.utf8.reversed())
      return isThere ? theirs : base + others + added
    }
    let both = joined(ours, theirs)
    // A result equal to the base would be changed again by the next merge.
    return sameBytes(both, base) ? joined(theirs, ours) : both
  }

  /// Both notes, one below the other; only one if it begins or ends with the other, so that merging
  /// again adds nothing.
  static func joined(_ note: String, _ other: String) -> String {
    if other.isEmpty || sameBytes(note, other) { return note }
    if note.isEmpty { return other }
    if holds(note, other) { return note }
    return holds(other, note) ? other : note + "\n" + other
  }

  /// Returns the lines below a text, with the line feed before them; nil if they are not all that
  /// differs.
  private static func addition(to base: String, in note: String) -> String? {
    let rest = note.utf8.dropFirst(base.utf8.count)
    guard !base.isEmpty, note.utf8.starts(with: base.utf8), rest.first == UInt8(ascii: "\n") else {
      return nil
    }
    return String(Substring(rest))
  }

  /// Returns whether a note begins or ends with all lines of another.
  private static func holds(_ note: String, _ other: String) -> Bool {
    note.utf8.starts(with: (other + "\n").utf8)
      || note.utf8.reversed().starts(with: ("\n" + other).utf8.reversed())
  }
}
