import Glibc
import ListModel

/// The link definitions of a page, `[label]: https://…`, by label.
///
/// cmark resolves references within one piece only, so each piece gets the definitions that it
/// refers to.
public struct LinkDefinitions: Sendable {
  /// The line that defines each label.
  private(set) var lines: [[UInt8]: [UInt8]] = [:]
  /// The bytes of all lines; each line is copied once for each reference, so this bounds the work.
  private(set) var isEmpty = true

  /// Creates no definitions.
  public init() {}

  /// A longer line is not a definition.
  private static let lineBytes = 4_096
  /// A label is no longer than this in CommonMark.
  private static let labelBytes = 999
  /// The most labels stored.
  private static let count = 20_000

  /// Stores a line that defines a link or a footnote; returns true for a link.
  ///
  /// The first definition of a label wins. `isCut` is set if there are too many.
  mutating func add(line: ArraySlice<UInt8>, isCut: inout Bool) -> Bool {
    guard let close = LinkDefinitions.endOfLabel(line),
      LinkDefinitions.defines(line, endOfLabel: close)
    else { return false }
    let label = LinkDefinitions.normalised(line[line.index(after: line.startIndex)..<close])
    guard !label.isEmpty else { return false }
    let isFootnote = label.first == UInt8(ascii: "^")
    isEmpty = false
    if lines[label] == nil {
      guard lines.count < LinkDefinitions.count else {
        isCut = true
        return !isFootnote
      }
      // A footnote's text is not part of an entry; only its label matters.
      lines[label] = isFootnote ? Array(line[...(close + 1)]) + [0x20, 0x2E] : Array(line)
    }
    return !isFootnote
  }

  /// Returns the address that a label stands for, as it is in the definition; nil for a label that
  /// is not defined, and for a footnote.
  func target(of label: ArraySlice<UInt8>) -> ArraySlice<UInt8>? {
    guard !isEmpty, label.count <= LinkDefinitions.labelBytes,
      label.first != UInt8(ascii: "^"), let line = lines[LinkDefinitions.normalised(label)],
      let close = LinkDefinitions.endOfLabel(line[...])
    else { return nil }
    let target = line[(close + 2)...].drop { $0 <= 0x20 }
    return target.first == UInt8(ascii: "<")
      ? target.dropFirst().prefix { $0 != UInt8(ascii: ">") } : target.prefix { $0 > 0x20 }
  }

  /// Returns whether a line may define a link or a footnote; reads no further than its first `]`.
  static func mayDefine(_ line: UnsafeBufferPointer<UInt8>) -> Bool {
    guard let base = line.baseAddress, let found = memchr(base, 0x5D, line.count) else {
      return false
    }
    let close = UnsafeRawPointer(found) - UnsafeRawPointer(base)
    guard close > 0, line[close - 1] != UInt8(ascii: "\\") else { return true }
    return close + 1 < line.count && line[close + 1] == UInt8(ascii: ":")
  }

  /// Returns the definitions that a piece refers to, as lines to append to it; `room` is the budget
  /// of bytes that references may expand to, and drops below 0 if it is exceeded.
  ///
  /// Footnotes in `own` are omitted, because the piece contains them.
  func lines(
    for piece: ArraySlice<UInt8>, room: inout Int, without own: Set<[UInt8]>? = nil
  ) -> [UInt8] {
    guard !isEmpty else { return [] }
    var found: [UInt8] = []
    var known: Set<[UInt8]> = []
    var open: Int?
    for index in piece.indices {
      if piece[index] == UInt8(ascii: "[") {
        open = index
      } else if piece[index] == UInt8(ascii: "]"), let start = open {
        open = nil
        guard index - start <= LinkDefinitions.labelBytes else { continue }
        let label = LinkDefinitions.normalised(piece[(start + 1)..<index])
        guard let line = lines[label], own?.contains(label) != true else { continue }
        guard room >= line.count else {
          room = -1
          continue
        }
        room -= line.count
        if known.insert(label).inserted { found += [0x0A] + line }
      }
    }
    // A blank line separates them from the following text: a table would take them for text above
    // its header.
    return found.isEmpty ? [] : [0x0A] + found + [0x0A, 0x0A]
  }
}

