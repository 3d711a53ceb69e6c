extension TOMLReader {
  /// Reads a flag, a number, a date or a time.
  mutating func readWord() throws(ConfigurationIssue) -> TOMLValue.Content {
    let start = self
    var word = ""
    while let scalar = peek(), Self.isOfWord(scalar) {
      word.unicodeScalars.append(scalar)
      advance()
    }
    // A date may be followed by a blank and its time.
    if Self.isDate(word), peek() == " ", let digit = peek(1), ("0"..."9").contains(digit) {
      word += " "
      advance()
      while let scalar = peek(), Self.isOfWord(scalar) {
        word.unicodeScalars.append(scalar)
        advance()
      }
    }
    switch word {
    case "true": return .flag(true)
    case "false": return .flag(false)
    default: break
    }
    if let number = Self.integer(word) { return .integer(number) }
    guard Self.isFloat(word) || Self.isDateOrTime(word) else {
      throw start.fault(
        word.isEmpty ? "a value is missing" : "\(word) is not a value: put strings in quotes")
    }
    return .other(word)
  }

  private static func isOfWord(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar {
    case "a"..."z", "A"..."Z", "0"..."9", "_", "-", "+", ".", ":": true
    default: false
    }
  }

  /// Returns an integer: decimal with a sign, or hexadecimal, octal or binary, with `_` between
  /// digits.
  private static func integer(_ word: String) -> Int? {
    for (prefix, radix) in [("0x", 16), ("0o", 8), ("0b", 2)] where word.hasPrefix(prefix) {
      let digits = word.dropFirst(2)
      guard let first = digits.utf8.first, first != UInt8(ascii: "+"), first != UInt8(ascii: "-")
      else { return nil }
      return withoutUnderscores(digits).flatMap { Int($0, radix: radix) }
    }
    let digits =
      word.utf8.first.map { $0 == 0x2B || $0 == 0x2D } == true ? word.dropFirst() : word[...]
    guard !digits.isEmpty, digits == "0" || digits.utf8.first != UInt8(ascii: "0"),
      digits.utf8.allSatisfy({ isDigit($0) || $0 == UInt8(ascii: "_") }),
      let plain = withoutUnderscores(digits)
    else { return nil }
    return Int((word.utf8.first == UInt8(ascii: "-") ? "-" : "") + plain)
  }

  /// Returns the digits; nil if a `_` is not between two of them.
  private static func withoutUnderscores(_ digits: Substring) -> String? {
    let parts = digits.split(separator: "_", omittingEmptySubsequences: false)
    return parts.contains { $0.isEmpty } ? nil : parts.joined()
  }

  private static func isDigit(_ byte: UInt8) -> Bool { byte >= 0x30 && byte <= 0x39 }

  private static func isFloat(_ word: String) -> Bool {
    var rest = Array(word.utf8)[...]
    if rest.first == 0x2B || rest.first == 0x2D { rest.removeFirst() }
    if rest.elementsEqual("inf".utf8) || rest.elementsEqual("nan".utf8) { return true }
    let whole = takeDigits(&rest)
    guard let whole, whole.first != 0x30 || whole.count == 1 else { return false }
    var isFloat = false
    if rest.first == UInt8(ascii: ".") {
      rest.removeFirst()
      guard takeDigits(&rest) != nil else { return false }
      isFloat = true
    }
    if rest.first == UInt8(ascii: "e") || rest.first == UInt8(ascii: "E") {
      rest.removeFirst()
      if rest.first == 0x2B || rest.first == 0x2D { rest.removeFirst() }
      guard takeDigits(&rest) != nil else { return false }
      isFloat = true
    }
    return isFloat && rest.isEmpty
  }

  /// Digits with a `_` between some; nil if there are none.
  private static func takeDigits(_ rest: inout ArraySlice<UInt8>) -> ArraySlice<UInt8>? {
    let digits = rest.prefix { isDigit($0) || $0 == UInt8(ascii: "_") }
    rest = rest.dropFirst(digits.count)
    let text = Substring(decoding: digits, as: UTF8.self)
    return digits.isEmpty || withoutUnderscores(text) == nil ? nil : digits
  }

  private static func isDate(_ word: String) -> Bool { fits(word, "dddd-dd-dd") }

  /// Returns whether a word has the form of a date, a time or both; no setting takes one.
  private static func isDateOrTime(_ word: String) -> Bool {
    let parts = word.split(maxSplits: 1) { "Tt ".contains($0) }
    guard let first = parts.first, isDate(String(first)) else { return isTime(word) }
    return parts.count == 1 || isTime(String(parts[1]), withZone: true)
  }

  private static func isTime(_ word: String, withZone: Bool = false) -> Bool {
    guard word.utf8.count >= 8, fits(String(word.prefix(8)), "dd:dd:dd") else { return false }
    var rest = word.dropFirst(8)
    if rest.first == "." {
      let digits = rest.dropFirst().prefix { $0.isASCII && $0.isNumber }
      guard !digits.isEmpty else { return false }
      rest = rest.dropFirst(1 + digits.count)
    }
    guard withZone, let zone = rest.first else { return rest.isEmpty }
    return rest == "Z" || rest == "z"
      || (zone == "+" || zone == "-") && fits(String(rest.dropFirst()), "dd:dd")
  }

  /// Returns whether a word has a form in which `d` is a digit.
  private static func fits(_ word: String, _ shape: String) -> Bool {
    word.utf8.count == shape.utf8.count
      && zip(word.utf8, shape.utf8).allSatisfy {
        $1 == UInt8(ascii: "d") ? isDigit($0) : $0 == $1
      }
  }
}
