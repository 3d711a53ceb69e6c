/// Writes a text of reStructuredText as Markdown: links stay, and of emphasis the words.
struct RSTInlines {
  private(set) var targets: RSTTargets
  private let text: ArraySlice<UInt8>
  private var index: Int
  private var closers = ClosingMarkers()
  /// The end of the last word that was checked and is not a reference.
  private var wordEnd = 0
  /// Substitutions are not nested.
  private let isSubstitution: Bool

  init(_ text: ArraySlice<UInt8>, targets: RSTTargets, isSubstitution: Bool = false) {
    self.text = text
    self.targets = targets
    self.isSubstitution = isSubstitution
    index = text.startIndex
  }

  mutating func write(to writer: inout MarkdownWriter) {
    var plain = index
    while index < text.endIndex {
      let start = index
      guard let markup = markup() else {
        index += 1
        continue
      }
      writer.write(text[plain..<start])
      write(markup, to: &writer)
      index = markup.end
      plain = markup.end
    }
    writer.write(text[plain...])
  }

  /// Adds the targets that links of a text define for others: `` `name <url>`_ ``.
  static func addTargets(of text: ArraySlice<UInt8>, to targets: inout RSTTargets) {
    var inlines = RSTInlines(text, targets: RSTTargets())
    while inlines.index < text.endIndex {
      let markup = inlines.markup()
      if case .reference(let words, isAnonymous: false) = markup?.kind,
        let (name, target) = RSTInlines.embedded(words), !name.isEmpty
      {
        targets.add(name, target)
      }
      inlines.index = markup?.end ?? inlines.index + 1
    }
  }
}

/// Markup in a text, and where it ends.
private struct RSTMarkup {
  enum Kind {
    case words(ArraySlice<UInt8>)
    case strong(ArraySlice<UInt8>)
    /// The text in backquotes, or the name, of a reference.
    case reference(ArraySlice<UInt8>, isAnonymous: Bool)
    case substitution(ArraySlice<UInt8>)
    case nothing
  }

  let kind: Kind
  let end: Int
}

// MARK: - Writing

extension RSTInlines {
  private mutating func write(_ markup: RSTMarkup, to writer: inout MarkdownWriter) {
    switch markup.kind {
    case .nothing: break
    case .words(let words): writer.write(words)
    case .strong(let words):
      writer.writeStrong { writer in writer.write(RSTInlines.unescaped(words)[...]) }
    case .substitution(let name):
      guard !isSubstitution, let text = targets.substitution(name) else { return }
      var inlines = RSTInlines(text.prefix(4_096), targets: targets, isSubstitution: true)
      inlines.write(to: &writer)
    case .reference(let words, let isAnonymous):
      writeReference(words, isAnonymous: isAnonymous, to: &writer)
    }
  }

  private mutating func writeReference(
    _ words: ArraySlice<UInt8>, isAnonymous: Bool, to writer: inout MarkdownWriter
  ) {
    var (shown, url): (ArraySlice<UInt8>, [UInt8]?)
    if let (name, target) = RSTInlines.embedded(words) {
      switch target {
      case .url(let address): url = address
      case .alias(let other): url = targets.url(of: other[...])
      case .place: url = nil
      }
      shown = name
    } else {
      url = isAnonymous ? targets.nextAnonymousURL() : targets.url(of: words)
      shown = words
    }
    let plain = RSTInlines.unescaped(shown)
    writer.writeLink(to: (url ?? [])[...]) { writer in writer.write(plain[...]) }
  }

  /// Returns the words and the target of `words <target>`; nil if no target is embedded.
  private static func embedded(
    _ words: ArraySlice<UInt8>
  ) -> (name: ArraySlice<UInt8>, target: RSTTargets.Target)? {
    guard words.last == UInt8(ascii: ">"),
      let start = words.lastIndex(of: UInt8(ascii: "<")),
      start == words.startIndex || words[start - 1] <= 0x20
    else { return nil }
    let target = words[(start + 1)...].dropLast()
    return target.isEmpty ? nil : (words[..<start].trimmingBlanks, .init(target))
  }

  /// Removes backslashes, together with white space after them.
  private static func unescaped(_ text: ArraySlice<UInt8>) -> [UInt8] {
    var found: [UInt8] = []
    var isEscaped = false
    for byte in text {
      if byte == UInt8(ascii: "\\"), !isEscaped {
        isEscaped = true
      } else {
        if !isEscaped || byte > 0x20 { found.append(byte) }
        isEscaped = false
      }
    }
    return found
  }
}

// MARK: - Finding

extension RSTInlines {
  private mutating func markup() -> RSTMarkup? {
    switch text[index] {
    case UInt8(ascii: "\\"):
      let next = text[index...].dropFirst().prefix(1)
      return RSTMarkup(
        kind: next.first.map { $0 > 0x20 } ?? false ? .words(next) : .nothing, end: next.endIndex)
    case UInt8(ascii: "`"): return backquotes()
    case UInt8(ascii: "*"): return emphasis()
    case UInt8(ascii: "|"): return substitution()
    case UInt8(ascii: ":"): return role()
    case UInt8(ascii: "["): return footnote()
    case UInt8(ascii: "_"):
      guard mayOpen(), text[(index + 1)...].first == UInt8(ascii: "`") else { return nil }
      return closed(from: index + 2, kind: UInt8(ascii: "`"), width: 1).map {
        RSTMarkup(kind: .words($0), end: $0.endIndex + 1)
      }
    default: return isWord(text[index]) ? reference() : nil
    }
  }