extension LinkDefinitions {
  /// Returns a paragraph that refers to all footnotes of the page, and definitions of those that
  /// are not in `own`.
  ///
  /// So each has the same number in every piece, and those that only another piece refers to are
  /// read. On a page with more footnotes than the limit, a piece has only its own.
  func footnoteLines(without own: Set<[UInt8]>) -> [UInt8] {
    var labels = lines.keys.filter { $0.first == UInt8(ascii: "^") }
    if labels.count > 500 { labels = Array(own) }
    labels.sort { one, other in
      one.count != other.count
        ? one.count < other.count : one.lexicographicallyPrecedes(other)
    }
    var stubs: [UInt8] = [0x0A]
    var paragraph: [UInt8] = [0x0A]
    for label in labels {
      paragraph += [UInt8(ascii: "[")] + label + [UInt8(ascii: "]"), 0x20]
      if !own.contains(label), let line = lines[label] { stubs += line + [0x0A, 0x0A] }
    }
    return stubs + paragraph + [0x0A, 0x0A]
  }

  private static func defines(_ line: ArraySlice<UInt8>, endOfLabel close: Int) -> Bool {
    let colon = close + 1
    guard line.count <= lineBytes, colon < line.endIndex, line[colon] == UInt8(ascii: ":"),
      line[line.startIndex + 1..<close].contains(where: { $0 > 0x20 })
    else { return false }
    let isFootnote = line[line.startIndex + 1] == UInt8(ascii: "^")
    return isFootnote || isTarget(line[(colon + 1)...].drop { $0 == 0x20 || $0 == 0x09 })
  }

  /// Returns the labels of the footnotes that a text defines, such as `^note`.
  static func footnotes(in text: ArraySlice<UInt8>) -> Set<[UInt8]> {
    var labels: Set<[UInt8]> = []
    var start = text.startIndex
    while start < text.endIndex {
      let end = text[start...].firstIndex(of: 0x0A) ?? text.endIndex
      let line = text[start..<end].drop { $0 == 0x20 }
      if line.starts(with: "[^".utf8), let close = endOfLabel(line),
        close + 1 < line.endIndex, line[close + 1] == UInt8(ascii: ":")
      {
        labels.insert(normalised(line[(line.startIndex + 1)..<close]))
      }
      start = end + 1
    }
    return labels
  }

  private static func endOfLabel(_ line: ArraySlice<UInt8>) -> Int? {
    guard line.first == UInt8(ascii: "[") else { return nil }
    var index = line.startIndex + 1
    while index < line.endIndex, index - line.startIndex <= labelBytes {
      switch line[index] {
      case UInt8(ascii: "\\"): index += 1
      case UInt8(ascii: "]"): return index
      case UInt8(ascii: "["): return nil
      default: break
      }
      index += 1
    }
    return nil
  }

  /// One address, followed by nothing or a title.
  private static func isTarget(_ target: ArraySlice<UInt8>) -> Bool {
    guard let first = target.first else { return false }
    var rest: ArraySlice<UInt8>
    if first == UInt8(ascii: "<") {
      guard let end = target.firstIndex(of: UInt8(ascii: ">")) else { return false }
      rest = target[(end + 1)...]
    } else {
      rest = target.drop { $0 > 0x20 }
    }
    rest = rest.drop { $0 <= 0x20 }
    return rest.isEmpty || isTitle(rest)
  }

  /// Returns whether a text is only a title: `"…"`, `'…'` or `(…)`.
  static func isTitle(_ text: ArraySlice<UInt8>) -> Bool {
    var title = text
    while let last = title.last, last <= 0x20 { title.removeLast() }
    guard let first = title.popFirst(), let last = title.popLast() else { return false }
    switch first {
    case UInt8(ascii: "\""), UInt8(ascii: "'"): return last == first && !title.contains(first)
    case UInt8(ascii: "("): return last == UInt8(ascii: ")") && !title.contains(last)
    default: return false
    }
  }

  /// Ignores case and runs of white space. (Case is folded for ASCII only.)
  private static func normalised(_ label: ArraySlice<UInt8>) -> [UInt8] {
    var result: [UInt8] = []
    for byte in label {
      if byte <= 0x20 {
        if let last = result.last, last != 0x20 { result.append(0x20) }
      } else {
        result.append(asciiLowercased(byte))
      }
    }
    if result.last == 0x20 { result.removeLast() }
    return result
  }
}
