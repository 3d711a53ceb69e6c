import ListModel
import ListSearch
import PageLayout
import TerminalEvents

extension BrowserState {
  /// Handles Enter in a page: a heading of the contents, `<details>`, a link inside awl, the entry,
  /// else the link.
  mutating func goInPage(at time: EventTime) -> [BrowserEffect] {
    guard var page else { return [] }
    if page.focus == .contents {
      guard page.contents.headings.indices.contains(page.row) else { return [] }
      page.go(toSource: page.contents.headings[page.row].line, rows: pageFrame.rows)
      page.focus = .page
      self.page = page
      return []
    }
    if page.page.laid(page.cursor.piece)?.lines[page.cursor.line].kind == .summary, page.link == nil
    {
      toggleDetails()
      return []
    }
    let link = page.linkUnderCursor()
    let target = link.map { page.page.target(of: $0) }
    self.page = page
    if let target, let effects = goInside(target) { return effects }
    if page.link == nil, let entry = page.entry {
      let effects = markOpened(at: time)
      showDetail(of: entry)
      return effects
    }
    guard let target else { return [] }
    if page.link != nil, let list = Self.unfollowedList(at: target) {
      offerToFollow(list)
      return []
    }
    return openLink(target)
  }

  private mutating func toggleDetails() {
    guard var page else { return }
    var options = page.page.options
    options.toggledDetails.formSymmetricDifference([page.source])
    page.lay(options)
    self.page = page
  }

  /// Leaves the page for an entry's detail; `v` and `q` return to it.
  private mutating func showDetail(of entry: EntryIndex) {
    guard let page else { return }
    coveredPage = CoveredPage(page: page, place: place, entry: entry)
    leavePage()
    if let row = place.result.rows.row(of: entry) {
      goToEntry(row: row)
    } else {
      place.go(to: entry, today: today)
    }
    focus(.detail)
  }

  /// Follows a link to an anchor of the page, a neighbouring file, or a followed list; nil for any
  /// other.
  private mutating func goInside(_ target: String) -> [BrowserEffect]? {
    if target.utf8.first == UInt8(ascii: "#") {
      if page?.go(toAnchor: String(target.dropFirst())) != true {
        message = Message(.information, "nothing in the page is named \(target)")
      }
      return []
    }
    guard let page else { return nil }
    if let file = Self.fileBeside(target, page.request.file) {
      return read(
        PageRequest(
          list: page.request.list, file: file, options: pageOptions(), generation: 0))
    }
    let library = places[0].catalog
    if let name = Self.repository(of: target), let list = library.index(of: ListID(name)),
      library.list(list).id != page.request.list
    {
      remember(page)
      return read(
        PageRequest(list: library.list(list).id, options: pageOptions(), generation: 0))
    }
    return nil
  }

  /// Returns the path of the Markdown file that a relative link leads to, from the root of its
  /// repository; nil for other links.
  static func fileBeside(_ target: String, _ file: String?) -> String? {
    let path = target.utf8.prefix { $0 != UInt8(ascii: "#") && $0 != UInt8(ascii: "?") }
    guard let text = String(path), !text.isEmpty, !text.contains("://"), !text.contains(":"),
      !text.hasPrefix("//"), [".md", ".markdown"].contains(where: text.lowercased().hasSuffix)
    else { return nil }
    var parts: [Substring] = []
    if !text.hasPrefix("/") {
      parts = (file ?? "").split(separator: "/").dropLast()
    }
    for part in PercentEncoded.decoded(text).split(separator: "/") {
      switch part {
      case ".": break
      case "..":
        guard parts.popLast() != nil else { return nil }
      default: parts.append(part)
      }
    }
    let joined = parts.joined(separator: "/")
    return joined.utf8.contains(0) || joined.isEmpty ? nil : joined
  }

  /// Opens the prompt with the command that follows a list; Enter runs it.
  private mutating func offerToFollow(_ list: String) {
    prompt = Prompt(.command, text: "follow \(list)")
    message = Message(.information, "\(list) is not followed yet: o opens it")
  }

  /// The repository of the link under the cursor, as `:follow` takes it.
  var repositoryInPage: String? {
    guard var page, let link = page.linkUnderCursor() else { return nil }
    return Self.repository(of: page.page.target(of: link))
  }

  /// Returns `owner/name` of a link to a repository whose name says it is an awesome list.
  private static func unfollowedList(at target: String) -> String? {
    guard let repository = repository(of: target),
      repository.split(separator: "/").last?.lowercased().contains("awesome") == true
    else { return nil }
    return repository
  }

