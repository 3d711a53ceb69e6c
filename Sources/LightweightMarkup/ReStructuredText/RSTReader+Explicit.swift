/// Explicit markup, which begins with `.. ` or `__ `: targets, substitutions, directives and
/// comments.
extension RSTReader {
  private static let textDirectives: [StaticString] = [
    "note", "tip", "warning", "important", "hint", "attention", "caution", "danger", "error",
    "admonition", "container", "class", "rst-class", "compound", "highlights", "epigraph",
    "pull-quote", "topic", "sidebar", "table", "hlist", "only", "details", "dropdown",
    "versionadded", "versionchanged", "deprecated", "seealso", "centered", "line-block",
    "parsed-literal",
  ]

  /// Reads explicit markup; returns where to continue, or nil if the line has none.
  mutating func readExplicit(_ text: ArraySlice<UInt8>, _ number: Int) -> Int? {
    let indent = lines[number].indent
    if text.starts(with: "__ ".utf8) {
      targets.add(anonymous: .init(text.dropFirst(3)))
      return number + 1
    }
    guard text.starts(with: ".. ".utf8) || text.elementsEqual("..".utf8) else { return nil }
    let mark = text.dropFirst(2).trimmingBlanks
    let end = endOfBody(from: number + 1, below: indent)
    if mark.first == UInt8(ascii: "_") {
      readTarget(joined(mark.dropFirst(), number + 1..<end))
      return end
    }
    pendingNames = []
    if mark.first == UInt8(ascii: "|") {
      readSubstitution(joined(mark.dropFirst(), number + 1..<end))
      return end
    }
    guard let colons = position(of: "::", in: mark),
      !mark[..<colons].contains(where: { $0 <= 0x20 })
    else { return end }
    let name = mark[..<colons]
    if matches(name, "list-table") {
      readListTable(number + 1..<end)
      return end
    }
    guard RSTReader.textDirectives.contains(where: { matches(name, $0) }) else { return end }
    var next = number + 1
    while next < end, lines.text(next).first == UInt8(ascii: ":") { next += 1 }
    return next
  }

  /// Returns a first line and those below it as one.
  private func joined(_ first: ArraySlice<UInt8>, _ range: Range<Int>) -> ArraySlice<UInt8> {
    var all = Array(first)
    for number in range where !lines[number].isBlank { all += [0x20] + lines.text(number) }
    return all[...]
  }

  /// `name: url`, `` `a name`: url `` or, of an anonymous one, `_: url`.
  private mutating func readTarget(_ text: ArraySlice<UInt8>) {
    guard let (name, place) = RSTReader.split(text) else { return }
    let target = RSTTargets.Target(place)
    if name.elementsEqual("_".utf8) {
      targets.add(anonymous: target)
      return
    }
    targets.add(name, target)
    if case .place = target {
      pendingNames.append(name)
    } else {
      for pending in pendingNames { targets.add(pending, target) }
      pendingNames = []
    }
  }

  /// Returns the name and the text after its colon; a colon in a name is escaped or in backquotes.
  private static func split(
    _ text: ArraySlice<UInt8>
  ) -> (name: ArraySlice<UInt8>, rest: ArraySlice<UInt8>)? {
    if text.first == UInt8(ascii: "`") {
      let name = text.dropFirst()
      guard let end = name.firstIndex(of: UInt8(ascii: "`")), end + 1 < text.endIndex,
        text[end + 1] == UInt8(ascii: ":")
      else { return nil }
      return (name[..<end], text[(end + 2)...])
    }
    var index = text.startIndex
    while index < text.endIndex {
      if text[index] == UInt8(ascii: ":"), index > text.startIndex,
        text[index - 1] != UInt8(ascii: "\\"),
        index + 1 == text.endIndex || text[index + 1] <= 0x20
      {
        return (text[..<index], text[(index + 1)...])
      }
      index += 1
    }
    return nil
  }

  /// `name| replace:: text`; pictures are dropped.
  private mutating func readSubstitution(_ text: ArraySlice<UInt8>) {
    guard let end = text.firstIndex(of: UInt8(ascii: "|")) else { return }
    let rest = text[(end + 1)...].trimmingBlanks
    guard startsWith(rest, "replace::") else { return }
    targets.add(
      substitution: text[..<end], text: rest.dropFirst("replace::".utf8.count).trimmingBlanks)
  }

  /// Rows are items of items: `* - a`, and below it `  - b`.
  private mutating func readListTable(_ range: Range<Int>) {
    var block = MarkupBlock(kind: .table(hasHead: false), line: range.lowerBound)
    for number in range where !lines[number].isBlank {
      let text = lines.text(number)
      if block.rows.isEmpty, startsWith(text, ":header-rows:") {
        if text.last != UInt8(ascii: "0") { block.kind = .table(hasHead: true) }
        continue
      }
      if text.starts(with: "* -".utf8) {
        let cell = Array(text.dropFirst(3).trimmingBlanks)
        block.rows.append(.init(line: number + 1, cells: [cell]))
      } else if let last = block.rows.indices.last {
        if text.first == UInt8(ascii: "-"), text.dropFirst().first ?? 0x20 == 0x20 {
          block.rows[last].cells.append(Array(text.dropFirst().trimmingBlanks))
        } else if let cell = block.rows[last].cells.indices.last {
          block.rows[last].cells[cell] += [0x0A] + text
        }
      }
    }
    if !block.rows.isEmpty { blocks.append(block) }
  }
}
