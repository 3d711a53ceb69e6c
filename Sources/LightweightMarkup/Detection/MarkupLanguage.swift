/// A lightweight markup language that lists and READMEs are written in.
public enum MarkupLanguage: Equatable, Sendable, CaseIterable {
  case markdown, org, reStructuredText, asciidoc
  case textile, mediaWiki, creole, rdoc, pod, html

  /// The name as its users write it.
  public var name: String {
    switch self {
    case .markdown: "Markdown"
    case .org: "Org"
    case .reStructuredText: "reStructuredText"
    case .asciidoc: "AsciiDoc"
    case .textile: "Textile"
    case .mediaWiki: "MediaWiki markup"
    case .creole: "Creole"
    case .rdoc: "RDoc"
    case .pod: "Pod"
    case .html: "HTML"
    }
  }

  /// Whether lists in this language can be read.
  public var isRead: Bool {
    switch self {
    case .markdown, .org, .reStructuredText, .asciidoc: true
    case .textile, .mediaWiki, .creole, .rdoc, .pod, .html: false
    }
  }

  /// The suffixes of file names, in lower case; as GitHub renders them.
  var suffixes: [StaticString] {
    switch self {
    case .markdown: ["md", "markdown", "mdown", "mkdn", "mkd", "mdwn"]
    case .org: ["org"]
    case .reStructuredText: ["rst", "rest"]
    case .asciidoc: ["adoc", "asciidoc", "asc"]
    case .textile: ["textile"]
    case .mediaWiki: ["mediawiki", "wiki"]
    case .creole: ["creole"]
    case .rdoc: ["rdoc"]
    case .pod: ["pod"]
    case .html: ["html", "htm", "xhtml"]
    }
  }
}

extension MarkupLanguage {
  /// Creates the language that the suffix of a path names, in any case; nil if it names none.
  public init?(suffixOf path: String) {
    guard let suffix = MarkupLanguage.suffix(of: path) else { return nil }
    let language = MarkupLanguage.allCases.first { language in
      language.suffixes.contains { matches(suffix, $0) }
    }
    guard let language else { return nil }
    self = language
  }

  /// Returns the language of a text from a path.
  ///
  /// The suffix decides, except that a file of another language that contains only Markdown is
  /// Markdown. Without a known suffix, as for `README`, `README.txt` and standard input, the text
  /// decides. Examines the first 256 KiB.
  public static func of(_ text: [UInt8], path: String?) -> MarkupLanguage {
    let named = path.flatMap { MarkupLanguage(suffixOf: $0) }
    if named == .markdown { return .markdown }
    var evidence = MarkupEvidence()
    evidence.gather(text)
    guard let named else { return evidence.likeliest }
    return evidence.isMarkdownOnly ? .markdown : named
  }

  /// Returns the text after the last dot of a path's last component; nil if there is no dot.
  private static func suffix(of path: String) -> Substring.UTF8View? {
    let name = path.utf8[(path.utf8.lastIndex(of: UInt8(ascii: "/")) ?? path.startIndex)...]
    guard let dot = name.lastIndex(of: UInt8(ascii: ".")) else { return nil }
    return name[name.index(after: dot)...]
  }
}

/// Returns whether bytes are a lower-case word, ignoring their own case.
func matches(_ bytes: some Sequence<UInt8>, _ word: StaticString) -> Bool {
  word.withUTF8Buffer { bytes.lazy.map(asciiLowercased).elementsEqual($0) }
}

func asciiLowercased(_ byte: UInt8) -> UInt8 {
  byte >= 0x41 && byte <= 0x5A ? byte | 0x20 : byte
}
