import ListModel
import TerminalEvents

extension BrowserState {
  /// Opens the main link of the selected entry, or the link that a count names.
  mutating func open() -> [BrowserEffect] {
    let number = takeCount()
    guard let url = link(number: number), let address = address(toOpen: url) else { return [] }
    return [.open(url: address, opener: nil)]
  }

  /// Offers the openers for the link that `open` would open.
  mutating func offerOpeners() {
    let number = takeCount()
    guard let link = link(number: number), let url = address(toOpen: link) else { return }
    guard !openerNames.isEmpty else {
      message = Message(.error, "no opener was found: set BROWSER or install xdg-utils")
      return
    }
    overlay = .openers(OpenerMenu(url: url))
  }

  mutating func press(_ key: KeyEvent, in menu: OpenerMenu) -> [BrowserEffect] {
    var menu = menu
    switch keymap.match([key]) {
    case .command(.moveDown): menu.cursor = min(menu.cursor + 1, openerNames.count - 1)
    case .command(.moveUp): menu.cursor = max(menu.cursor - 1, 0)
    case .command(.into), .command(.open):
      overlay = nil
      return [.open(url: menu.url, opener: menu.cursor)]
    case .command(.close), .command(.clear), .command(.interrupt), .command(.out):
      overlay = nil
      return []
    default: break
    }
    overlay = .openers(menu)
    return []
  }

  mutating func copy(_ command: Command) -> [BrowserEffect] {
    count = nil
    guard let entry = place.selected.map({ place.catalog.entry($0) }) else { return [] }
    if command == .copyTitle { return [.copy(entry.title, name: "the title")] }
    guard let written = entry.url else {
      message = Message(.error, "this entry has no link to copy")
      return []
    }
    let url = target(of: written)?.text ?? written
    return command == .copyURL
      ? [.copy(url, name: "the URL")]
      : [.copy(markdownLink(title: entry.title, url: url), name: "the Markdown link")]
  }

  /// The address of a link that a program may be given; nil, with a message, for a file on disk.
  private mutating func address(toOpen link: String) -> String? {
    switch target(of: link) {
    case .page(let url): return url
    case .file(let path):
      message = Message(.information, "\(path) is a file on this disk: y u copies its path")
      return nil
    case nil: return link
    }
  }

  /// Where a relative link of the selected entry leads; nil for any other link.
  private func target(of link: String) -> RelativeLinks.Target? {
    guard RelativeLinks.isRelative(link), let entry = place.selected else { return nil }
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

/// A link in Markdown, with what would end its text or its target escaped.
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
