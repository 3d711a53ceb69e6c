import JSONLines
import ListModel

/// sources.jsonl: the states of the sources at the last sync.
///
/// The screen reads it at its start without opening the database. One line per source; unreadable
/// lines are ignored.
struct SourceStates {
  let path: String

  /// More lists than a source has: numbers from a file that are added up must not overflow.
  private static let maxLists = 1_000_000

  func read() -> [SourceState] {
    guard let bytes = try? PageBytes.read(path) else { return [] }
    var states: [SourceState] = []
    var start = 0
    while start < bytes.count {
      let end = bytes[start...].firstIndex(of: UInt8(ascii: "\n")) ?? bytes.count
      if let state = try? state(bytes, start..<end) { states.append(state) }
      start = end + 1
    }
    return states
  }

  func write(_ states: [SourceState]) throws(LibraryError) {
    var json = JSONWriter()
    for state in states {
      json.beginObject()
      json.member("source", state.name)
      json.member("kind", state.kind.rawValue)
      json.member("checked", state.checked?.milliseconds)
      json.member("failure", state.failure)
      json.member("lists", state.lists)
      json.member("failedLists", state.failedLists)
      json.endObject()
      json.endLine()
    }
    try ReplacementFile.replace(path) { file throws(LibraryError) in
      try file.write(json.bytes, at: 0)
    }
  }

  private func state(_ bytes: [UInt8], _ line: Range<Int>) throws(JSONError) -> SourceState {
    var state = SourceState(name: "", kind: .page, checked: nil, failure: nil, lists: 0)
    var scanner = JSONScanner(bytes, in: line)
    try scanner.object { scanner, name throws(JSONError) in
      if name.matches("source") {
        state.name = try scanner.string()
      } else if name.matches("kind") {
        state.kind = SourceKind(rawValue: try scanner.string()) ?? .page
      } else if name.matches("checked") {
        state.checked =
          scanner.null() ? nil : Timestamp(milliseconds: try scanner.integer())
      } else if name.matches("failure") {
        state.failure = scanner.null() ? nil : try scanner.string()
      } else if name.matches("lists") {
        state.lists = min(max(0, try scanner.integer()), Self.maxLists)
      } else if name.matches("failedLists") {
        state.failedLists = min(max(0, try scanner.integer()), Self.maxLists)
      } else {
        try scanner.skip()
      }
    }
    return state
  }
}
