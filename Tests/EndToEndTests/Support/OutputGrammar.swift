/// What may be sent to a terminal of the xterm family: text that is nothing but text, the sequences
/// that ncurses writes with the terminal's description, and the few that awl adds: questions about
/// the terminal, its mouse and its title.
struct OutputGrammar {
  /// The destination of the output.
  enum Medium {
    case terminal
    /// A pipe, which gets text only, with joined emoji whole.
    case text
    /// A pipe for JSON, which keeps all that only looks odd, and escapes what acts.
    case json
  }

  /// The violations of the grammar, with their positions; empty if there are none.
  private(set) var violations: [String] = []
  private var scalars: [Unicode.Scalar]
  private var position = 0
  private let medium: Medium

  /// Reads all that was written.
  init(_ bytes: [UInt8], to medium: Medium = .terminal) {
    self.medium = medium
    let text = String(decoding: bytes, as: UTF8.self)
    if !text.utf8.elementsEqual(bytes) { violations.append("broken UTF-8") }
    scalars = Array(text.unicodeScalars)
    while position < scalars.count {
      let start = position
      let isGood =
        scalars[position] == "\u{1B}" ? takeSequence() : takeScalar()
      if !isGood {
        let shown = scalars[start..<min(scalars.count, start + 12)].map {
          $0.isASCII && $0.value >= 0x20 ? String($0) : "<\(String($0.value, radix: 16))>"
        }
        violations.append("\(start): \(shown.joined())")
        position = max(position, start + 1)
      }
    }
  }
}

extension OutputGrammar {
  private mutating func take() -> Unicode.Scalar? {
    guard position < scalars.count else { return nil }
    position += 1
    return scalars[position - 1]
  }

  private mutating func takeScalar() -> Bool {
    guard let scalar = take() else { return false }
    switch scalar {
    case "\n", "\t": return true
    case "\r", "\u{8}": return medium == .terminal
    case "\u{200C}": return true
    case "\u{200D}": return medium == .text && isEmoji(before: 2) && isEmoji(before: 0)
    case "\u{FE0F}" where medium == .text: return isEmoji(before: 2)
    default: break
    }
    let properties = scalar.properties
    switch properties.generalCategory {
    case .control, .format, .surrogate, .lineSeparator, .paragraphSeparator: return false
    case .privateUse, .unassigned: return medium == .json
    default: return medium == .json || !properties.isDefaultIgnorableCodePoint
    }
  }

  /// Whether an emoji, or what belongs to one, is the given number of scalars before the position.
  private func isEmoji(before count: Int) -> Bool {
    guard scalars.indices.contains(position - count) else { return false }
    let scalar = scalars[position - count]
    return scalar == "\u{FE0F}" || scalar.properties.isEmoji
  }

  private mutating func takeSequence() -> Bool {
    position += 1
    guard medium == .terminal else { return false }
    switch take() {
    case "[": return takeControlSequence()
    case "(": return take() == "B"
    case "]": return takeTitle()
    case "7", "8", "=", ">", "M": return true
    default: return false
    }
  }

  /// Reads the window title, one line of plain text, up to the string terminator.
  private mutating func takeTitle() -> Bool {
    guard take() == "2", take() == ";" else { return false }
    while position < scalars.count {
      if scalars[position] == "\u{1B}" {
        position += 1
        return take() == "\\"
      }
      guard scalars[position].value >= 0x20, takeScalar() else { return false }
    }
    return false
  }

  private mutating func takeControlSequence() -> Bool {
    var parameters = ""
    while let scalar = take() {
      switch scalar {
      case "0"..."9", ";", "?": parameters.unicodeScalars.append(scalar)
      case "h", "l":
        let modes = ["1", "7", "12", "25", "1000", "1002", "1006", "1049", "2004", "2026"]
        return parameters == "4" || modes.contains { "?" + $0 == parameters }
      case "t": return ["22;0;0", "23;0;0", "22;2", "23;2"].contains(parameters)
      case "c": return parameters.isEmpty
      case "$": return parameters == "?2026" && take() == "p"
      case "A", "B", "C", "D", "G", "H", "J", "K", "L", "M", "P", "S", "T", "X", "@", "b", "d", "m",
        "r":
        return !parameters.contains("?")
      default: return false
      }
    }
    return false
  }
}
