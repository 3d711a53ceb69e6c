/// File names of READMEs.
public enum ReadmeName {
  /// In order of preference; a README without a suffix comes last.
  private static let languages: [MarkupLanguage] = [
    .markdown, .org, .reStructuredText, .asciidoc, .textile, .rdoc, .creole, .mediaWiki, .pod,
  ]

  /// Returns the rank of a README's name among the files of its folder, lower first; nil for other
  /// names.
  ///
  /// Case is ignored, as on GitHub. `README.md` comes before other Markdown suffixes, these before
  /// those of other languages, and `README.txt` and `README` come last.
  public static func rank(of name: some Sequence<UInt8>) -> Int? {
    let name = name.map(asciiLowercased)
    guard name.starts(with: "readme".utf8) else { return nil }
    let ending = name.dropFirst("readme".utf8.count)
    let suffixes = languages.flatMap(\.suffixes) + ["txt"]
    if ending.isEmpty { return suffixes.count }
    guard ending.first == UInt8(ascii: ".") else { return nil }
    return suffixes.firstIndex { matches(ending.dropFirst(), $0) }
  }

  /// Returns whether a file's name says that it is a README with markup: not for `README` and
  /// `README.txt`, which may be anything.
  public static func hasMarkup(_ name: some Sequence<UInt8>) -> Bool {
    rank(of: name).map { $0 < languages.flatMap(\.suffixes).count } ?? false
  }
}
