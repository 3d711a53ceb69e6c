import ListModel

extension Digest {
  /// Returns the digest as Markdown: a heading and an item list for each list.
  public func markdown() -> [UInt8] {
    var text = ByteText()
    text.add("# \(summary)\n")
    for part in parts {
      let list = catalog.list(part.list)
      text.add("\n## ")
      if let source = list.source.flatMap({ PublishedLink($0, of: list) }) {
        text.addLink(list.title, to: source.uri)
      } else {
        text.add(markdown: list.title)
      }
      text.add("\n\n")
      for line in part.lines { text.add(markdown: line, of: list, in: self) }
    }
    return text.bytes
  }
}

extension ByteText {
  fileprivate mutating func add(
    markdown line: Digest.Line, of list: AwesomeList, in digest: Digest
  ) {
    switch line {
    case .bulk(let kind, let day, let count):
      add("- \(day) \(kind.rawValue): \(count) entries in bulk\n")
    case .single(let news):
      let entry = digest.catalog.entry(news.entry, withHistory: false)
      add("- \(news.day) \(news.kind.rawValue): ")
      if let link = digest.link(of: entry, in: list) {
        addLink(entry.title, to: link)
      } else {
        add(markdown: entry.title)
      }
      if !entry.description.isEmpty {
        add(" - ")
        add(markdown: digest.line(entry.description))
      }
      add("\n")
    }
  }
}
