import ListMarkdown
package import ListModel
import PageLayout

/// An entry that is no longer in a page, and where it is shown.
package struct PageRemoval: Equatable, Sendable {
  /// The line of the page after whose block it is shown; 0 for the top.
  package let line: Int32
  /// Its title and description.
  package let text: String
  /// Its identity: see `RemovalPositions.key(of:)`.
  package let key: String
  /// The matching entry of the catalog; nil if there is none.
  package var entry: EntryIndex?

  var insertion: PageInsertion { PageInsertion(line: line, text: text) }
}

/// Finds where entries of an earlier version belong in a page.
///
/// An entry goes after the nearest one that was above it under the same heading and still exists;
/// else below its heading; else after the nearest entry above.
package struct RemovalPositions: Sendable {
  private var lines: [String: Int32] = [:]
  private var headings: [String: Int32] = [:]

  /// Creates the positions of a page with these entries, the lines on which they start, and these
  /// headings.
  package init(entries: [Entry], lines: [Int], headings: [PageHeadingRow]) {
    for (entry, line) in zip(entries, lines) {
      self.lines[Self.key(of: entry)] = Int32(clamping: line)
    }
    for row in headings where self.headings[Self.key(ofHeading: row.text)] == nil {
      self.headings[Self.key(ofHeading: row.text)] = row.line
    }
  }

  /// Returns whether an entry is in the page.
  package func has(_ entry: Entry) -> Bool { lines[Self.key(of: entry)] != nil }

  /// Returns the removals of entries of an earlier version, by their numbers in it.
  ///
  /// Linear in the entries of that version.
  package func removals(of numbers: [Int], in before: [Entry]) -> [PageRemoval] {
    var removals: [PageRemoval] = []
    var wanted = numbers.sorted()[...]
    var nearest: Int32 = 0
    var nearestInCategory: [CategoryPath: Int32] = [:]
    for (number, entry) in before.enumerated() {
      if let line = lines[Self.key(of: entry)] {
        nearest = line
        nearestInCategory[entry.category] = line
      }
      guard wanted.first == number else { continue }
      wanted = wanted.dropFirst()
      let heading = entry.category.headings.last.flatMap { headings[Self.key(ofHeading: $0)] }
      let line = nearestInCategory[entry.category] ?? heading ?? nearest
      let text = entry.description.isEmpty ? entry.title : "\(entry.title) - \(entry.description)"
      removals.append(PageRemoval(line: line, text: text, key: Self.key(of: entry)))
    }
    return removals
  }

  /// Returns the key that identifies an entry across versions: its link, or its title if it has
  /// none.
  package static func key(of entry: Entry) -> String { entry.url ?? "\u{0}\(entry.title)" }

  /// Returns the text of a heading with marks or emoji differs between page and category.
  private static func key(ofHeading text: String) -> String {
    String(String.UnicodeScalarView(HeadingSlug.letters(of: text)))
  }
}

extension [PageRemoval] {
  /// Returns the removals in page order; those in one place keep their order.
  package func inOrder() -> [PageRemoval] {
    enumerated().sorted { ($0.element.line, $0.offset) < ($1.element.line, $1.offset) }
      .map(\.element)
  }

  /// Sets the entries of the catalog with the same keys.
  func with(_ entries: [String: EntryIndex]) -> [PageRemoval] {
    map { removal in
      var removal = removal
      removal.entry = entries[removal.key]
      return removal
    }
  }
}
