public import ListModel

/// The entries of a part of a README.
public struct ReadmeFragment: Sendable {
  /// The entries from the top to the end.
  public let entries: [Entry]
  /// The place after the fragment.
  public let placeAfter: ReadmePlace

  /// Parses a run of whole blocks: repaired UTF-8 with `\n` line ends.
  ///
  /// - Parameter definitions: the link definitions of the whole README.
  public init(_ bytes: [UInt8], at place: ReadmePlace, definitions: LinkDefinitions) {
    var readme = ReadmeAssembler(at: place)
    var reader = MarkdownReader(bytes, definitions: definitions)
    _ = reader.read { readme.add($0) }
    readme.finish()
    entries = readme.found.entries
    placeAfter = readme.place
  }
}
