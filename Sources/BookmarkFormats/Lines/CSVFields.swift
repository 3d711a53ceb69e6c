/// Splits a table into its fields, by RFC 4180: quoted fields may contain commas, line breaks, and
/// doubled quotes.
///
/// Costs one pass.
struct CSVFields: Sequence, IteratorProtocol {
  private let bytes: [UInt8]
  private let separator: UInt8
  private var place = 0
  private var line = 1

  init(_ bytes: [UInt8], separator: UInt8) {
    self.bytes = bytes
    self.separator = separator
  }

  /// Returns the next record and the line on which it begins; an empty line is not one.
  mutating func next() -> (line: Int, fields: [String])? {
    while place < bytes.count, bytes[place] == 0x0A || bytes[place] == 0x0D { endLine() }
    guard place < bytes.count else { return nil }
    let first = line
    var fields = [field()]
    while place < bytes.count, bytes[place] == separator {
      place += 1
      fields.append(field())
    }
    return (first, fields)
  }

  private mutating func endLine() {
    let isPair = bytes[place] == 0x0D && place + 1 < bytes.count && bytes[place + 1] == 0x0A
    place += isPair ? 2 : 1
    line += 1
  }

  private mutating func field() -> String {
    var field: [UInt8] = []
    var isQuoted = false
    if place < bytes.count, bytes[place] == UInt8(ascii: "\"") {
      isQuoted = true
      place += 1
    }
    while place < bytes.count {
      let byte = bytes[place]
      if isQuoted {
        if byte == UInt8(ascii: "\"") {
          place += 1
          if place < bytes.count, bytes[place] == UInt8(ascii: "\"") {
            field.append(byte)
            place += 1
          } else {
            isQuoted = false
          }
          continue
        }
        if byte == 0x0A { line += 1 }
      } else if byte == separator || byte == 0x0A || byte == 0x0D {
        break
      }
      field.append(byte)
      place += 1
    }
    return text(field)
  }
}