  /// Returns `owner/name` of a link to a GitHub repository; nil for other links.
  static func repository(of target: String) -> String? {
    for host in ["https://github.com/", "http://github.com/", "https://www.github.com/"]
    where target.utf8.starts(with: host.utf8) {
      let path = target.dropFirst(host.count).prefix { $0 != "#" && $0 != "?" }
      let parts = path.split(separator: "/")
      guard parts.count == 2 else { return nil }
      return parts.joined(separator: "/")
    }
    return nil
  }

  /// Opens the link under the cursor, or else that of its entry.
  mutating func openFromPage() -> [BrowserEffect] {
    count = nil
    guard var page else { return [] }
    let target = page.linkUnderCursor().map { page.page.target(of: $0) }
    let entry = page.entry
    self.page = page
    if let target { return openLink(target) }
    if let entry { return openLink(place.catalog.urls[entry.number]) }
    message = Message(.information, "no link here: Tab goes to the next one")
    return []
  }

  /// Offers the openers for the link that `open` would open in a page.
  mutating func offerOpenersInPage() -> [BrowserEffect] {
    guard case .open(let url, _)? = openFromPage().first else { return [] }
    return [.findOpeners(urls: [url])]
  }

  /// Opens a link; a relative one leads to the list's host.
  mutating func openLink(_ target: String) -> [BrowserEffect] {
    guard let url = address(of: target) else {
      message = Message(.information, "\(target) is not a web link: Enter follows it")
      return []
    }
    return [.open(url: url, opener: nil)]
  }

  /// Returns the URL of a link: itself, or for a relative one the file on the list's host.
  private func address(of target: String) -> String? {
    guard !target.isEmpty, target.utf8.first != UInt8(ascii: "#") else { return nil }
    let head = target.utf8.prefix { $0 != UInt8(ascii: "/") && $0 != UInt8(ascii: "#") }
    if head.contains(UInt8(ascii: ":")) { return target }
    if target.utf8.starts(with: "//".utf8) { return "https:" + target }
    guard let list = page?.request.list, list.hasOwner else { return nil }
    let parts = list.path.split(separator: "/").prefix(2).joined(separator: "/")
    var path = Substring(target)
    while path.hasPrefix("/") || path.hasPrefix("./") {
      path = path.drop { $0 == "." || $0 == "/" }
    }
    return "https://github.com/\(parts)/blob/HEAD/\(path)"
  }

  mutating func copyFromPage(_ command: Command) -> [BrowserEffect] {
    guard var page else { return [] }
    let link = page.linkUnderCursor()
    let target = link.map { page.page.target(of: $0) }
    let entry = page.entry.map { place.catalog.entry($0) }
    self.page = page
    if command == .copyTitle { return entry.map { [.copy($0.title, name: "the title")] } ?? [] }
    guard let url = target.flatMap({ address(of: $0) }) ?? entry?.url else {
      message = Message(.information, "no link here: Tab goes to the next one")
      return []
    }
    return command == .copyURL
      ? [.copy(url, name: "the URL")]
      : [
        .copy(
          markdownLink(title: entry?.title ?? url, url: url), name: "the Markdown link")
      ]
  }
}

// MARK: - Hints

extension BrowserState {
  mutating func startHints(_ purpose: PageHints.Purpose) {
    guard var page else { return }
    var links: [PageLink] = []
    var place = page.top
    for _ in 0..<pageFrame.rows {
      links += page.page.links(at: place)
      let next = page.page.position(from: place, by: 1)
      guard next != place else { break }
      place = next
    }
    guard !links.isEmpty else {
      message = Message(.information, "no link on the screen")
      return
    }
    page.hints = PageHints(purpose, links: links)
    self.page = page
  }

  /// Handles a letter of a label; any other key cancels.
  mutating func pressHint(_ key: KeyEvent) -> [BrowserEffect] {
    guard var hints = page?.hints else { return [] }
    page?.hints = nil
    guard case .character(let scalar) = key.key, !key.control, !key.alt else { return [] }
    hints.typed += String(scalar).lowercased()
    let open = hints.open
    guard let chosen = open.first else {
      message = Message(.information, "no link has the letters \(hints.typed)")
      return []
    }
    guard open.count == 1 else {
      page?.hints = hints
      return []
    }
    page?.cursor = chosen.link.position
    page?.link = chosen.link
    let target = page?.page.target(of: chosen.link) ?? ""
    if hints.purpose == .copy {
      return [.copy(address(of: target) ?? target, name: "the URL")]
    }
    return goInside(target) ?? openLink(target)
  }
}
