package import Browser
import ListModel
import ListSearch
import TerminalEvents

extension BrowserState {
  /// The browser's state as `name: value` lines, without empty values and options that are off.
  ///
  /// Texts of lists are unsanitised: sanitise each line before printing it.
  package var outline: [String] {
    var lines = [
      "size: \(size)", "today: \(today)",
      "places: \(places.map(\.kind.rawValue).joined(separator: ", "))",
      "focus: \(place.focus)",
    ]
    lines += place.outline
    func add(_ name: String, _ value: String?) {
      if let value, !value.isEmpty { lines.append("\(name): \(value)") }
    }
    add("zoomed", isZoomed ? "yes" : nil)
    add("count", count.map { "\($0)" })
    add("pending keys", pendingKeys.map(\.description).joined(separator: " "))
    add("prompt", prompt.map { "\($0.label)\($0.line.text), cursor at \($0.line.cursor)" })
    add("overlay", overlay?.name)
    add("question", question == nil ? nil : "waits for y or n")
    add("page", page.map { "\($0.request.list.path), line \($0.source)" })
    add("message", message.map { "\($0.kind == .error ? "error" : "information"), \($0.text)" })
    add("bookmarks", "\(bookmarks.count)")
    return lines
  }
}

extension Place {
  fileprivate var outline: [String] {
    var lines: [String] = []
    if !filter.isEmpty { lines.append("filter: \(filter)") }
    if let filterError { lines.append("filter error: \(filterError)") }
    let position = position
    for (name, value) in [
      ("list", position.list), ("category", position.category), ("tag", position.tag),
      ("date", position.date),
    ] where value != .all { lines.append("\(name): \(value.name)") }
    lines.append("order: \(orderInForce.rawValue)\(isReversed ? ", reversed" : "")")
    let state = isAwaitingResult ? ", outdated" : ""
    lines.append("rows: \(result.rows.count) of \(catalog.count)\(state)")
    guard let selected else { return lines }
    let entry = catalog.entry(selected)
    lines.append("row: \(entries.cursor + 1), the first shown is \(entries.top + 1)")
    lines.append("entry: \(entry.title) \(entry.url ?? "")")
    return lines
  }
}

extension FacetValue {
  fileprivate var name: String {
    switch self {
    case .all: "all"
    case .list(let name), .date(let name): name
    case .tag(let name): name.isEmpty ? "untagged" : name
    case .subject(let headings), .category(let headings): headings.joined(separator: " > ")
    }
  }
}

extension Overlay {
  fileprivate var name: String {
    switch self {
    case .help: "help"
    case .openers: "openers"
    case .filters: "saved filters"
    case .messages: "messages"
    case .output: "output"
    }
  }
}
