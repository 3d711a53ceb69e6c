import ListModel
import Settings
import TerminalEvents

extension BrowserState {
  /// Opens the main link of the selected entry, or its link of a given number; with marked entries,
  /// their main links.
  mutating func open() -> [BrowserEffect] {
    let urls = addressesToOpen(.open)
    guard let first = urls.first else { return [] }
    return [
      urls.count == 1 ? .open(url: first, opener: nil) : .openAll(urls: urls, opener: nil)
    ]
  }

  /// Offers the openers for the links that `open` would open.
  mutating func offerOpeners() -> [BrowserEffect] {
    let urls = addressesToOpen(.openWith)
    return urls.isEmpty ? [] : [.findOpeners(urls: urls)]
  }

  /// Shows the menu of openers that match URLs.
  mutating func offer(_ choices: [OpenerChoice], for urls: [String]) {
    guard !choices.isEmpty else {
      message = Message(
        .error, "no opener fits: set BROWSER, install xdg-utils, or see [[openers]] in config.toml")
      return
    }
    overlay = .openers(OpenerMenu(urls: urls, choices: choices))
  }

  /// Returns the URLs for `open`; empty, with a message or a question, if they must not be opened.
  private mutating func addressesToOpen(_ command: Command) -> [String] {
    let number = takeCount()
    place.settleRange()
    if place.selection.isEmpty {
      guard let url = link(number: number) else { return [] }
      return place.selected.flatMap { address(toOpen: url, of: $0) }.map { [$0] } ?? []
    }
    let marked = place.selection.entries
    let urls = marked.compactMap { entry in
      place.catalog.entry(entry).url.flatMap { address(toOpen: $0, of: entry) }
    }
    message = nil
    guard !urls.isEmpty else {
      message = Message(.error, "none of the \(marked.count) marked entries has a link to open")
      return []
    }
    guard urls.count <= preferences.settings.number(.askOpen) || isConfirmed else {
      ask("open \(urls.count) links?", before: command)
      return []
    }
    return urls
  }

  mutating func press(_ key: KeyEvent, in menu: OpenerMenu) -> [BrowserEffect] {
    var menu = menu
    switch keymap.match([key]) {
    case .command(.moveDown): menu.cursor = min(menu.cursor + 1, menu.choices.count - 1)
    case .command(.moveUp): menu.cursor = max(menu.cursor - 1, 0)
    case .command(.into), .command(.open): return choose(in: menu)
    case .command(.close), .command(.clear), .command(.interrupt), .command(.out):
      overlay = nil
      return []
    default: break
    }
    overlay = .openers(menu)
    return []
  }

  /// Opens the links of the menu with the selected opener.
  mutating func choose(in menu: OpenerMenu) -> [BrowserEffect] {
    overlay = nil
    guard menu.choices.indices.contains(menu.cursor) else { return [] }
    let number = menu.choices[menu.cursor].number
    guard menu.urls.count == 1, let url = menu.urls.first else {
      return [.openAll(urls: menu.urls, opener: number)]
    }
    return [.open(url: url, opener: number)]
  }

  /// Returns the URL of an entry's link that may be passed to a program; nil, with a message, for a
  /// file on disk.
  private mutating func address(toOpen link: String, of entry: EntryIndex) -> String? {
    switch target(of: link, in: entry) {
    case .page(let url): return url
    case .file(let path):
      message = Message(.information, "\(path) is a file on this disk: y u copies its path")
      return nil
    case nil: return link
    }
  }

  /// Returns the target of a relative link of an entry; nil for any other link.
  func target(of link: String, in entry: EntryIndex) -> RelativeLinks.Target? {
    guard RelativeLinks.isRelative(link) else { return nil }
    let list = place.catalog.listIndex(of: entry)
    return place.catalog.relativeLinks(of: list)?.target(of: link)
  }

  private mutating func link(number: Int?) -> String? {
    guard let entry = place.selected.map({ place.catalog.entry($0) }) else { return nil }
    guard let url = entry.url else {
      message = Message(.error, "this entry has no link to open")
      return nil
    }
    guard let number else { return url }
    guard entry.links.indices.contains(number - 1) else {
      let links = entry.links.count == 1 ? "1 link" : "\(entry.links.count) links"
      message = Message(.error, "there is no link \(number): this entry has \(links)")
      return nil
    }
    return entry.links[number - 1].url
  }
}
