import JSONLines

/// The content of a file by lines, including those that cannot be read.
///
/// Lines that cannot be read keep their places. Takes one pass.
struct LineDocument<Record: Sendable> {
  private let format: LineFormat<Record>
  private let bytes: [UInt8]
  private var version = FileFormat.current
  private var hasHeader = false
  private var lines: [(range: Range<Int>, record: Record?)] = []
  private var unreadable: [(number: Int, line: Range<Int>, fault: String)] = []

  /// A few lines are enough to recognise the kind of damage.
  private static var noticeLimit: Int { 10 }
  /// awl never writes a longer line.
  private static var lineLimit: Int { 16 << 20 }

  /// Reads a whole file; a missing one is empty.
  init(_ bytes: [UInt8], _ format: LineFormat<Record>) {
    self.bytes = bytes
    self.format = format
    forEachLine(of: bytes) { read($0, $1) }
  }

  /// The records of the lines, in their order.
  var records: [Record] { lines.compactMap(\.record) }

  /// Returns why this version must not write the file; nil if it may.
  func refusal(path: String) -> UserFileError? { version.refusal(path: path) }

  /// Notices about the file.
  func notices(path: String) -> [FileNotice] {
    LineNotices(
      path: path,
      foreign: isForeign
        ? "is not a \(format.noun); the next change renames it and starts a new one" : nil,
      refusal: refusal(path: path), lacksHeader: lacksHeader,
      unreadable: unreadable.map { ($0.number, $0.fault) }
    ).list(limit: Self.noticeLimit)
  }

  /// Returns the file's content with some lines changed, and with new ones at its end.
  func revision(
    adding new: [[UInt8]] = [], changing: (Record) -> LineChange = { _ in .keep }
  ) -> Revision {
    var content: [UInt8] = []
    content.reserveCapacity(bytes.count + new.reduce(64) { $0 + $1.count })
    if !hasHeader { content += FileFormat.header(named: format.name) + [UInt8(ascii: "\n")] }
    for (range, record) in isForeign ? [] : lines {
      switch record.map(changing) ?? .keep {
      case .keep: content += bytes[range] + [UInt8(ascii: "\n")]
      case .drop: break
      case .replace(let line): content += line
      }
    }
    for line in new { content += line }
    return Revision(content, damage: damage)
  }
}

extension LineDocument {
  /// Whether nothing in it is from awl: the file was overwritten with something else.
  private var isForeign: Bool { !hasHeader && records.isEmpty && !unreadable.isEmpty }

  private var lacksHeader: Bool { !hasHeader && !lines.isEmpty }

  /// The data that must be copied before the file is replaced.
  private var damage: [ArraySlice<UInt8>] {
    if isForeign { return [bytes[...]] }
    if !unreadable.isEmpty { return unreadable.map { bytes[$0.line] } }
    return lacksHeader ? lines.prefix(1).map { bytes[$0.range] } : []
  }

  private mutating func read(_ line: Range<Int>, _ number: Int) {
    guard !isBlank(bytes[line]) else { return }
    if lines.isEmpty, !hasHeader, let version = FileFormat(bytes, in: line, named: format.name) {
      (self.version, hasHeader) = (version, true)
      lines.append((line, nil))
      return
    }
    var record: Record?
    var fault = format.lacking
    do {
      record = try self.record(in: line)
    } catch {
      fault = "not readable (\(error))"
    }
    lines.append((line, record))
    if record == nil { unreadable.append((number, line, fault)) }
  }

  private func record(in line: Range<Int>) throws(JSONError) -> Record? {
    guard line.count <= Self.lineLimit else { return nil }
    var scanner = JSONScanner(bytes, in: line)
    let record = try format.read(&scanner)
    try scanner.end()
    return record
  }
}
