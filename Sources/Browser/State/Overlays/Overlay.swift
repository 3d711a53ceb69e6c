/// An overlay on top of the panes.
package enum Overlay: Equatable, Sendable {
  case help(HelpList)
  case openers(OpenerMenu)
  case filters(FilterMenu)
  case messages(MessageMenu)
  case output(OutputText)
}

/// The menu of openers for a link, or for the links of all marked entries.
package struct OpenerMenu: Equatable, Sendable {
  package var urls: [String]
  package var choices: [OpenerChoice]
  package var cursor = 0
}

/// An opener that matches links, by its number among all of them.
package struct OpenerChoice: Equatable, Sendable {
  package var number: Int
  package var name: String

  package init(number: Int, name: String) {
    self.number = number
    self.name = name
  }
}

/// The output of a command, scrollable; unsanitised text.
package struct OutputText: Equatable, Sendable {
  package var title: String
  package var lines: [String]
  /// The first line and the first column on the screen.
  package var top = 0
  package var column = 0

  /// Further lines are omitted.
  static let maxLines = 20_000

  package init(title: String, text: String) {
    self.title = title
    var lines = text.utf8.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
    if lines.last?.isEmpty == true { lines.removeLast() }
    self.lines = lines.prefix(Self.maxLines).map { String(decoding: $0, as: UTF8.self) }
    if lines.count > Self.maxLines {
      self.lines.append("… \(lines.count - Self.maxLines) more lines")
    }
  }
}
