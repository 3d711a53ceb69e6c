/// The characters that lines between panes are made of.
package enum BorderSet: Hashable, Sendable {
  /// `│ ─ ┌ ┐ └ ┘ ├ ┤ ┬ ┴ ┼`
  case unicode
  /// `| - +`, for terminals whose encoding is not UTF-8.
  case ascii
}
