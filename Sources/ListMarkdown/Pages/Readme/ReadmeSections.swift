public import ListModel

/// A README cut at its headings, to be read section by section.
///
/// Reading all sections in their order, each at the place after the one before, gives the
/// entries that `PageReader` gives for the whole. Costs one pass over the bytes.
public struct ReadmeSections: Sendable {
  /// A heading with what follows it up to the next heading; the first section has none.
  public struct Section: Equatable, Sendable {
    /// Where the section lies in `bytes`.
    public let range: Range<Int>
    /// The line that it starts on, counted from 1.
    public let firstLine: Int
  }

  /// The text that the sections are ranges of: UTF-8 with `\n` line ends, repaired.
  public let bytes: [UInt8]
  /// The sections in their order; together they are the whole text.
  public let sections: [Section]
  /// What was repaired.
  public let issues: [ParseIssue]
  /// Where the links by reference of all sections lead.
  public let definitions: LinkDefinitions

  /// Cuts a README; throws what `PageReader` throws for a file that is not text.
  public init(_ bytes: [UInt8]) throws(PageError) {
    guard bytes.count <= PageLimits.pageBytes else { throw .tooLarge(bytes.count) }
    let text = try TextRepair(bytes)
    let scanned = BlockScanner.scan(text.bytes)
    self.bytes = text.bytes
    issues = text.issues.sorted
    definitions = scanned.definitions
    var sections: [Section] = []
    var start = (offset: 0, line: 1)
    for heading in scanned.headings where heading.offset > 0 {
      sections.append(Section(range: start.offset..<heading.offset, firstLine: start.line))
      start = heading
    }
    sections.append(Section(range: start.offset..<text.bytes.count, firstLine: start.line))
    self.sections = sections
  }

  /// Reads a section that is at a place.
  public func read(_ section: Section, at place: ReadmePlace) -> ReadmeFragment {
    ReadmeFragment(Array(bytes[section.range]), at: place, definitions: definitions)
  }
}

/// The entries of a part of a README.
public struct ReadmeFragment: Equatable, Sendable {
  /// The entries from the top to the end.
  public let entries: [Entry]
  /// The line of each entry, counted from 1 at the fragment's first line.
  public let lines: [Int]
  /// What was odd, with lines counted likewise.
  public let issues: [ParseIssue]
  /// The place after the fragment.
  public let placeAfter: ReadmePlace

  /// Reads a run of whole blocks: UTF-8 with `\n` line ends, as `ReadmeSections` has it.
  public init(_ bytes: [UInt8], at place: ReadmePlace, definitions: LinkDefinitions) {
    var readme = ReadmeAssembler(at: place)
    var reader = MarkdownReader(bytes, definitions: definitions)
    var issues = reader.read { readme.add($0) }
    readme.finish()
    issues.add(readme.found.issues)
    entries = readme.found.entries
    lines = readme.found.lines
    self.issues = issues.sorted
    placeAfter = readme.place
  }
}
