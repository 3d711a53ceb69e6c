import ListSearch

/// The rows of a facet pane that match what is typed after `f`, whether what they are under is open
/// or not.
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

  /// Takes another text; the rows have to be made again.
  mutating func take(_ text: String) {
    self.text = text
    words = text.split(separator: " ").map { foldedBytes($0) }.filter { !$0.isEmpty }
  }

  var isNarrowing: Bool { !words.isEmpty }

  /// The values of a tree whose labels match; nil if nothing is typed.
  mutating func matches(of tree: FacetTree) -> [Bool]? {
    guard isNarrowing else { return nil }
    if !labels.areLabels(of: tree) { labels = FoldedLabels(tree) }
    return labels.matches(words)
  }

  /// Whether the label of a row matches.
  func matches(_ row: FacetRow) -> Bool {
    let label = foldedBytes(row.label)
    return words.allSatisfy { FoldedLabels.contains(label[...], $0) }
  }

  /// Of rows that are all open, those that match with what they are under.
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

  /// The keys of the rows that the row of the cursor is under, the outermost first.
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

/// The labels of a tree's values, folded once, so that each letter typed costs a pass over bytes.
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

  /// Whether each label has all the words.
  func matches(_ words: [[UInt8]]) -> [Bool] {
    var start = 0
    return ends.map { end in
      defer { start = end }
      return words.allSatisfy { Self.contains(bytes[start..<end], $0) }
    }
  }

  /// Whether a word is in a label; takes the product of their lengths at most, which are short.
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
