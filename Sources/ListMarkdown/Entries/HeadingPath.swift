public import ListModel

/// The headings that are in force at a place of a page, outermost first.
public struct HeadingPath: Equatable, Sendable {
  /// One heading in force: how deep it is, and the parts it adds to the category.
  struct Step: Equatable, Sendable {
    let level: Int
    let parts: [String]
  }

  private var steps: [Step] = []

  /// No heading at all.
  public init() {}

  /// The category of an entry that stands here.
  public private(set) var category = CategoryPath([])

  /// The same titles, byte for byte, on the same levels.
  public static func == (left: HeadingPath, right: HeadingPath) -> Bool {
    // Titles by bytes: see `CategoryPath`.
    left.category == right.category && left.steps.map(\.level) == right.steps.map(\.level)
  }

  /// Goes below a heading; those of its level and deeper ones are left.
  mutating func enter(level: Int, parts: [String]) {
    while let last = steps.last, last.level >= level { steps.removeLast() }
    steps.append(Step(level: level, parts: parts))
    category = CategoryPath(steps.flatMap(\.parts))
  }
}
