import ListModel

/// The part above the first day of a track page, or above the list on an overview.
struct PageHeader {
  private(set) var description: [String] = []
  /// `owner/name`, with the path below `content/` where the list is deeper in a repository.
  private(set) var id: String?
  private(set) var source: String?
  private(set) var stars: Stars?
  private(set) var subject: String?
  /// Whether the line of links to the home page, the feeds and the repository was found.
  private(set) var hasNavigation = false
  /// Whether the line that switches between daily, weekly and overview was found.
  private(set) var hasSwitch = false

  mutating func add(paragraph text: InlineText) {
    if PageHeader.isNavigation(text) {
      hasNavigation = true
      readNavigation(text)
    } else if PageHeader.isSwitch(text) {
      hasSwitch = true
      readSwitch(text)
    } else if !hasNavigation, !text.text.isEmpty {
      description.append(String(decoding: text.text, as: UTF8.self))
    }
  }
}

extension PageHeader {
  private static func isNavigation(_ text: InlineText) -> Bool {
    let isOfSite = text.links.contains {
      let url = text.url(of: $0)
      return url.elementsEqual("/README.md".utf8) || url.elementsEqual("/week/README.md".utf8)
    }
    if isOfSite { return text.links.count > 2 }
    // The pages that awl publishes link to one another by relative paths.
    guard let home = text.links.first, text.url(of: home).starts(with: "../".utf8) else {
      return false
    }
    return text.text[home.range].elementsEqual("🏠 Home".utf8)
  }

  /// `[ Daily / [Weekly](…) / [Overview](…) ]`.
  private static func isSwitch(_ text: InlineText) -> Bool {
    text.text.first == UInt8(ascii: "[") && text.text.last == UInt8(ascii: "]")
      && text.links.count == 2
      && text.links.allSatisfy {
        let url = text.url(of: $0)
        return url.starts(with: "/content/".utf8)
          || url.last == UInt8(ascii: "d") && !url.contains(UInt8(ascii: ":"))
      }
  }

  private mutating func readNavigation(_ text: InlineText) {
    let cat = Array("😺 ".utf8)
    for link in text.links where text.text[link.range].starts(with: cat) {
      let name = text.text[link.range].dropFirst(cat.count)
      guard name.contains(UInt8(ascii: "/")) else { continue }
      // A page of a list without a source links to itself here.
      if text.url(of: link).contains(UInt8(ascii: ":")) { source = text.url(of: link).string }
      if id == nil { id = String(decoding: name, as: UTF8.self) }
    }
    stars = text.stars
    guard let last = text.links.last else { return }
    let facts = text.text[last.range.upperBound...]
    for fact in facts.split(separator: 0xC2).map({ $0.drop { $0 == 0xB7 || $0 == 0x20 } }) {
      let words = fact.trimmingTrailingSpaces.split(separator: 0x20, maxSplits: 1)
      guard words.count == 2 else { continue }
      if words[0].starts(with: "🏷".utf8) {
        subject = String(decoding: words[1], as: UTF8.self)
      }
    }
  }

  /// Reads the list switch; a list deeper in a repository is distinguished from others of it only by its own path.
  private mutating func readSwitch(_ text: InlineText) {
    for link in text.links {
      if let name = ListPath.listID(inPath: text.url(of: link).string) { id = name }
    }
  }
}
