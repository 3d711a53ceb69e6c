import Browser
import ListSearch

/// Finds what the filter in force matched, so that it can be shown.
///
/// Ranges are of the text's UTF-8.
struct MatchFinder {
  private let query: Query

  init(_ state: BrowserState) {
    query = state.place.answeredQuery
  }

  func ranges(inTitle title: String) -> [Range<Int>] {
    query.isEmpty ? [] : query.highlights(inTitle: title)
  }

  func ranges(inText text: String) -> [Range<Int>] {
    query.isEmpty ? [] : query.highlights(inDescription: text)
  }

  func ranges(inURL url: String) -> [Range<Int>] {
    query.isEmpty ? [] : query.highlights(inURL: url)
  }
}
