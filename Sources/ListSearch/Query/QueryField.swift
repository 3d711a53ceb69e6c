/// A field name before the colon of a `field:value` term.
public enum QueryField: String, CaseIterable, Sendable {
  case list, category, tag, host, title, url, text, added, week, stars
  case state = "is"
  case sort

  /// The field's meaning, in a few words, for completion and help.
  public var help: String {
    switch self {
    case .list: "list, owner/name or part of it"
    case .category: "part of a heading"
    case .tag: "your tag; #ml is tag:ml"
    case .host: "web site, with its subdomains"
    case .title: "part of the title"
    case .url: "part of the link"
    case .text: "part of the description"
    case .added: "date or age: 2021-05, >2021, <2w"
    case .week: "ISO week: 2022-W06"
    case .stars: "star count: >1k"
    case .state: EntryState.allCases.map(\.rawValue).joined(separator: ", ")
    case .sort: "order: date, name, stars, relevance, list"
    }
  }
}

/// A state that `is:` matches.
public enum EntryState: String, CaseIterable, Sendable {
  /// The list marks it as a scientific publication.
  case paper
  /// The list counts it among those one must read.
  case mustRead = "must-read"
  /// The list has struck it out but not removed it.
  case struck
  case bookmarked = "kept"
  case later, read
  /// It was added since the user's last visit and has not been seen yet.
  case new
  case removed
}
