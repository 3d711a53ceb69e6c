/// The marker of an item: `- `, `+ `, `1. `, `1) `, or an indented `* `.
struct OrgBullet {
  let isOrdered: Bool
  /// The text after the marker, a counter and a check box; the term if there is one.
  private(set) var text: ArraySlice<UInt8>
  /// The text after `::`.
  private(set) var definition: ArraySlice<UInt8> = []

  init?(_ line: ArraySlice<UInt8>, indent: Int) {
    guard let first = line.first else { return nil }
    var rest = line.dropFirst()
    switch first {
    case UInt8(ascii: "-"), UInt8(ascii: "+"): isOrdered = false
    case UInt8(ascii: "*"):
      guard indent > 0 else { return nil }
      isOrdered = false
    case UInt8(ascii: "0")...UInt8(ascii: "9"):
      rest = rest.drop { $0 >= 0x30 && $0 <= 0x39 }
      guard rest.first == UInt8(ascii: ".") || rest.first == UInt8(ascii: ")") else { return nil }
      rest = rest.dropFirst()
      isOrdered = true
    default: return nil
    }
    guard rest.first.map({ $0 <= 0x20 }) ?? true else { return nil }
    text = rest.trimmingBlanks
    dropCounterAndBox()
    splitTerm()
  }

  /// `[@5]`, `[ ]`, `[X]` and `[-]`.
  private mutating func dropCounterAndBox() {
    if text.starts(with: "[@".utf8), let end = text.prefix(12).firstIndex(of: UInt8(ascii: "]")) {
      text = text[(end + 1)...].trimmingBlanks
    }
    for box in ["[ ]", "[X]", "[x]", "[-]"] where text.starts(with: box.utf8) {
      if text.count == 3 || text.dropFirst(3).first == 0x20 {
        text = text.dropFirst(3).trimmingBlanks
        return
      }
    }
  }

  private mutating func splitTerm() {
    guard !isOrdered else { return }
    var start = text.startIndex
    while let colons = position(of: " ::", in: text[start...]) {
      let after = colons + 3
      if after == text.endIndex || text[after] <= 0x20 {
        definition = text[after...].trimmingBlanks
        text = text[..<colons].trimmingBlanks
        return
      }
      start = after
    }
  }
}

extension MarkupBlock {
  /// Adds a line that continues the block's last text.
  mutating func addContinuation(_ line: ArraySlice<UInt8>) {
    guard !definition.isEmpty else { return add(line: line) }
    definition.append(0x0A)
    definition += line.trimmingBlanks
  }
}

/// A heading without the parts that only Emacs uses: `TODO [#A] Words [1/3] :tag:`.
struct OrgHeading {
  private(set) var text: ArraySlice<UInt8>
  /// It is marked as not to be exported.
  private(set) var isHidden = false

  init(_ line: ArraySlice<UInt8>) {
    text = line.trimmingBlanks
    dropWord("TODO")
    dropWord("DONE")
    if text.starts(with: "[#".utf8), text.dropFirst(3).first == UInt8(ascii: "]") {
      text = text.dropFirst(4).trimmingBlanks
    }
    isHidden = text.elementsEqual("COMMENT".utf8) || text.starts(with: "COMMENT ".utf8)
    dropTags()
  }

  private mutating func dropWord(_ word: String) {
    if text.starts(with: word.utf8), text.dropFirst(word.utf8.count).first == 0x20 {
      text = text.dropFirst(word.utf8.count).trimmingBlanks
    }
  }

  private mutating func dropTags() {
    guard text.last == UInt8(ascii: ":"), let space = text.lastIndex(where: { $0 <= 0x20 })
    else { return }
    let tags = text[(space + 1)...]
    let isTags =
      tags.count > 2 && tags.first == UInt8(ascii: ":")
      && tags.allSatisfy { isWord($0) || [0x3A, 0x5F, 0x40, 0x23, 0x25].contains($0) }
    guard isTags else { return }
    isHidden = isHidden || holds(tags, ":noexport:")
    text = text[..<space].trimmingBlanks
  }
}

/// The rows of tables: `| a | b |`.
enum OrgTable {
  /// Returns the cells of a row; a bar in a link does not end one.
  static func cells(_ row: ArraySlice<UInt8>) -> [[UInt8]] {
    var row = row.dropFirst()
    if row.last == UInt8(ascii: "|") { row.removeLast() }
    return row.split(separator: UInt8(ascii: "|"), omittingEmptySubsequences: false)
      .map { Array($0.trimmingBlanks) }
  }

  /// Returns whether all cells are `/`, `<`, `>`, `<l>`, `<15>` or empty.
  static func isFormat(_ cells: [[UInt8]]) -> Bool {
    cells.contains { !$0.isEmpty }
      && cells.allSatisfy { cell in
        cell.isEmpty || cell == [0x2F] || cell.count < 6 && (cell.first == 0x3C || cell == [0x3E])
      }
  }
}
