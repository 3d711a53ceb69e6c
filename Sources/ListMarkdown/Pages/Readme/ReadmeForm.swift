/// How the entries of a README are written.
public enum ReadmeForm: Equatable, Sendable {
  /// As links: items, rows, lines and headings that begin with one.
  case links
  /// As tips: each heading of a level is an entry with the text below it.
  case tips(level: Int)

  /// The level of the headings that are entries without a link.
  public var tipLevel: Int? {
    if case .tips(let level) = self { level } else { nil }
  }
}
