/// A list's prose about a category: `Related: …`, a paragraph below its heading.
public struct CategoryText: Equatable, Sendable {
  /// The category that it is in.
  public var category: CategoryPath
  /// Plain text, a line for each paragraph; the address of a link is after it in angle
  /// brackets.
  public var text: String

  /// Takes both as they are.
  public init(category: CategoryPath, text: String) {
    self.category = category
    self.text = text
  }
}
