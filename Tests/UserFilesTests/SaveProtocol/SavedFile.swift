import ListModel
import UserFiles
import Testing

/// One of the user's files that the save protocol keeps, as the tests of the protocol see it.
///
/// A file that is added to `all` passes through all of them: killed saves, failing calls, crowds,
/// damage, versions. `file-writer` must be able to write it as well.
struct SavedFile: Sendable, CustomTestStringConvertible {
  /// What a file holds, whatever it is about.
  struct Contents: Equatable {
    /// What the lines are about.
    var items: Set<String>
    /// How many lines could be read.
    var count: Int
    var notices: [FileNotice]
    var isReadOnly: Bool
  }

  /// What the file is called.
  let name: String
  /// What the header calls it.
  let format: String
  /// A sound file: the header, and a few lines with something unknown in one of them.
  let lines: [String]
  /// What is said of a file that is something else.
  let foreign: String
  /// Lines that are well-formed and say something that the file cannot hold.
  let oddLines: [String]
  /// What is on the disk now.
  let load: @Sendable (_ path: String) -> Contents
  /// Saves an item by its name, as `file-writer` does, and gives what is reported.
  let add: @Sendable (_ item: String, _ path: String, _ now: Timestamp) throws -> [FileNotice]

  var sound: [UInt8] { Array((lines.joined(separator: "\n") + "\n").utf8) }
  var testDescription: String { name }

  /// The item that `file-writer` saves under a name and a number.
  func item(_ name: String, _ number: Int) -> String { "\(name).example/\(number)" }

  /// The items that are missing in a file.
  func missing(_ items: [String], in path: String) -> [String] {
    let found = load(path).items
    return items.filter { !found.contains($0) }
  }

  /// All files that the protocol keeps, each with a sound content and one that a save repairs.
  static let damageable = all.flatMap { file in
    [file.sound, file.sound + Array("damage\n".utf8)].map { (file, $0) }
  }

  static let all = [bookmarks, seen, filters]

  static let bookmarks = SavedFile(
    name: "bookmarks.jsonl", format: "awl-bookmarks", lines: DamagedFileTests.lines,
    foreign: "is not a bookmarks file; the next save renames it and starts a new one",
    oddLines: [
      #"{"title":"no link"}"#, #"{"url":""}"#, #"{"url":5}"#, #"{"url":"a.org","tags":"x"}"#,
      #"{"url":"a.org","added":"2022"}"#, #"{"url":"a.org","day":"2022-02-30"}"#,
      #"{"url":"a.org","url":"b.org"}"#,
      #"{"url":"a.org"} x"#, #"{"url":"a.org","kept":false}"#, #"{"url":"a.org","stars":1.5}"#,
      "null",
    ],
    load: { path in
      let contents = BookmarkFile(path: path).load()
      return Contents(
        items: Set(contents.bookmarks.live.map { $0.key.description }),
        count: contents.bookmarks.records.count, notices: contents.notices,
        isReadOnly: contents.isReadOnly)
    },
    add: { item, path, now in
      try BookmarkFile(path: path).apply(
        [.add(bookmark("https://" + item, at: now.milliseconds))], now: now
      ).notices
    })

  static let seen = SavedFile(
    name: "seen.jsonl", format: "awl-seen",
    lines: [
      #"{"format":"awl-seen","version":1}"#,
      #"{"list":"own/alpha","upto":{"0f3a9c1b4d5e":[152,1700000000000]}}"#,
      #"{"list":"org/beta","upto":{"@1690000000000":[3,1700000000000]},"marks":{"b.org":[5,0]},"x":[1]}"#,
      #"{"list":"x/gamma","upto":{},"marks":{"c.org":[7,9],"title:C":[0,7]}}"#,
    ],
    foreign: "is not a file of seen entries; the next change renames it and starts a new one",
    oddLines: [
      #"{"upto":{}}"#, #"{"list":""}"#, #"{"list":5}"#, #"{"list":"o/z","upto":[1]}"#,
      #"{"list":"o/z","upto":{"@1":[1]}}"#, #"{"list":"o/z","upto":{"@1":[1,2,3]}}"#,
      #"{"list":"o/z","upto":{"@1":["1",2]}}"#, #"{"list":"o/z","marks":{"a.org":1}}"#,
      #"{"list":"o/z","marks":{"a.org":[1.5,0]}}"#, #"{"list":"o/z"} x"#, "null",
    ],
    load: { path in
      let contents = SeenFile(path: path).load()
      let items = contents.seen.lists.values.flatMap { list in
        [list.list.path] + list.marks.keys.map(\.description)
      }
      return Contents(
        items: Set(items), count: contents.seen.lists.count, notices: contents.notices,
        isReadOnly: contents.isReadOnly)
    },
    add: { item, path, now in
      let mark = EntryMark(
        list: ListID("lists/new"), entry: LinkKey(item),
        mark: SeenMark(seen: moment(now.milliseconds + 1)))
      return try SeenFile(path: path).apply([.mark([mark])], now: now).notices
    })

  static let filters = SavedFile(
    name: "filters.jsonl", format: "awl-filters",
    lines: [
      #"{"format":"awl-filters","version":1}"#,
      #"{"name":"streams","filter":"kafka | flink","added":1,"changed":1}"#,
      #"{"name":"two words","filter":"\"exactly so\"","added":2,"changed":3,"x":[1]}"#,
      #"{"name":"été","filter":"stars:>1k","added":4,"changed":4}"#,
    ],
    foreign: "is not a file of saved filters; the next change renames it and starts a new one",
    oddLines: [
      #"{"name":"n"}"#, #"{"filter":"f"}"#, #"{"name":"","filter":"f"}"#,
      #"{"name":"n","filter":""}"#, #"{"name":5,"filter":"f"}"#, #"{"name":"n","filter":["f"]}"#,
      #"{"name":"n","filter":"f","added":"1"}"#, #"{"name":"n","filter":"f"} x"#, "null",
    ],
    load: { path in
      let contents = SavedFilterFile(path: path).load()
      return Contents(
        items: Set(contents.filters.all.map(\.name)), count: contents.filters.all.count,
        notices: contents.notices, isReadOnly: contents.isReadOnly)
    },
    add: { item, path, now in
      let filter = SavedFilter(name: item, query: "kafka", added: now, changed: now)
      return try SavedFilterFile(path: path).apply(.save(filter), now: now).contents.notices
    })
}
