import Browser
import JSONLines
import ListModel
import ListSearch

// Whatever a file contains, a session stays as small as one written by awl.
private let maxTextLength = 8_192
private let maxHeadings = 64
private let farthest = 1 << 30

extension JSONScanner {
  /// Reads a place; an unknown name keeps the default.
  mutating func place() throws(JSONError) -> Session.SavedPlace {
    var position = PlacePosition(.library)
    var arrangement = PlaceArrangement()
    try object { scanner, member throws(JSONError) in
      let name = member.text
      switch name {
      case "place":
        position.kind = Place.Kind(rawValue: try scanner.string()) ?? position.kind
      case "filter": position.filter = try scanner.text()
      case "list", "subject": position.list = try scanner.facetValue(name)
      case "category": position.category = try scanner.facetValue(name)
      case "tag": position.tag = try scanner.facetValue(name)
      case "date": position.date = try scanner.facetValue(name)
      case "grouping":
        position.dateMode = DateMode(rawValue: try scanner.string()) ?? position.dateMode
      case "focus": position.focus = Pane(named: try scanner.string()) ?? position.focus
      case "entry": position.entry = try scanner.entry()
      case "row": position.row = try scanner.number()
      case "top": position.top = try scanner.number()
      default: try scanner.arrangementMember(name, of: &arrangement)
      }
    }
    return Session.SavedPlace(position, arrangement)
  }

  /// Reads a page; nil for one without a list.
  mutating func page() throws(JSONError) -> PageLocation? {
    var page = PageLocation(list: ListID(""))
    try object { scanner, member throws(JSONError) in
      switch member.text {
      case "list": page.list = ListID(try scanner.text())
      case "file": page.file = try scanner.text()
      case "line": page.line = Int32(clamping: try scanner.number())
      case "above": page.rowsAbove = try scanner.number()
      default: try scanner.skip()
      }
    }
    return page.list.path.isEmpty ? nil : page
  }

  private mutating func arrangementMember(
    _ name: String, of arrangement: inout PlaceArrangement
  ) throws(JSONError) {
    switch name {
    case "detail-top": arrangement.detailTop = try number()
    case "order": arrangement.order = null() ? nil : SortOrder(rawValue: try string())
    case "reversed": arrangement.isReversed = try boolean()
    case "list-order":
      arrangement.listOrder = ListOrder(rawValue: try string()) ?? arrangement.listOrder
    case "lists-reversed": arrangement.areListsReversed = try boolean()
    case "last-facet":
      arrangement.lastFacet = Pane(named: try string()) ?? arrangement.lastFacet
    case "toggled": arrangement.toggled = try facetValues()
    default: try skip()
    }
  }

  private mutating func facetValues() throws(JSONError) -> [FacetValue] {
    var values: [FacetValue] = []
    try array { scanner throws(JSONError) in
      try scanner.object { scanner, member throws(JSONError) in
        let value = try scanner.facetValue(member.text)
        if values.count < PlaceArrangement.maxToggled { values.append(value) }
      }
    }
    return values
  }

  private mutating func facetValue(_ kind: String) throws(JSONError) -> FacetValue {
    switch kind {
    case "list": return .list(try text())
    case "subject": return .subject(try headings())
    case "category": return .category(try headings())
    case "date": return .date(try text())
    case "tag": return .tag(try text())
    default:
      try skip()
      return .all
    }
  }

  private mutating func entry() throws(JSONError) -> EntryKey {
    var entry = EntryKey(list: "", url: "", title: "")
    try object { scanner, member throws(JSONError) in
      switch member.text {
      case "list": entry.list = try scanner.text()
      // Not shortened, because only the whole link identifies the entry.
      case "url": entry.url = try scanner.string()
      case "title": entry.title = try scanner.string()
      default: try scanner.skip()
      }
    }
    return entry
  }

  private mutating func headings() throws(JSONError) -> [String] {
    var headings: [String] = []
    try array { scanner throws(JSONError) in
      let heading = try scanner.string()
      if headings.count < maxHeadings { headings.append(heading) }
    }
    return headings
  }

  private mutating func number() throws(JSONError) -> Int {
    min(max(0, try integer()), farthest)
  }

  private mutating func text() throws(JSONError) -> String {
    let text = try string()
    return text.utf8.count <= maxTextLength
      ? text : String(decoding: text.utf8.prefix(maxTextLength), as: UTF8.self)
  }
}

extension Pane {
  init?(named name: String) {
    guard let pane = Pane.allCases.first(where: { $0.name == name }) else { return nil }
    self = pane
  }
}
