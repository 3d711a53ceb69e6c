import Settings
import TerminalScreen

/// Something that a row of the entries shows beside the title, by its name in the setting `row`.
enum RowPart: String {
  case date, stars, marks, lists, description
  /// What became of a bookmark's entry in its list, which no setting leaves out.
  case bookmarkStatus

  /// The columns that it takes at the right of a row, with a blank; nil for what follows the title.
  var fixedColumns: Int? {
    switch self {
    case .date: 11
    case .stars: 7
    case .marks, .lists, .description, .bookmarkStatus: nil
    }
  }
}

extension EmojiForm {
  /// The form that the reader has set.
  init(_ settings: SettingValues) { self = Self(rawValue: settings.word(.emoji)) ?? .keep }
}
