import Browser

/// Finds what the filter in force matched, so that it can be shown.
///
/// Ranges are of the text's UTF-8.
struct MatchFinder {
  init(_ state: BrowserState) {}

  func ranges(inTitle title: String) -> [Range<Int>] { [] }

  func ranges(inText text: String) -> [Range<Int>] { [] }
}
