import Browser
import JSONLines
import ListModel
import ListSearch

extension JSONWriter {
  /// Writes a place as an object.
  mutating func append(_ place: Session.SavedPlace) {
    let (position, arrangement) = (place.position, place.arrangement)
    beginObject()
    member("place", position.kind.rawValue)
    member("filter", position.filter)
    append(position.list)
    append(position.category)
    append(position.tag)
    append(position.date)
    member("grouping", position.dateMode.rawValue)
    member("focus", position.focus.name)
    if let entry = position.entry {
      name("entry")
      beginObject()
      member("list", entry.list)
      member("url", entry.url)
      member("title", entry.title)
      endObject()
    }
    member("row", position.row)
    member("top", position.top)
    member("detail-top", arrangement.detailTop)
    member("order", arrangement.order?.rawValue)
    member("reversed", arrangement.isReversed)
    member("list-order", arrangement.listOrder.rawValue)
    member("lists-reversed", arrangement.areListsReversed)
    member("last-facet", arrangement.lastFacet.name)
    name("toggled")
    beginArray()
    for value in arrangement.toggled {
      beginObject()
      append(value)
      endObject()
    }
    endArray()
    endObject()
  }

  /// Writes a page as an object.
  mutating func append(_ page: PageLocation) {
    beginObject()
    member("list", page.list.path)
    if let file = page.file { member("file", file) }
    member("line", Int(page.line))
    if page.rowsAbove > 0 { member("above", page.rowsAbove) }
    endObject()
  }

  /// Writes a value of a facet as a member; nothing for `all`.
  private mutating func append(_ value: FacetValue) {
    switch value {
    case .all: break
    case .list(let path): member("list", path)
    case .subject(let headings): member("subject", headings)
    case .category(let headings): member("category", headings)
    case .date(let name): member("date", name)
    case .tag(let name): member("tag", name)
    }
  }
}

extension Pane {
  /// The name of the pane in the file.
  var name: String {
    switch self {
    case .lists: "lists"
    case .categories: "categories"
    case .tags: "tags"
    case .dates: "dates"
    case .entries: "entries"
    case .detail: "detail"
    }
  }
}
