extension RandomAccessCollection {
  /// Returns the first index whose element meets a condition that all later elements meet as well, or
  /// the end; a binary search.
  @inlinable
  package func partitioningIndex(where belongsAfter: (Element) -> Bool) -> Index {
    var (low, count) = (startIndex, count)
    while count > 0 {
      let half = count / 2
      let middle = index(low, offsetBy: half)
      if belongsAfter(self[middle]) {
        count = half
      } else {
        low = index(after: middle)
        count -= half + 1
      }
    }
    return low
  }
}
