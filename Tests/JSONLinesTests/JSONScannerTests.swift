import JSONLines
import Testing

struct JSONScannerTests {
  @Test func anObjectIsReadMemberByMember() throws {
    var scanner = JSONScanner(#" {"a": "x", "b":[1,{"c":null}] , "d" : -7 ,"e":["y"],"f":true}"#)
    var seen: [String] = []
    try scanner.object { scanner, name throws(JSONError) in
      if name.matches("a") {
        seen.append(try scanner.string())
      } else if name.matches("d") {
        seen.append(String(try scanner.integer()))
      } else if name.matches("e") {
        seen += try scanner.strings()
      } else if name.matches("f") {
        seen.append(String(try scanner.boolean()))
      } else {
        try scanner.skip()
      }
    }
    try scanner.end()
    #expect(seen == ["x", "-7", "y", "true"])
  }

  @Test func namesAreComparedWithoutTheirEscapes() throws {
    var scanner = JSONScanner(#"{"\u0061b":1,"é":2,"abc":3}"#)
    var seen: [String] = []
    try scanner.object { scanner, name throws(JSONError) in
      for word in ["ab", "é", "abc", "abd"] as [StaticString] where name.matches(word) {
        seen.append(word.description)
      }
      try scanner.skip()
    }
    #expect(seen == ["ab", "é", "abc"])
  }

  @Test(arguments: [
    (#"{"id":1,"url":2,"x":3}"#, "0 1 - "), (#"{"url":1,"id":2,"id":3}"#, "1 0 0 "),
    (#"{ "id" :1, "\u0075rl":2}"#, "0 1 "), (#"{"i":1,"idd":2,"":3}"#, "- - - "), ("{}", ""),
  ])
  func fieldsAreReportedByIndexInAnyOrder(json: String, reported: String) throws {
    var scanner = JSONScanner(json)
    var seen = ""
    try scanner.object(of: ["id", "url"]) { scanner, field, start throws(JSONError) in
      seen += field.map { "\($0) " } ?? "- "
      #expect(Array(json.utf8)[start] == UInt8(ascii: "\""))
      try scanner.skip()
    }
    try scanner.end()
    #expect(seen == reported)
  }

  @Test(arguments: [
    #"{"id":1,}"#, #"{"id" 1}"#, #"{"id"}"#, #"{"id"#, #"{"id":1 "url":2}"#, "{1:2}",
  ])
  func anObjectOfFieldsIsAsStrictAsAnyOther(json: String) {
    #expect(throws: JSONError.self) {
      var scanner = JSONScanner(json)
      try scanner.object(of: ["id", "url"]) { scanner, _, _ throws(JSONError) in
        try scanner.skip()
      }
    }
  }

  @Test(arguments: 0..<20)
  func aStringEndsWhereverItsQuoteIs(length: Int) throws {
    let plain = String(repeating: "a", count: length)
    for (json, text) in [
      (plain, plain), (plain + #"\"b"#, plain + #""b"#), (plain + "é\u{7F}", plain + "é\u{7F}"),
      ("é" + plain, "é" + plain), (plain + #"\\"#, plain + #"\"#), (plain + " ~!", plain + " ~!"),
    ] {
      var scanner = JSONScanner("\"" + json + "\",")
      #expect(try scanner.string() == text)
      #expect(scanner.position == json.utf8.count + 2)
    }
    for byte in Array(0..<0x20) + Array(0x80...0xFF) as [UInt8] {
      let bytes = [0x22] + Array(plain.utf8) + [byte] + Array("aaaaaaaa\"".utf8)
      let fault = byte < 0x20 ? JSONError.unexpected(column: length + 2) : .badText(column: 1)
      #expect(throws: fault) {
        var scanner = JSONScanner(bytes, in: bytes.indices)
        _ = try scanner.string()
      }
    }
  }

  @Test(arguments: [
    ("0", 0), ("-0", 0), ("-7", -7), ("9223372036854775807", Int.max),
    ("-9223372036854775808", Int.min),
  ])
  func wholeNumbersAreRead(json: String, number: Int) throws {
    var scanner = JSONScanner(json)
    #expect(try scanner.integer() == number)
  }

  @Test(arguments: [
    "9223372036854775808", "-9223372036854775809", "1.0", "1e3", "99999999999999999999",
  ])
  func otherNumbersAreNoWholeOnes(json: String) {
    #expect(throws: JSONError.otherKind(column: 1)) {
      var scanner = JSONScanner(json)
      _ = try scanner.integer()
    }
  }

  @Test(arguments: [
    (#""""#, ""), (#""é🎓""#, "é🎓"), (#""\" \\ \/ \b\f\n\r\t""#, "\" \\ / \u{8}\u{C}\n\r\t"),
    (#""\u00e9\uD83C\uDF93x""#, "é🎓x"), (#""\u0000""#, "\0"),
  ])
  func textsAreUnescaped(json: String, text: String) throws {
    var scanner = JSONScanner(json)
    #expect(try scanner.string() == text)
    try scanner.end()
  }

  @Test(arguments: [
    "0", "-0", "12", "1.5", "1e9", "-1.25E-2", "true", "false", "null", "[]", "{}", "[[],{}]",
    #"{"a":{"b":[1,2,"c"]}}"#, " [ 1 , 2 ] ",
  ])
  func everyKindOfValueCanBeSteppedOver(json: String) throws {
    var scanner = JSONScanner(json)
    try scanner.skip()
    try scanner.end()
  }

  @Test(arguments: [
    "", " ", "{", "}", "[1", "[1,]", "[,1]", "[1 2]", "{1:2}", #"{"a"}"#, #"{"a":}"#, #"{"a":1,}"#,
    #"{"a":1 "b":2}"#, "01", "-", "1.", "1e", "+1", ".5", "tru", "nul", "TRUE", "1 2", "{} {}",
    #"""#, #""a"#, #""\x""#, #""\u12""#, #""\u12g4""#, #""\ud800""#, #""\udc00""#,
    #""\ud800\ud800""#,
    #""\ud800x""#, #""\ud800\n""#, "\"a\nb\"", "\"a\0b\"", "// x", "'a'", "\u{FEFF}1", "NaN",
  ])
  func invalidJSONIsAnError(json: String) {
    #expect(throws: JSONError.self) {
      var scanner = JSONScanner(json)
      try scanner.skip()
      try scanner.end()
    }
  }

  @Test(arguments: [
    [0x22, 0xFF, 0x22], [0x22, 0xC0, 0xAF, 0x22], [0x22, 0xED, 0xA0, 0x80, 0x22],
  ])
  func textThatIsNotUTF8IsAnError(json: [UInt8]) {
    var scanner = JSONScanner(json, in: 0..<json.count)
    #expect(throws: JSONError.badText(column: 1)) { try scanner.string() }
  }

  @Test func aValueOfAnotherKindIsReported() {
    #expect(throws: JSONError.otherKind(column: 2)) {
      var scanner = JSONScanner(" 12")
      _ = try scanner.string()
    }
    #expect(throws: JSONError.otherKind(column: 1)) {
      var scanner = JSONScanner("1.5")
      _ = try scanner.integer()
    }
    #expect(throws: JSONError.otherKind(column: 1)) {
      var scanner = JSONScanner("99999999999999999999")
      _ = try scanner.integer()
    }
    #expect(throws: JSONError.otherKind(column: 1)) {
      var scanner = JSONScanner("\"x\"")
      _ = try scanner.boolean()
    }
  }

