import Glibc

/// A file in which git left both sides of a conflict, between conflict markers.
///
///     <<<<<<< ours
///     {"url":"https://example.org/a"}
///     ||||||| base
///     =======
///     {"url":"https://example.org/b"}
///     >>>>>>> theirs
struct ConflictMarkers {
  private enum Side { case both, ours, base, theirs }

  private var ours: [UInt8] = []
  private var base: [UInt8] = []
  private var theirs: [UInt8] = []

  /// Splits the sides; nil if the file contains no complete conflict.
  init?(_ bytes: [UInt8]) {
    guard mayHoldMarkers(bytes) else { return nil }
    var side = Side.both
    var isMarked = false
    forEachLine(of: bytes) { range, _ in
      let line = bytes[range]
      switch mark(of: line) {
      case "<": side = .ours
      case "|" where side == .ours: side = .base
      case "=" where side == .ours || side == .base: side = .theirs
      case ">" where side == .theirs: (side, isMarked) = (.both, true)
      default: append(line, to: side)
      }
    }
    // A conflict that does not end is damage.
    guard isMarked, side == .both else { return nil }
  }

  /// The file with both sides merged; nil if they are not awl's.
  var merged: [UInt8]? { try? FileMerge.merge(base: base, ours: ours, theirs: theirs) }

  private mutating func append(_ line: ArraySlice<UInt8>, to side: Side) {
    let line = line + [UInt8(ascii: "\n")]
    if side == .both || side == .ours { ours += line }
    if side == .both || side == .base { base += line }
    if side == .both || side == .theirs { theirs += line }
  }
}

/// Returns whether a line begins as a conflict does; costs little if none does.
private func mayHoldMarkers(_ bytes: [UInt8]) -> Bool {
  let sign = Int32(UInt8(ascii: "<"))
  return bytes.withUnsafeBytes { buffer in
    guard let base = buffer.baseAddress else { return false }
    var start = 0
    while start < buffer.count, let found = memchr(base + start, sign, buffer.count - start) {
      let place = UnsafeRawPointer(found) - base
      let isAtStart = place == 0 || buffer[place - 1] == UInt8(ascii: "\n")
      if isAtStart, mark(of: bytes[place..<min(place + 8, bytes.count)]) == "<" { return true }
      start = place + 1
    }
    return false
  }
}

/// Returns the character of a marker line: seven of it, and then nothing or a blank; nil for any
/// other line.
private func mark(of line: ArraySlice<UInt8>) -> Unicode.Scalar? {
  guard let first = line.first, "<|=>".utf8.contains(first),
    line.prefix(7).elementsEqual(Array(repeating: first, count: 7))
  else { return nil }
  let next = line.dropFirst(7).first
  return next == nil || next == UInt8(ascii: " ") || next == UInt8(ascii: "\r")
    ? Unicode.Scalar(first) : nil
}

/// A file with its conflicts merged, if it has any.
struct ResolvedFile {
  let bytes: [UInt8]
  /// Whether conflicts were merged, so that the content has changed.
  let hadConflict: Bool

  init(_ file: [UInt8]) {
    let merged = ConflictMarkers(file)?.merged
    bytes = merged ?? file
    hadConflict = merged != nil
  }

  /// Notices about it.
  func notices(path: String) -> [FileNotice] {
    guard hadConflict else { return [] }
    let what = "had conflict marks of git: both sides are merged, and the next save writes that"
    return [FileNotice(path: path, what: what)]
  }
}
