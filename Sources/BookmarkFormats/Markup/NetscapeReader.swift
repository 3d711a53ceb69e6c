import ListModel

/// Follows the tags of a bookmarks file.
final class NetscapeReader: MarkupHandler {
  /// The element of the current text.
  private enum Part { case nothing, folder, title, note }

  private struct Folder {
    var name = ""
    /// A browser's own root: menu, toolbar, and so on, under any name.
    var isRoot = false
    var isReadingList = false

    var isTag: Bool { !isRoot && !isReadingList }
  }

  private var rows: RowCollector
  private var part = Part.nothing
  private var link: BookmarkRow?
  private var folders: [Folder] = []
  /// The last heading, until its list begins.
  private var heading: Folder?
  /// The names of the folders around that become tags.
  private var path: [String] = []
  private var readingLists = 0

  init(_ rows: RowCollector) {
    self.rows = rows
  }

  /// Takes in the last bookmark; to be called once, after the document.
  func finish() -> RowCollector {
    endLink()
    return rows
  }

  func start(_ name: String, _ attributes: MarkupAttributes, line: Int) {
    switch name {
    case "a": startLink(attributes, line: line)
    case "h1", "h2", "h3", "h4", "h5", "h6":
      endLink()
      heading = Folder(
        isRoot: attributes.isTrue { matches(suffix: "_folder", of: $0) },
        isReadingList: attributes["id"].map { matches($0, "com.apple.readinglist") } ?? false)
      part = name == "h1" ? .nothing : .folder
    case "dl":
      endLink()
      enter(heading ?? Folder(isRoot: true))
    case "dd": part = link == nil ? .nothing : .note
    case "dt": endLink()
    case "br": text("\n")
    default: break
    }
  }

  func end(_ name: String) {
    switch name {
    case "a": if part == .title { part = .nothing }
    case "h1", "h2", "h3", "h4", "h5", "h6": part = .nothing
    case "dl":
      endLink()
      leaveFolder()
    default: break
    }
  }

  func text(_ text: String) {
    switch part {
    case .nothing: break
    case .folder: heading?.name += text
    case .title: link?.title += text
    case .note: link?.note += text
    }
  }
}

extension NetscapeReader {
  private func startLink(_ attributes: MarkupAttributes, line: Int) {
    endLink()
    // Without it, it is the target of a link and not one.
    guard let url = attributes["href"] else { return }
    var row = BookmarkRow(url: url, line: line)
    row.added = attributes["add_date"].flatMap(TimestampText.timestamp(of:))
    row.tags = [attributes["tags"] ?? ""]
    // The browser's keyword for the link in its address bar.
    if let word = attributes["shortcuturl"] { row.tags.append(word.replacingCommas()) }
    row.folders = path
    row.isLater = readingLists > 0 || attributes["toread"].map(isYes) ?? false
    link = row
    part = .title
  }

  private func endLink() {
    if let link { rows.add(link) }
    link = nil
    part = .nothing
  }

  private func enter(_ folder: Folder) {
    heading = nil
    folders.append(folder)
    if folder.isTag { path.append(folder.name) }
    if folder.isReadingList { readingLists += 1 }
  }

  private func leaveFolder() {
    guard let folder = folders.popLast() else { return }
    if folder.isTag { path.removeLast() }
    if folder.isReadingList { readingLists -= 1 }
  }
}

/// Returns whether a value of an attribute or a column says yes.
func isYes(_ text: String) -> Bool {
  ["1", "yes", "true", "y"].contains { matches(text, $0) }
}

/// Returns whether a text ends with a word in lower case, in any case.
private func matches(suffix: String, of text: String) -> Bool {
  text.utf8.count >= suffix.utf8.count
    && text.utf8.suffix(suffix.utf8.count).elementsEqual(suffix.utf8) { asciiLowercased($0) == $1 }
}
