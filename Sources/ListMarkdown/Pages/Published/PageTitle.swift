/// The kind of page that a first heading announces.
enum PageTitle: Equatable {
  /// `Track Awesome Seml Updates Daily`: the page of the list `Awesome Seml` by day.
  case daily(String)
  case weekly(String)
  /// `Awesome Seml Overview`.
  case overview(String)
  /// `Awesome List Updates on Feb 11, 2022`: a page of the calendar, by its day or days.
  case calendar(String)

  /// Nil for the title of a list itself.
  init?(_ title: String) {
    let bytes = Array(title.utf8)
    if let name = PageTitle.between("Track ", " Updates Daily", of: bytes) {
      self = .daily(name)
    } else if let name = PageTitle.between("Track ", " Updates Weekly", of: bytes) {
      self = .weekly(name)
    } else if let name = PageTitle.between("", " Overview", of: bytes) {
      self = .overview(name)
    } else if let date = PageTitle.between("Awesome List Updates on ", "", of: bytes) {
      self = .calendar(date)
    } else {
      return nil
    }
  }

  /// The title of the list; nil for a page of all lists.
  var list: String? {
    switch self {
    case .daily(let list), .weekly(let list), .overview(let list): list
    case .calendar: nil
    }
  }

  /// The kind of page that has the title.
  var kind: PageKind {
    switch self {
    case .daily: .daily
    case .weekly: .weekly
    case .overview, .calendar: .overview
    }
  }

  private static func between(_ prefix: String, _ suffix: String, of bytes: [UInt8]) -> String? {
    guard bytes.count > prefix.utf8.count + suffix.utf8.count, bytes.starts(with: prefix.utf8),
      bytes.suffix(suffix.utf8.count).elementsEqual(suffix.utf8)
    else { return nil }
    return String(
      decoding: bytes.dropFirst(prefix.utf8.count).dropLast(suffix.utf8.count), as: UTF8.self)
  }
}

/// The kind of a list's page.
public enum PageKind: String, Equatable, Sendable {
  /// A track page with the entries by day.
  case daily
  /// A track page with the entries by ISO week.
  case weekly
  /// The list itself: its README, plain or as the site shows it.
  case overview
}
