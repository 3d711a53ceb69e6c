import ListMarkdown
package import ListModel
import PageLayout

/// An entry that a page no longer has, and where it is shown in it.
package struct PageRemoval: Equatable, Sendable {
  /// It is shown after the block that this line of the page is in; 0 for the top.
  package let line: Int32
  /// Its title and description.
  package let text: String
  /// Its identity: see `RemovalPositions.key(of:)`.
  package let key: String
  /// The entry of the catalog that it is; nil if the catalog has none.
  package var entry: EntryIndex?

  var insertion: PageInsertion { PageInsertion(line: line, text: text) }
}

/// Finds where entries of an earlier version would be in a page.
///
/// An entry goes after the nearest one that was above it under the same heading and is still
/// there; without one below its heading, and without that after the nearest entry above.
package struct RemovalPositions: Sendable {
  private var lines: [String: Int32] = [:]
  private var headings: [String: Int32] = [:]

  /// The places of a page with these entries, the lines that they start on, and these headings.
  package init(entries: [Entry], lines: [Int], headings: [PageHeadingRow]) {
    for (entry, line) in zip(entries, lines) {
      self.lines[Self.key(of: entry)] = Int32(clamping: line)
    }
    for row in headings where self.headings[Self.key(ofHeading: row.text)] == nil {
      self.headings[Self.key(ofHeading: row.text)] = row.line
    }
  }

  /// Whether an entry is in the page.
  package func has(_ entry: Entry) -> Bool { lines[Self.key(of: entry)] != nil }

  /// The removals of entries that was in an earlier version, by their numbers in it.
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

  /// Identifies an entry across two versions: the link, or the title if there is none.
  package static func key(of entry: Entry) -> String { entry.url ?? "\u{0}\(entry.title)" }

  /// A heading's text reads otherwise in a page than in a category where it has marks or emoji.
  private static func key(ofHeading text: String) -> String {
    String(String.UnicodeScalarView(HeadingSlug.letters(of: text)))
  }
}

extension [PageRemoval] {
  /// In the order of the page; those of one place stay as they are.
  package func inOrder() -> [PageRemoval] {
    enumerated().sorted { ($0.element.line, $0.offset) < ($1.element.line, $1.offset) }
      .map(\.element)
  }

  /// With the entries of the catalog that have the same keys.
  package func with(_ entries: [String: EntryIndex]) -> [PageRemoval] {
    map { removal in
      var removal = removal
      removal.entry = entries[removal.key]
      return removal
    }
  }
}
