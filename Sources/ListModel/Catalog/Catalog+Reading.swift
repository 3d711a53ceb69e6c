extension Catalog {
  /// The day on which a list was last read: digests end before it, since it may bring more.
  ///
  /// Without readings, as for the built-in list, the day after the newest addition; nil for a
  /// catalog without days. Costs a step a list.
  public var unfinishedDay: Day? {
    let lists = (0..<listCount).map { ListIndex($0) }
    if let read = lists.compactMap({ origin(of: $0)?.read }).max() { return read.day }
    return lists.compactMap { days(of: $0)?.upperBound }.max()?.advanced(by: 1)
  }
}
