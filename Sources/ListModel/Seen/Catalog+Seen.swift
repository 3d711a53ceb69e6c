extension Catalog {
  /// Returns whether an origin with a known number counts the changes of a list.
  ///
  /// Costs a pass over the changes of a list that is tracked.
  func counts(_ origin: ChangeOrigin, _ number: Int, in list: ListIndex) -> Bool {
    if let beginning = beginning(of: list) { return origin == ChangeOrigin(beginning: beginning) }
    guard let wanted = UInt32(exactly: number), wanted > 0 else { return false }
    let changes = changes(of: list)
    return changes.contains { change in
      changeNumbers[change] == wanted && origin.isOf(commit: commitName(of: change))
    }
  }

  /// Returns the number of the last change of a list, and its origin.
  ///
  /// Costs a pass over the list.
  func lastChange(of list: ListIndex) -> (origin: ChangeOrigin, number: Int) {
    if let beginning = beginning(of: list) {
      let last = entries(of: list).reduce(UInt32(0)) { max($0, entryNumbers[$1] ?? 0) }
      return (ChangeOrigin(beginning: beginning), Int(last))
    }
    var last: (number: UInt32, change: Int) = (0, 0)
    for change in changes(of: list) {
      let number = changeNumbers[change] ?? 0
      if number > last.number { last = (number, change) }
    }
    guard last.number > 0 else { return (ChangeOrigin(beginning: nil), 0) }
    return (ChangeOrigin(commit: commitName(of: last.change)), Int(last.number))
  }

  /// Returns the changes of all entries of a list, which are contiguous.
  func changes(of list: ListIndex) -> Range<Int> {
    changeRange(of: entries(of: list))
  }

  /// Returns the hexadecimal name of the commit of a change.
  private func commitName(of change: Int) -> UnsafeRawBufferPointer {
    let commit = commits.bytes(at: Int(changeCommits[change] ?? 0))
    let end = commit.firstIndex(of: Separator.unit) ?? commit.endIndex
    return UnsafeRawBufferPointer(rebasing: commit[..<end])
  }
}