  /// Markup begins after white space, an opening bracket or quote, or at the start.
  private func mayOpen() -> Bool {
    guard index > text.startIndex else { return true }
    let before = text[index - 1]
    return before <= 0x20 || before >= 0x80 || Array("'\"([{<-/:".utf8).contains(before)
  }

  private func mayEnd(at place: Int) -> Bool {
    guard place < text.endIndex else { return true }
    return text[place] <= 0x20 || text[place] >= 0x80
      || Array("'\")]}>-/\\:.,;!?".utf8).contains(text[place])
  }

  /// Returns the text up to the closing marker, which follows text and is not escaped.
  private mutating func closed(
    from start: Int, kind: UInt8, width: Int
  ) -> ArraySlice<UInt8>? {
    guard start < text.endIndex, text[start] > 0x20 else { return nil }
    let text = text
    let end = closers.next(kind &+ (width > 1 ? 128 : 0), from: start + 1, to: text.endIndex) {
      guard text[$0] == kind, text[$0 - 1] > 0x20 else { return false }
      if width > 1 { return $0 + 1 < text.endIndex && text[$0 + 1] == kind }
      return text[$0 - 1] != UInt8(ascii: "\\")
    }
    return end.map { text[start..<$0] }
  }

  private mutating func backquotes() -> RSTMarkup? {
    guard mayOpen() else { return nil }
    if text[(index + 1)...].first == UInt8(ascii: "`") {
      return closed(from: index + 2, kind: UInt8(ascii: "`"), width: 2).map {
        RSTMarkup(kind: .words($0), end: $0.endIndex + 2)
      }
    }
    guard let words = closed(from: index + 1, kind: UInt8(ascii: "`"), width: 1) else { return nil }
    let after = words.endIndex + 1
    let underscores = text[after...].prefix(2).prefix { $0 == UInt8(ascii: "_") }.count
    guard underscores > 0 else { return RSTMarkup(kind: .words(words), end: after) }
    return RSTMarkup(
      kind: .reference(words, isAnonymous: underscores == 2), end: after + underscores)
  }

  private mutating func emphasis() -> RSTMarkup? {
    guard mayOpen() else { return nil }
    if text[(index + 1)...].first == UInt8(ascii: "*") {
      return closed(from: index + 2, kind: UInt8(ascii: "*"), width: 2).map {
        RSTMarkup(kind: .strong($0), end: $0.endIndex + 2)
      }
    }
    return closed(from: index + 1, kind: UInt8(ascii: "*"), width: 1).map {
      RSTMarkup(kind: .words($0), end: $0.endIndex + 1)
    }
  }

  private mutating func substitution() -> RSTMarkup? {
    guard mayOpen(), let name = closed(from: index + 1, kind: UInt8(ascii: "|"), width: 1),
      name.count < 256
    else { return nil }
    let after = name.endIndex + 1
    let underscores = text[after...].prefix(2).prefix { $0 == UInt8(ascii: "_") }.count
    return RSTMarkup(kind: .substitution(name), end: after + underscores)
  }

  /// `` :name:`words` ``.
  private mutating func role() -> RSTMarkup? {
    let name = text[index...].dropFirst().prefix(32).prefix {
      isWord($0) || Array("-_.+:".utf8).contains($0)
    }
    guard name.last == UInt8(ascii: ":"), name.count > 1, mayOpen(),
      name.endIndex < text.endIndex, text[name.endIndex] == UInt8(ascii: "`"),
      let words = closed(from: name.endIndex + 1, kind: UInt8(ascii: "`"), width: 1)
    else { return nil }
    let shown = RSTInlines.embedded(words)?.name ?? words
    return RSTMarkup(kind: .words(shown.isEmpty ? words : shown), end: words.endIndex + 1)
  }

  /// `[1]_`, `[#]_` and `[*]_`, which have no meaning here.
  private func footnote() -> RSTMarkup? {
    let label = text[index...].dropFirst().prefix(64).prefix {
      $0 > 0x20 && $0 != UInt8(ascii: "]") && $0 != UInt8(ascii: "[")
    }
    guard let first = label.first, label.endIndex + 1 < text.endIndex,
      text[label.endIndex] == UInt8(ascii: "]"), text[label.endIndex + 1] == UInt8(ascii: "_")
    else { return nil }
    let end = label.endIndex + 2
    let isNumber = first == UInt8(ascii: "#") || first == UInt8(ascii: "*") || first < 0x3A
    return RSTMarkup(kind: isNumber ? .nothing : .words(label), end: end)
  }

  /// `name_` and `name__`; and addresses, in which no name is a reference.
  private mutating func reference() -> RSTMarkup? {
    guard index >= wordEnd, mayOpen(), index == text.startIndex || !isWord(text[index - 1]) else {
      return nil
    }
    let rest = text[index...]
    if startsWith(rest, "http://") || startsWith(rest, "https://") {
      let address = rest.prefix { $0 > 0x20 && $0 != UInt8(ascii: "<") && $0 != UInt8(ascii: ">") }
      return RSTMarkup(kind: .words(address), end: address.endIndex)
    }
    var end = index
    while end < text.endIndex {
      if isWord(text[end]) {
        end += 1
      } else if Array("-_.:+".utf8).contains(text[end]), end + 1 < text.endIndex,
        isWord(text[end + 1])
      {
        end += 2
      } else {
        break
      }
    }
    wordEnd = end
    let name = text[index..<end]
    let underscores = text[end...].prefix(2).prefix { $0 == UInt8(ascii: "_") }.count
    guard underscores > 0, mayEnd(at: end + underscores) else { return nil }
    guard underscores == 2 || targets.url(of: name) != nil else { return nil }
    return RSTMarkup(
      kind: .reference(name, isAnonymous: underscores == 2), end: end + underscores)
  }
}
