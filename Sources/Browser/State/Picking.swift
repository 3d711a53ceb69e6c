/// What the reader has chosen of the entries for another program, which gets their URLs.
package struct Picking: Equatable, Sendable {
  /// The marked URLs in the order in which they were marked.
  package private(set) var marked: [String] = []
  /// Whether the answer to a search is to be picked from as soon as it comes.
  var isWaiting = false

  package init() {}

  /// Whether an entry with this link is marked.
  package func isMarked(_ url: String?) -> Bool {
    guard let url else { return false }
    return marked.contains { $0.utf8.elementsEqual(url.utf8) }
  }

  mutating func toggle(_ url: String) {
    if isMarked(url) {
      marked.removeAll { $0.utf8.elementsEqual(url.utf8) }
    } else {
      marked.append(url)
    }
  }
}
