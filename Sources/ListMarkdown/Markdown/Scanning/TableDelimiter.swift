/// The line between the head and the rows of a table: `| :--- | ---: |`.
struct TableDelimiter {
  let columns: Int

  /// Reads a line, without the white space before it; nil for any other line.
  init?(_ line: UnsafeBufferPointer<UInt8>) {
    guard let first = line.first,
      first == UInt8(ascii: "|") || first == UInt8(ascii: ":") || first == UInt8(ascii: "-")
    else { return nil }
    var cells = 0
    var index = first == UInt8(ascii: "|") ? 1 : 0
    while true {
      func skip(_ byte: UInt8) { if index < line.count, line[index] == byte { index += 1 } }
      while index < line.count, line[index] == 0x20 || line[index] == 0x09 { index += 1 }
      if index == line.count, cells > 0 { break }
      skip(UInt8(ascii: ":"))
      let dashes = line[index...].prefix { $0 == UInt8(ascii: "-") }.count
      guard dashes > 0 else { return nil }
      cells += 1
      index += dashes
      skip(UInt8(ascii: ":"))
      while index < line.count, line[index] <= 0x20 { index += 1 }
      if index == line.count { break }
      guard line[index] == UInt8(ascii: "|") else { return nil }
      index += 1
    }
    columns = cells
  }

  /// Returns the number of cells of a row: the texts between unescaped bars.
  static func columns(of row: UnsafeBufferPointer<UInt8>) -> Int {
    var end = row.count
    while end > 0, row[end - 1] <= 0x20 { end -= 1 }
    var bars = 0
    for index in 0..<end where row[index] == UInt8(ascii: "|") {
      if index == 0 || row[index - 1] != UInt8(ascii: "\\") { bars += 1 }
    }
    let endsInBar =
      end > 0 && row[end - 1] == UInt8(ascii: "|")
      && (end == 1 || row[end - 2] != UInt8(ascii: "\\"))
    let startsWithBar = row.first == UInt8(ascii: "|")
    if startsWithBar, end == 1 { return 0 }
    return bars + 1 - (startsWithBar ? 1 : 0) - (endsInBar ? 1 : 0)
  }
}
