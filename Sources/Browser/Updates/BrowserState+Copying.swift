import ListModel

extension BrowserState {
  /// Copies the URL, the title or a Markdown link of the selected entry, or of all marked entries,
  /// one per line.
  mutating func copy(_ command: Command) -> [BrowserEffect] {
    count = nil
    let isOfMarked = !place.selection.isEmpty
    let entries = entriesToActOn()
    let texts = entries.compactMap { text(of: $0, for: command) }
    guard !texts.isEmpty else {
      if !entries.isEmpty {
        let which =
          isOfMarked
          ? "none of the \(entries.count) marked entries has a link" : "this entry has no link"
        message = Message(.error, "\(which) to copy")
      }
      return []
    }
    guard isOfMarked else { return [.copy(texts[0], name: command.nameOfCopy(1))] }
    return [.copy(texts.joined(separator: "\n"), name: command.nameOfCopy(texts.count))]
  }

  /// Returns the text of an entry to copy; nil if it has no link and one is required.
  private func text(of index: EntryIndex, for command: Command) -> String? {
    let entry = place.catalog.entry(index)
    if command == .copyTitle { return entry.title }
    return entry.url.map { written in
      let url = target(of: written, in: index)?.text ?? written
      return command == .copyURL ? url : markdownLink(title: entry.title, url: url)
    }
  }
}

extension Command {
  /// Returns the name of this many copied texts for messages.
  fileprivate func nameOfCopy(_ count: Int) -> String {
    let noun =
      switch self {
      case .copyTitle: "title"
      case .copyURL: "URL"
      default: "Markdown link"
      }
    return count == 1 ? "the \(noun)" : "\(count) \(noun)s"
  }
}

/// Returns a link in Markdown, with characters escaped that would end its text or target.
func markdownLink(title: String, url: String) -> String {
  var text = ""
  for scalar in title.unicodeScalars {
    if scalar == "[" || scalar == "]" || scalar == "\\" { text.unicodeScalars.append("\\") }
    text.unicodeScalars.append(scalar)
  }
  var target = ""
  for scalar in url.unicodeScalars {
    switch scalar {
    case "(": target += "%28"
    case ")": target += "%29"
    case " ": target += "%20"
    default: target.unicodeScalars.append(scalar)
    }
  }
  return "[\(text)](\(target))"
}
