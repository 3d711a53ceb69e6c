import ListModel

/// Link texts that name a kind of link and not its target: `docs`, `[pdf]`, `Source code`.
///
/// These are the most frequent link texts after a name in lists.
enum GenericTitle {
  private static let things: Set<String> = [
    "abs", "abstract", "article", "articles", "arxiv", "assignment", "assignments", "audio",
    "bibtex",
    "blog", "blogpost", "code", "colab", "demo", "demos", "description", "details", "doc", "docs",
    "documentation", "doi", "download", "downloads", "epub", "exams", "faq", "handouts", "here",
    "home", "homepage", "homework", "homeworks", "html", "icon", "image", "info", "labs", "lecture",
    "lectures", "link", "links", "logo", "materials", "mirror", "notebook", "notes", "page",
    "paper",
    "papers", "pdf", "post", "poster", "preview", "project", "ps", "reading", "readings", "readme",
    "recording", "repo", "repos", "repository", "review", "screenshot", "screenshots", "site",
    "sites",
    "slide", "slides", "solutions", "source", "sources", "supplement", "supplementary", "syllabus",
    "talk", "textbook", "thread", "transcript", "tutorial", "url", "video", "videos", "watch",
    "web",
    "webpage", "website", "websites", "wiki", "www", "reference", "references",
  ]
  /// Generic words that are specific in combination: `Web Audio`, `Home Page`.
  private static let thingsAlone: Set<String> = [
    "audio", "description", "details", "icon", "image", "info", "logo", "mirror", "reading", "talk",
    "thread", "watch", "web",
  ]
  /// Words that may accompany these.
  private static let qualifiers: Set<String> = [
    "a", "and", "api", "click", "course", "demonstration", "for", "free", "full", "git", "github",
    "live", "main", "more", "my", "of", "official", "on", "online", "original", "our", "product",
    "public", "read", "report", "see", "technical", "text", "the", "this", "to", "try", "view",
  ]
  /// Sites that host parts of many projects; each is also something that lists recommend.
  private static let sites: Set<String> = [
    "amazon", "bitbucket", "bluesky", "codeberg", "conda", "crates", "crates.io", "cran", "discord",
    "docker", "docker hub", "dockerhub", "facebook", "f-droid", "fdroid", "github", "gitlab",
    "gitter",
    "goodreads", "google play", "app store", "play store", "huggingface", "hugging face",
    "instagram",
    "kaggle", "linkedin", "mastodon", "maven", "medium", "npm", "nuget", "packagist", "pip", "pypi",
    "reddit", "rubygems", "slack", "sourceforge", "stackoverflow", "stack overflow", "steam",
    "telegram", "twitter", "vimeo", "wikipedia", "youtube",
  ]
  private static let longest = 28

  /// Returns whether a link's text names nothing specific.
  static func matches(_ title: ByteSlice, url: some Collection<UInt8>) -> Bool {
    guard title.count <= longest, mayMatch(title) else { return false }
    let words = words(of: title)
    guard !words.isEmpty, words.count <= 4 else { return false }
    if sites.contains(words.joined(separator: " ")) { return !isFrontPage(url) }
    if words.count == 1 { return things.contains(words[0]) }
    return words.last.map { things.contains($0) } == true
      && words.allSatisfy { things.contains($0) || qualifiers.contains($0) }
      && !words.contains { thingsAlone.contains($0) }
  }

  /// Returns whether words before a link name nothing specific.
  static func matchesWords(_ text: ByteSlice) -> Bool { matches(text, url: "a://b/c".utf8) }

  /// Sorts out most titles quickly by the hashes of their first and their last word.
  private static func mayMatch(_ title: ByteSlice) -> Bool {
    let text = title.drop(while: isEdge)
    return firstWords[hash(ofWord: firstWord(of: text))]
      && lastWords[hash(ofWord: lastWord(of: text))]
  }

  /// Returns whether a byte may surround the words of a title.
  private static func isEdge(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x20, 0x28, 0x29, 0x3A, 0x3C, 0x3E, 0x5B, 0x5D: true
    default: false
    }
  }

  /// The hashes of all words that a title may begin with.
  private static let firstWords = hashes(
    of: things.union(qualifiers).union(sites), firstWord)

  /// The hashes of all words that a title may end with.
  private static let lastWords = hashes(of: things.union(sites), lastWord)

  private static func firstWord(of text: ByteSlice) -> ByteSlice {
    text.prefix { $0.isLetterOrDigit }
  }

  /// Returns the last letters and digits, whatever follows them.
  private static func lastWord(of text: ByteSlice) -> ByteSlice {
    var end = text.endIndex
    while end > text.startIndex, !text[end - 1].isLetterOrDigit { end -= 1 }
    var start = end
    while start > text.startIndex, text[start - 1].isLetterOrDigit { start -= 1 }
    return text[start..<end]
  }

  private static func hashes(of names: Set<String>, _ word: (ByteSlice) -> ByteSlice) -> [Bool] {
    var found = [Bool](repeating: false, count: 4_096)
    for name in names {
      Array(name.utf8).withUnsafeBufferPointer { found[hash(ofWord: word($0[...]))] = true }
    }
    return found
  }

  /// FNV-1a over letters and digits, in any case.
  private static func hash(ofWord word: ByteSlice) -> Int {
    var hash: UInt32 = 2_166_136_261
    for byte in word { hash = (hash ^ UInt32(byte | 0x20)) &* 16_777_619 }
    return Int((hash ^ hash >> 16) & 4_095)
  }

  private static func words(of title: ByteSlice) -> [String] {
    let text = title.drop(while: isEdge)
    var end = text.endIndex
    while end > text.startIndex, isEdge(text[end - 1]) || text[end - 1] == UInt8(ascii: ".") {
      end -= 1
    }
    return text[..<end].split { $0 == 0x20 || $0 == UInt8(ascii: "&") || $0 == UInt8(ascii: "/") }
      .map { String(decoding: $0.map(asciiLowercased), as: UTF8.self) }
  }

  /// Returns an address without a path: the site itself.
  private static func isFrontPage(_ url: some Collection<UInt8>) -> Bool {
    var slashes = 0
    for (index, byte) in url.enumerated() {
      if byte == UInt8(ascii: "/") {
        slashes += 1
      } else if slashes == 3 {
        return index >= url.count
      }
    }
    return true
  }
}
