public import ListModel

/// The current headings at a position of a page, outermost first.
public struct HeadingPath: Equatable, Sendable {
  /// One current heading: its level, and the parts it adds to the category.
  struct Step: Equatable, Sendable {
    let level: Int
    let parts: [String]
    /// Whether the heading is an entry, too.
    var isEntry = false
  }

  private var steps: [Step] = []
  /// A heading that was an entry; deeper headings after it are below it.
  private var entry: Step?

  /// Creates no heading at all.
  public init() {}

  /// The category of an entry at this place.
  public private(set) var category = CategoryPath([])

  /// Returns the same titles, byte for byte, on the same levels.
  public static func == (left: HeadingPath, right: HeadingPath) -> Bool {
    left.category == right.category && left.steps.map(\.level) == right.steps.map(\.level)
      && left.steps.map(\.isEntry) == right.steps.map(\.isEntry)
      && left.entry?.level == right.entry?.level
      && CategoryPath(left.entry?.parts ?? []) == CategoryPath(right.entry?.parts ?? [])
  }

  /// Enters a heading, leaving those of its level and deeper ones.
  mutating func enter(level: Int, parts: [String], isEntry: Bool = false) {
    while let last = steps.last, last.level >= level { steps.removeLast() }
    steps.append(Step(level: level, parts: parts, isEntry: isEntry))
    // A single part is stored in the caller's array, so that equal paths share it.
    category = CategoryPath(steps.count == 1 ? parts : steps.flatMap(\.parts))
  }

  /// Returns whether no heading that is a part of the category is above a level.
  func isOutermost(level: Int) -> Bool {
    !steps.contains { $0.level < level && !$0.parts.isEmpty }
  }

  /// Passes a heading that is an entry.
  mutating func pass(level: Int, parts: [String]) {
    entry = Step(level: level, parts: parts)
  }

  /// Leaves headings deeper than one that is an entry, and entries of its level.
  mutating func leave(forEntryOfLevel level: Int) {
    let count = steps.count
    while let last = steps.last, last.level > level || last.level == level && last.isEntry {
      steps.removeLast()
    }
    if steps.count < count { category = CategoryPath(steps.flatMap(\.parts)) }
  }

  /// Reaches a heading that may or may not be a category.
  mutating func come(toLevel level: Int) {
    if let entry, level > entry.level {
      enter(level: entry.level, parts: entry.parts, isEntry: true)
    }
    entry = nil
  }
}
