import Settings
import TerminalScreen

/// A part of an entry's row beside the title, by its name in the setting `row`.
enum RowPart: String {
  case date, stars, marks, lists, description
  /// The status of a bookmark's entry in its list, which no setting hides.
  case bookmarkStatus

  /// Its fixed width on the right of a row, including a blank; nil for parts after the title.
  var fixedColumns: Int? {
    switch self {
    case .date: 11
    case .stars: 7
    case .marks, .lists, .description, .bookmarkStatus: nil
    }
  }
}

extension EmojiForm {
  /// Creates the form chosen by the user.
  init(_ settings: SettingValues) { self = Self(rawValue: settings.word(.emoji)) ?? .keep }
}
