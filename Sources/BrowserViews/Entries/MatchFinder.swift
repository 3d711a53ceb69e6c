import Browser
import ListSearch

/// Finds the matches of the current filter, to highlight them.
///
/// Ranges are of the text's UTF-8. A single letter occurs everywhere, so it is highlighted once in
/// a title and not at all in longer texts.
struct MatchFinder {
  private let query: Query

  init(_ state: BrowserState) {
    query = state.place.answeredQuery
  }

  func ranges(inTitle title: String) -> [Range<Int>] {
    guard !query.isEmpty else { return [] }
    let ranges = query.highlights(inTitle: title)
    return query.text.utf8.count == 1 ? Array(ranges.prefix(1)) : ranges
  }

  func ranges(inText text: String) -> [Range<Int>] {
    query.isEmpty ? [] : query.highlights(inDescription: text).filter { $0.count > 1 }
  }
}
