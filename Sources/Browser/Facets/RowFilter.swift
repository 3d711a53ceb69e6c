import ListSearch

/// The rows of a facet pane that match the text typed after `f`, even under closed headings.
package struct RowFilter: Sendable {
  package let pane: Pane
  /// The typed words: rows have all of them, in any order, ignoring case and accents.
  package private(set) var text = ""
  package internal(set) var rows = FacetRows()
  /// The row that Enter goes to.
  package internal(set) var cursor = 0
  /// The first row on the screen.
  package internal(set) var top = 0
  private var words: [[UInt8]] = []
  private var labels = FoldedLabels()

  init(_ pane: Pane, of tree: FacetTree?) {
    self.pane = pane
    labels = FoldedLabels(tree)
  }

  /// Sets another text; the rows must then be rebuilt.
  mutating func take(_ text: String) {
    self.text = text
    words = text.split(separator: " ").map { foldedBytes($0) }.filter { !$0.isEmpty }
  }

  var isNarrowing: Bool { !words.isEmpty }

  /// Returns which values of a tree have a matching label; nil if nothing is typed.
  mutating func matches(of tree: FacetTree) -> [Bool]? {
    guard isNarrowing else { return nil }
    if !labels.areLabels(of: tree) { labels = FoldedLabels(tree) }
    return labels.matches(words)
  }

  /// Returns whether the label of a row matches.
  func matches(_ row: FacetRow) -> Bool {
    let label = foldedBytes(row.label)
    return words.allSatisfy { FoldedLabels.contains(label[...], $0) }
  }

  /// Returns the matching rows and their ancestors, of rows that are all open.
  func narrowed(_ rows: [FacetRow]) -> [FacetRow] {
    guard isNarrowing else { return rows }
    var kept: [FacetRow] = []
    var deepest = -1
    for row in rows.reversed() where row.depth < deepest || matches(row) {
      kept.append(row)
      deepest = row.depth
    }
    return kept.reversed()
  }

  /// The keys of the ancestors of the cursor's row, outermost first.
  var ancestors: [FacetKey] {
    guard rows.indices.contains(cursor) else { return [] }
    var depth = rows[cursor].depth
    var keys: [FacetKey] = []
    for row in rows[..<cursor].reversed() where row.depth < depth {
      keys.append(row.key)
      depth = row.depth
      if depth == 0 { break }
    }
    return keys.reversed()
  }
}

/// The labels of a tree's values, folded once, so a typed letter costs one pass over bytes.
struct FoldedLabels {
  private let tree: FacetTree?
  private var bytes: [UInt8] = []
  private var ends: [Int] = []

  init(_ tree: FacetTree? = nil) {
    self.tree = tree
    guard let tree else { return }
    for number in tree.ends.indices {
      tree.appendFoldedLabel(of: number, to: &bytes)
      ends.append(bytes.count)
    }
  }

  func areLabels(of other: FacetTree) -> Bool { tree === other }

  /// Returns whether each label contains all the words.
  func matches(_ words: [[UInt8]]) -> [Bool] {
    var start = 0
    return ends.map { end in
      defer { start = end }
      return words.allSatisfy { Self.contains(bytes[start..<end], $0) }
    }
  }

  /// Returns whether a label contains a word; takes at most the product of their lengths, which are
  /// short.
  static func contains(_ label: ArraySlice<UInt8>, _ word: [UInt8]) -> Bool {
    guard let first = word.first, label.count >= word.count else { return word.isEmpty }
    return label.withUnsafeBufferPointer { label in
      word.withUnsafeBufferPointer { word in
        for start in 0...label.count - word.count where label[start] == first {
          var length = 1
          while length < word.count, label[start + length] == word[length] { length += 1 }
          if length == word.count { return true }
        }
        return false
      }
    }
  }
}
