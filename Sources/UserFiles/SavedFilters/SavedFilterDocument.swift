import JSONLines
import ListModel

/// The content of a file of saved filters, in the order in which they were saved.
///
///     {"format":"awl-filters","version":1}
///     {"name":"streaming","filter":"kafka | flink","added":1700000000000,"changed":1700000000000}
struct SavedFilterDocument: FileDocument {
  /// The format name in the header.
  static let formatName = "awl-filters"

  /// A line, with the members that are not known.
  private struct Line: Sendable {
    var filter: SavedFilter
    var unknown: [[UInt8]] = []
  }

  private let document: LineDocument<Line>

  /// Reads a whole file; a missing one is empty.
  init(_ bytes: [UInt8]) { document = LineDocument(bytes, Self.format) }

  /// The filters in it.
  var filters: SavedFilters { SavedFilters(document.records.map(\.filter)) }

  /// Returns why this version must not write the file; nil if it may.
  func refusal(path: String) -> UserFileError? { document.refusal(path: path) }

  /// Notices about the file.
  func notices(path: String) -> [FileNotice] { document.notices(path: path) }

  /// Returns the file's content after a change, and the outcome; no content if nothing changes.
  func revised(
    by change: SavedFilterChange
  ) -> (revision: Revision?, filters: SavedFilters, outcome: SavedFilterOutcome) {
    var filters = filters
    let outcome = filters.apply(change)
    guard outcome.isDone, outcome.before != outcome.after else { return (nil, filters, outcome) }
    let name = change.name
    let unknown = document.records.filter { $0.filter.name.utf8.elementsEqual(name.utf8) }
      .flatMap(\.unknown)
    var line = outcome.after.map { Self.line(of: $0, unknown: unknown) }
    let added = outcome.before == nil ? line.map { [$0] } ?? [] : []
    let revision = document.revision(adding: added) { record in
      guard record.filter.name.utf8.elementsEqual(name.utf8) else { return .keep }
      // All lines of a name become one, in place of the first.
      defer { line = nil }
      return line.map { .replace($0) } ?? .drop
    }
    return (revision, filters, outcome)
  }
}

extension SavedFilterDocument {
  private static let format = LineFormat<Line>(
    name: formatName, noun: "file of saved filters", lacking: "has no name or no filter"
  ) { scanner throws(JSONError) in
    var (name, query): (String?, String?)
    var (added, changed) = (0, 0)
    var unknown: [[UInt8]] = []
    try scanner.object { scanner, member throws(JSONError) in
      if member.matches("name") {
        name = try scanner.string()
      } else if member.matches("filter") {
        query = try scanner.string()
      } else if member.matches("added") {
        added = try scanner.integer()
      } else if member.matches("changed") {
        changed = try scanner.integer()
      } else {
        unknown.append(try scanner.member(from: member))
      }
    }
    guard let name, let query, !name.isEmpty, !query.isEmpty else { return nil }
    let filter = SavedFilter(
      name: name, query: query, added: Timestamp(milliseconds: added),
      changed: Timestamp(milliseconds: changed))
    return Line(filter: filter, unknown: unknown)
  }

  private static func line(of filter: SavedFilter, unknown: [[UInt8]]) -> [UInt8] {
    var json = JSONWriter()
    json.beginObject()
    json.member("name", filter.name)
    json.member("filter", filter.query)
    json.member("added", filter.added.milliseconds)
    json.member("changed", filter.changed.milliseconds)
    for member in unknown { json.verbatim(member) }
    json.endObject()
    json.endLine()
    return json.bytes
  }
}
