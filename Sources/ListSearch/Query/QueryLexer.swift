/// One term of a query, split but not parsed.
///
///     -title:^"data lake"  ->  isNegated, field title, isAnchoredAtStart, isQuoted, text data lake
struct QueryToken {
  /// All of it, in bytes of the query.
  var range: Range<Int>
  /// Whether it is a bar by itself: `a | b`.
  var isBar = false
  var isNegated: Bool { sign != nil }
  /// The name before the colon, with its range.
  var field: (name: [UInt8], range: Range<Int>)?
  /// The negation sign, if any: `!`, or `-` before a field.
  var sign: UInt8?
  /// Whether it is a tag after `#`, which is read as `tag:` is.
  var isTag = false
  /// The text after the colon or, without a field, after the `!`.
  var rawRange: Range<Int>
  var raw: [UInt8] = []
  /// The rest is `raw` with its operators taken off.
  var isExact = false
  var isAnchoredAtStart = false
  var isAnchoredAtEnd = false
  var isQuoted = false
  var text: [UInt8] = []
}

/// Cuts a query into tokens at blanks that no quote or backslash protects.
struct QueryLexer {
  private let bytes: [UInt8]
  private var offset = 0

  init(_ bytes: [UInt8]) {
    self.bytes = bytes
  }

  static func tokens(of bytes: [UInt8]) -> [QueryToken] {
    var lexer = QueryLexer(bytes)
    var tokens: [QueryToken] = []
    while let token = lexer.next() { tokens.append(token) }
    return tokens
  }

  private mutating func next() -> QueryToken? {
    while let byte = peek(), isBlank(byte) { offset += 1 }
    guard peek() != nil else { return nil }
    let start = offset
    var token = QueryToken(range: start..<start, rawRange: start..<start)
    if take("|") {
      if peek().map(isBlank) ?? true {
        token.range = start..<offset
        token.isBar = true
        return token
      }
      offset = start
    }
    takeNegation(&token)
    if take("#") {
      token.isTag = true
    } else {
      takeField(&token)
    }
    let rawStart = offset
    token.isExact = take("'")
    token.isAnchoredAtStart = !token.isExact && take("^")
    takeText(&token)
    token.rawRange = rawStart..<offset
    token.raw = Array(bytes[rawStart..<offset])
    token.range = start..<offset
    return token
  }

  private mutating func takeNegation(_ token: inout QueryToken) {
    if take("!") {
      token.sign = UInt8(ascii: "!")
    } else if peek() == UInt8(ascii: "-"),
      fieldEnd(from: offset + 1) != nil || bytes[(offset + 1)...].first == UInt8(ascii: "#")
    {
      offset += 1
      token.sign = UInt8(ascii: "-")
    }
  }

  private mutating func takeField(_ token: inout QueryToken) {
    guard let end = fieldEnd(from: offset) else { return }
    token.field = (Array(bytes[offset..<end]), offset..<end)
    offset = end + 1
  }

  /// Returns the end of a field's name: letters, then a colon.
  ///
  /// Addresses (`https://…`) and qualified names (`std::vector`) are plain words.
  private func fieldEnd(from start: Int) -> Int? {
    var end = start
    while end < bytes.count, (bytes[end] | 0x20) &- UInt8(ascii: "a") < 26 { end += 1 }
    guard end > start, end < bytes.count, bytes[end] == UInt8(ascii: ":") else { return nil }
    let rest = bytes[(end + 1)...]
    return rest.first == UInt8(ascii: ":") || rest.starts(with: "//".utf8) ? nil : end
  }

  private mutating func takeText(_ token: inout QueryToken) {
    token.isQuoted = take("\"")
    var isOpen = token.isQuoted
    var endsInPlainDollar = false
    while let byte = peek(), isOpen || !isBlank(byte) {
      offset += 1
      endsInPlainDollar = false
      if byte == UInt8(ascii: "\\"), let escaped = peek() {
        offset += 1
        token.text.append(escaped)
      } else if isOpen, byte == UInt8(ascii: "\"") {
        isOpen = false
      } else {
        endsInPlainDollar = !isOpen && byte == UInt8(ascii: "$")
        token.text.append(byte)
      }
    }
    if endsInPlainDollar, token.text.count > 1 {
      token.text.removeLast()
      token.isAnchoredAtEnd = true
    }
  }

  private func peek() -> UInt8? { offset < bytes.count ? bytes[offset] : nil }

  private mutating func take(_ symbol: Unicode.Scalar) -> Bool {
    guard let byte = peek(), byte == UInt8(ascii: symbol) else { return false }
    offset += 1
    return true
  }

  private func isBlank(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: " ") || byte == UInt8(ascii: "\t")
  }
}

extension QueryToken {
  /// The token as a word, if the part before the colon is not a field: `re:Invent`, `Kafka:`.
  var asWord: QueryToken {
    guard let field else { return self }
    var word = self
    word.field = nil
    word.text = field.name + [UInt8(ascii: ":")]
    if isAnchoredAtStart { word.text.append(UInt8(ascii: "^")) }
    if isExact { word.text.append(UInt8(ascii: "'")) }
    word.text += text
    word.isAnchoredAtStart = false
    word.isExact = false
    // A hyphen negates only fields.
    if sign == UInt8(ascii: "-") {
      word.sign = nil
      word.text.insert(UInt8(ascii: "-"), at: 0)
    }
    return word
  }

  /// Whether something in it does more than name letters to be found.
  var hasOperator: Bool {
    isBar || isNegated || field != nil || isTag || isExact || isAnchoredAtStart || isAnchoredAtEnd
      || isQuoted || raw.contains(UInt8(ascii: "\\"))
  }
}
