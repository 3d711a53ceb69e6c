import JSONLines
import ListModel

/// The content of a follows file, line by line: what is understood, and what is carried through.
///
/// The first line tells format and version, the others are one source each:
/// `{"source":"/home/u/lists","added":1700000000000}`. Following appends one, unfollowing takes one
/// away, following other files of a source rewrites its line in place, and all else stays byte for
/// byte as it is.
struct FollowDocument {
  /// What the header of a follows file calls it.
  static let formatName = "awl-follows"

  private let bytes: [UInt8]
  private var format = FileFormat.current
  private var hasHeader = false
  private var lines: [(range: Range<Int>, follow: Follow?)] = []
  private var unreadable: [(number: Int, line: Range<Int>, fault: String)] = []

  /// Reads a whole file; a missing one is empty.
  init(_ bytes: [UInt8]) {
    self.bytes = bytes
    var start = 0
    var number = 0
    while start < bytes.count {
      let end = bytes[start...].firstIndex(of: UInt8(ascii: "\n")) ?? bytes.count
      number += 1
      read(start..<end, number)
      start = end + 1
    }
  }

  /// What is followed, each source once, in the order of the file.
  var follows: [Follow] {
    var seen: Set<[UInt8]> = []
    return lines.compactMap(\.follow).filter { seen.insert(Array($0.source.utf8)).inserted }
  }

  /// Whether nothing in it is ours: a file that was overwritten with something else.
  private var isForeign: Bool { !hasHeader && follows.isEmpty && !unreadable.isEmpty }

  /// Why this version must not write the file; nil where it may.
  func refusal(path: String) -> ReaderFileError? { format.refusal(path: path) }

  /// What the reader is to be told about the file.
  func notices(path: String) -> [FileNotice] {
    guard !isForeign else {
      let what = "is no follows file; the next change sets it aside and begins a new one"
      return [FileNotice(path: path, what: what)]
    }
    var notices: [FileNotice] = []
    if let refusal = refusal(path: path) {
      notices.append(FileNotice(path: path, line: 1, what: refusal.what))
    } else if !hasHeader, !lines.isEmpty {
      notices.append(FileNotice(path: path, line: 1, what: "the header is missing"))
    }
    // A few are enough to see what sort of damage it is.
    for (number, _, fault) in unreadable.prefix(10) {
      notices.append(FileNotice(path: path, line: number, what: fault))
    }
    return notices
  }

  /// The file's content without the lines of some sources, with other files of one, and with new
  /// lines at its end.
  func revision(
    removing: [String] = [], changing: Follow? = nil, adding: [Follow] = []
  ) -> Revision {
    var content: [UInt8] = []
    if !hasHeader { content += FileFormat.header(named: Self.formatName) + [UInt8(ascii: "\n")] }
    for (range, follow) in isForeign ? [] : lines {
      if let follow, removing.contains(where: { sameBytes($0, follow.source) }) { continue }
      if var follow, let changing, sameBytes(changing.source, follow.source) {
        follow.files = changing.files
        content += line(of: follow)
      } else {
        content += bytes[range] + [UInt8(ascii: "\n")]
      }
    }
    for follow in adding { content += line(of: follow) }
    return Revision(
      content,
      damage: isForeign ? [bytes[...]] : unreadable.map { bytes[$0.line] })
  }
}

extension FollowDocument {
  private func line(of follow: Follow) -> [UInt8] {
    var json = JSONWriter()
    json.beginObject()
    json.member("source", follow.source)
    json.member("added", follow.added.milliseconds)
    if !follow.files.isEmpty { json.member("files", follow.files) }
    json.endObject()
    json.endLine()
    return json.bytes
  }

  private mutating func read(_ line: Range<Int>, _ number: Int) {
    guard !isBlank(bytes[line]) else { return }
    if lines.isEmpty, !hasHeader, let format = FileFormat(bytes, in: line, named: Self.formatName) {
      (self.format, hasHeader) = (format, true)
      lines.append((line, nil))
      return
    }
    var follow: Follow?
    var fault = "has no source"
    do {
      follow = try self.follow(in: line)
    } catch {
      fault = "not readable (\(error))"
    }
    lines.append((line, follow))
    if follow == nil { unreadable.append((number, line, fault)) }
  }

  /// The source on a line; nil for an object that names none.
  private func follow(in line: Range<Int>) throws(JSONFault) -> Follow? {
    var source: String?
    var added = 0
    var files: [String] = []
    var scanner = JSONScanner(bytes, in: line)
    try scanner.object { scanner, name throws(JSONFault) in
      if name.matches("source") {
        source = try scanner.string()
      } else if name.matches("added") {
        added = try scanner.integer()
      } else if name.matches("files") {
        files = try scanner.strings()
      } else {
        try scanner.skip()
      }
    }
    try scanner.end()
    guard let source, !source.isEmpty else { return nil }
    return Follow(source: source, added: Timestamp(milliseconds: added), files: files)
  }
}

private func sameBytes(_ left: String, _ right: String) -> Bool {
  left.utf8.elementsEqual(right.utf8)
}
