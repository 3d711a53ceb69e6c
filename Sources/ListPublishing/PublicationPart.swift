/// Files of a publication that are generated together, from the same lists and entries.
public struct PublicationPart: Sendable {
  /// The subject of the files.
  enum Content: Sendable {
    /// The pages and feeds of a list, by its place among the published ones.
    case list(Int)
    /// The page of a day or week, by its place among those that have additions.
    case day(Int)
    case week(Int)
    /// The files that list all lists.
    case outline
    case home
  }

  let content: Content
  /// The paths of the files, in the order of generation.
  public let paths: [String]

  /// When to generate the part.
  ///
  /// Parts of one stage may be generated concurrently, after those of earlier stages. Days and
  /// weeks are generated fastest once the items of the lists exist; the home pages come last, so
  /// that they never link to missing pages.
  public var stage: Int {
    switch content {
    case .list: 0
    case .day, .week, .outline: 1
    case .home: 2
    }
  }
}
