/// Parses a TOML document, scalar by scalar.
struct TOMLReader {
  private static let deepest = 32

  private let scalars: [Unicode.Scalar]
  private var index = 0
  private var line = 1
  private var lineStart = 0

  init(_ text: String) {
    scalars = Array(text.unicodeScalars)
    if scalars.first == "\u{FEFF}" { index = 1 }
  }

  var place: TOMLPlace { TOMLPlace(line: line, column: index - lineStart + 1) }

  func peek(_ ahead: Int = 0) -> Unicode.Scalar? {
    index + ahead < scalars.count ? scalars[index + ahead] : nil
  }

  mutating func advance(_ count: Int = 1) {
    for _ in 0..<count where index < scalars.count {
      if scalars[index] == "\n" {
        line += 1
        lineStart = index + 1
      }
      index += 1
    }
  }

  func fault(_ message: String) -> ConfigurationIssue {
    ConfigurationIssue(place, "this is not TOML: \(message)")
  }

  mutating func skipBlanks() {
    while peek() == " " || peek() == "\t" { advance() }
  }

  private var isAtLineEnd: Bool { peek() == "\n" || peek() == "\r" && peek(1) == "\n" }

  /// Skips blanks, comments and line ends; returns false at the end of the text.
  mutating func skipToStatement() throws(ConfigurationIssue) -> Bool {
    while peek() != nil {
      skipBlanks()
      try skipComment()
      guard isAtLineEnd else { break }
      advance(peek() == "\r" ? 2 : 1)
    }
    return peek() != nil
  }

  private mutating func skipComment() throws(ConfigurationIssue) {
    guard peek() == "#" else { return }
    while let scalar = peek(), !isAtLineEnd {
      guard Self.isAllowedInText(scalar) else { throw fault("a control character in a comment") }
      advance()
    }
  }

  mutating func expectEndOfLine() throws(ConfigurationIssue) {
    skipBlanks()
    try skipComment()
    guard peek() == nil || isAtLineEnd else {
      throw fault("unexpected text at the end of the line")
    }
  }

  /// Skips a symbol and the blanks around it.
  mutating func expect(_ mark: Unicode.Scalar) throws(ConfigurationIssue) {
    if mark != "[" || peek() != mark { skipBlanks() }
    guard peek() == mark else { throw fault("\(mark) is missing") }
    advance()
    // The two brackets of [[ and ]] must be adjacent.
    if mark == "=" { skipBlanks() }
  }

  /// Reads `a.b."c d"`.
  mutating func readKeyPath() throws(ConfigurationIssue) -> [String] {
    var path: [String] = []
    while true {
      skipBlanks()
      path.append(try readKey())
      guard path.count <= Self.deepest else { throw fault("tables nest too deep") }
      skipBlanks()
      guard peek() == "." else { return path }
      advance()
    }
  }

  private mutating func readKey() throws(ConfigurationIssue) -> String {
    if let quote = peek(), quote == "\"" || quote == "'" {
      guard peek(1) != quote || peek(2) != quote else { throw fault("a key has one line") }
      return try readString()
    }
    var key = String.UnicodeScalarView()
    while let scalar = peek(), Self.isOfBareKey(scalar) {
      key.append(scalar)
      advance()
    }
    guard !key.isEmpty else { throw fault("a key is missing") }
    return String(key)
  }

  private static func isOfBareKey(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar {
    case "a"..."z", "A"..."Z", "0"..."9", "_", "-": true
    default: false
    }
  }

  /// Returns whether a character may occur unescaped in a comment or a string.
  static func isAllowedInText(_ scalar: Unicode.Scalar) -> Bool {
    scalar == "\t" || scalar.value >= 0x20 && scalar.value != 0x7F
  }
}

extension TOMLReader {
  mutating func readValue(depth: Int = 0) throws(ConfigurationIssue) -> TOMLValue {
    guard depth < Self.deepest else { throw fault("values nest too deep") }
    let place = place
    let content: TOMLValue.Content
    switch peek() {
    case "\"", "'": content = .text(try readString())
    case "[": content = .array(try readArray(depth))
    case "{": content = .table(try readInlineTable(depth))
    case nil: throw fault("a value is missing")
    default: content = try readWord()
    }
    return TOMLValue(content: content, place: place)
  }

  private mutating func readArray(_ depth: Int) throws(ConfigurationIssue) -> [TOMLValue] {
    advance()
    var elements: [TOMLValue] = []
    while true {
      guard try skipToStatement() else { throw fault("] is missing") }
      if peek() == "]" { break }
      elements.append(try readValue(depth: depth + 1))
      guard try skipToStatement() else { throw fault("] is missing") }
      if peek() == "]" { break }
      guard peek() == "," else { throw fault(", or ] is missing") }
      advance()
    }
    advance()
    return elements
  }

  private mutating func readInlineTable(_ depth: Int) throws(ConfigurationIssue) -> TOMLTable {
    advance()
    var table = TOMLTable()
    skipBlanks()
    if peek() == "}" {
      advance()
      table.isOpen = false
      return table
    }
    while true {
      skipBlanks()
      let place = place
      let path = try readKeyPath()
      try expect("=")
      var value = try readValue(depth: depth + 1)
      value.place = place
      try table.insert(value, at: path[...])
      skipBlanks()
      if peek() == "}" { break }
      guard peek() == "," else { throw fault(", or } is missing") }
      advance()
    }
    advance()
    table.isOpen = false
    return table
  }
}