  @Test func nestingIsBounded() throws {
    let allowed = String(repeating: "[", count: 32) + String(repeating: "]", count: 32)
    var scanner = JSONScanner(allowed)
    try scanner.skip()
    #expect(throws: JSONError.tooDeep) {
      var scanner = JSONScanner(String(repeating: "[", count: 1_000_000))
      try scanner.skip()
    }
  }

  @Test func onlyTheRangeIsRead() throws {
    let bytes = Array("1\n[2]\n3".utf8)
    var scanner = JSONScanner(bytes, in: 2..<5)
    try scanner.skip()
    try scanner.end()
    #expect(scanner.position == 5)
  }

  @Test func theScannerReadsTheWritersOutput() throws {
    let everything = String(String.UnicodeScalarView((0...0x2FFF).compactMap(Unicode.Scalar.init)))
    var json = JSONWriter()
    json.value(everything + "\u{E0041}\u{1F393}")
    var scanner = JSONScanner(json.bytes, in: 0..<json.bytes.count)
    let read = try scanner.string()
    #expect(read.utf8.elementsEqual((everything + "\u{E0041}\u{1F393}").utf8))
  }
}

extension JSONScanner {
  init(_ text: String) {
    let bytes = Array(text.utf8)
    self.init(bytes, in: 0..<bytes.count)
  }
}
