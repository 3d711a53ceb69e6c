import JSONLines
import ListModel

/// The content of the seen file.
///
///     {"format":"awl-seen","version":1}
///     {"list":"owner/name","upto":{"0f3a9c1b4d5e":[152,1700000000000]},"marks":{"example.org/a":[1700000000000,0]}}
///
/// `upto` has the points up to which a list has been seen, by the origin of their numbering: the
/// number of the change and the end of the visit. `marks` has the times at which an entry was
/// marked seen and unseen, 0 for never. Unaffected lines stay byte for byte the same.
struct SeenDocument: FileDocument {
  /// The format name in the header.
  static let formatName = "awl-seen"

  /// A line, with the members that are not known.
  private struct Line: Sendable {
    var seen: SeenList
    var unknown: [[UInt8]] = []
  }

  private let document: LineDocument<Line>

  /// Reads a whole file; a missing one is empty.
  init(_ bytes: [UInt8]) { document = LineDocument(bytes, Self.format) }

  /// The seen state of all lists.
  var seen: Seen { Seen(document.records.map(\.seen)) }

  /// Returns why this version must not write the file; nil if it may.
  func refusal(path: String) -> UserFileError? { document.refusal(path: path) }

  /// Notices about the file.
  func notices(path: String) -> [FileNotice] { document.notices(path: path) }

  /// Returns the file's content after some changes, and the resulting state; no content if nothing
  /// changes.
  func revised(by changes: [SeenChange]) -> (revision: Revision?, seen: Seen) {
    var seen = seen
    var rewritten: Set<ListID> = []
    for change in changes { rewritten.formUnion(seen.apply(change)) }
    let records = document.records
    var lines = Dictionary(grouping: records) { $0.seen.list }
    for (list, lines) in lines where lines.count > 1 { rewritten.insert(list) }
    guard !rewritten.isEmpty else { return (nil, seen) }
    let new = rewritten.filter { lines[$0] == nil }.compactMap { seen[$0] }
      .sorted { $0.list.path.utf8.lexicographicallyPrecedes($1.list.path.utf8) }
    let revision = document.revision(adding: new.map { Self.line(of: $0, unknown: []) }) { line in
      let list = line.seen.list
      guard rewritten.contains(list), let now = seen[list] else { return .keep }
      // All lines of a list become one, in place of the first.
      guard let all = lines.removeValue(forKey: list) else { return .drop }
      return .replace(Self.line(of: now, unknown: all.flatMap(\.unknown)))
    }
    return (revision, seen)
  }
}

extension SeenDocument {
  private static let format = LineFormat<Line>(
    name: formatName, noun: "file of seen entries", lacking: "names no list"
  ) { scanner throws(JSONError) in
    var list: String?
    var points: [ChangeOrigin: SeenPoint] = [:]
    var marks: [LinkKey: SeenMark] = [:]
    var unknown: [[UInt8]] = []
    try scanner.object { scanner, name throws(JSONError) in
      if name.matches("list") {
        list = try scanner.string()
      } else if name.matches("upto") {
        try scanner.pairs { name, number, timestamp in
          points[ChangeOrigin(name)] = SeenPoint(
            number: max(0, number), visited: Timestamp(milliseconds: timestamp))
        }
      } else if name.matches("marks") {
        try scanner.pairs { name, seen, unseen in
          marks[LinkKey(canonical: Array(name.utf8))] = SeenMark(
            seen: timestamp(seen), unseen: timestamp(unseen))
        }
      } else {
        unknown.append(try scanner.member(from: name))
      }
    }
    guard let list, !list.isEmpty else { return nil }
    var seen = SeenList(list: ListID(list))
    (seen.points, seen.marks) = (points, marks)
    return Line(seen: seen, unknown: unknown)
  }

  private static func line(of list: SeenList, unknown: [[UInt8]]) -> [UInt8] {
    var json = JSONWriter()
    json.beginObject()
    json.member("list", list.list.path)
    json.name("upto")
    json.pairs(
      list.points.map { ($0.key.text, $0.value.number, $0.value.visited.milliseconds) })
    if !list.marks.isEmpty {
      json.name("marks")
      json.pairs(
        list.marks.map {
          ($0.key.description, $0.value.seen?.milliseconds ?? 0, $0.value.unseen?.milliseconds ?? 0)
        })
    }
    for member in unknown { json.verbatim(member) }
    json.endObject()
    json.endLine()
    return json.bytes
  }
}

/// Returns a time from the file; 0 means none.
private func timestamp(_ milliseconds: Int) -> Timestamp? {
  milliseconds == 0 ? nil : Timestamp(milliseconds: milliseconds)
}

extension JSONScanner {
  /// Reads an object whose values are pairs of whole numbers.
  fileprivate mutating func pairs(_ body: (String, Int, Int) -> Void) throws(JSONError) {
    try object { scanner, name throws(JSONError) in
      let (first, second) = try scanner.pair()
      body(name.text, first, second)
    }
  }
}

extension JSONWriter {
  /// Writes an object whose values are pairs of whole numbers, in the order of their names.
  fileprivate mutating func pairs(_ pairs: [(name: String, first: Int, second: Int)]) {
    beginObject()
    for pair in pairs.sorted(by: { $0.name.utf8.lexicographicallyPrecedes($1.name.utf8) }) {
      name(pair.name)
      beginArray()
      value(pair.first)
      value(pair.second)
      endArray()
    }
    endObject()
  }
}
