/// Emoji by their shortcodes, as a static byte string: nothing is built at start.
struct ShortcodeTable {
  /// Entries of the form `name=emoji`, each preceded by a space, sorted by the bytes of the names.
  private let bytes: UnsafeBufferPointer<UInt8>

  private init(_ text: StaticString) {
    bytes = UnsafeBufferPointer(start: text.utf8Start, count: text.utf8CodeUnitCount)
  }

  /// The parts of the table, in the order of the names.
  static var parts: [ShortcodeTable] { [ShortcodeTable(aToL), ShortcodeTable(mToZ)] }

  /// Returns the part that has a name if any has.
  static func part(for first: UInt8) -> ShortcodeTable {
    first < UInt8(ascii: "m") ? ShortcodeTable(aToL) : ShortcodeTable(mToZ)
  }

  /// Returns the emoji of a name, by binary search.
  func emoji(named name: UnsafeBufferPointer<UInt8>) -> UnsafeBufferPointer<UInt8>? {
    var (low, high) = (0, bytes.count)
    while low < high {
      // An entry begins after a space, and `low` is at one.
      var start = low + (high - low) / 2
      while start > low, bytes[start] != 0x20 { start -= 1 }
      let entry = entry(after: start)
      if entry.name.elementsEqual(name) { return entry.emoji }
      if entry.name.lexicographicallyPrecedes(name) { low = entry.end } else { high = start }
    }
    return nil
  }

  /// Calls `body` with each name and its emoji.
  func forEach(
    _ body: (_ name: UnsafeBufferPointer<UInt8>, _ emoji: UnsafeBufferPointer<UInt8>) -> Void
  ) {
    var space = 0
    while space + 1 < bytes.count {
      let entry = entry(after: space)
      body(entry.name, entry.emoji)
      space = entry.end
    }
  }

  private struct TableEntry {
    let name: UnsafeBufferPointer<UInt8>
    let emoji: UnsafeBufferPointer<UInt8>
    /// The space after the entry, or the end of the table.
    let end: Int
  }

  private func entry(after space: Int) -> TableEntry {
    let start = space + 1
    var middle = start
    while middle < bytes.count, bytes[middle] != UInt8(ascii: "=") { middle += 1 }
    var end = middle
    while end < bytes.count, bytes[end] != 0x20 { end += 1 }
    return TableEntry(
      name: UnsafeBufferPointer(rebasing: bytes[start..<middle]),
      emoji: UnsafeBufferPointer(rebasing: bytes[min(middle + 1, end)..<end]), end: end)
  }
}
