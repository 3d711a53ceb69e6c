/// Files of a publication that are made together, of the same lists and entries.
public struct PublicationPart: Sendable {
  /// What the files are about.
  enum Content: Sendable {
    /// The pages and feeds of a list, by its place among the published ones.
    case list(Int)
    /// The page of a day or week, by its place among those that have additions.
    case day(Int)
    case week(Int)
    /// What names all lists.
    case outline
    case home
  }

  let content: Content
  /// The paths of the files, in the order in which they are made.
  public let paths: [String]

  /// When to make the part.
  ///
  /// Parts of one stage may be made at the same time, after those of the stages before. Days and weeks are made fastest when the items of the lists are there; the home pages
  /// come last, so that they link to nothing that is missing.
  public var stage: Int {
    switch content {
    case .list: 0
    case .day, .week, .outline: 1
    case .home: 2
    }
  }
}
