/// What sort of page a list was read from.
public enum PageKind: String, Equatable, Sendable {
  /// A track page that gives the entries by day.
  case daily
  /// A track page that gives the entries by ISO week.
  case weekly
  /// The list itself: its README, plain or as the site shows it.
  case overview
}
