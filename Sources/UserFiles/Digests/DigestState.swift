import JSONLines

/// The state of `awl new --since-last NAME`: for each list the fingerprints of all news that the
/// catalog held when the command last succeeded.
///
/// As a file: a header, then a line a list, the fingerprints sorted and in 12 hexadecimal digits
/// each: `{"list":"owner/name","news":"0123456789ab…"}`.
public struct DigestState: Equatable, Sendable {
  static let formatName = "awl-digest"
  private static let digits = 12

  /// By the path of the list.
  private var fingerprints: [String: Set<UInt64>] = [:]
  /// The format in the header; nil if the file is ours or there is none.
  private(set) var foreign: FileFormat?

  /// Creates an empty state.
  public init() {}

  /// Returns the fingerprints of a list's news; nil for a list that was not there.
  public func known(of list: String) -> Set<UInt64>? { fingerprints[list] }

  /// Replaces a list's state.
  public mutating func remember(_ news: Set<UInt64>, of list: String) { fingerprints[list] = news }

  /// Reads a whole file; damaged lines are left out.
  init(_ bytes: [UInt8]) {
    for line in bytes.split(separator: UInt8(ascii: "\n")) {
      let range = line.startIndex..<line.endIndex
      if let format = FileFormat(bytes, in: range, named: Self.formatName) {
        if format != .current { foreign = format }
      } else if let (list, news) = try? Self.line(bytes, in: range) {
        fingerprints[list] = news
      }
    }
  }

  /// The whole file, sorted by list.
  var bytes: [UInt8] {
    var json = JSONWriter()
    var content = FileFormat.header(named: Self.formatName) + [UInt8(ascii: "\n")]
    for list in fingerprints.keys.sorted(by: { $0.utf8.lexicographicallyPrecedes($1.utf8) }) {
      json.beginObject()
      json.member("list", list)
      json.member("news", Self.hexadecimal(fingerprints[list, default: []].sorted()))
      json.endObject()
      json.endLine()
    }
    content += json.bytes
    return content
  }
}

extension DigestState {
  private static func line(
    _ bytes: [UInt8], in line: Range<Int>
  ) throws(JSONError) -> (list: String, news: Set<UInt64>)? {
    var list: String?
    var news: String?
    var scanner = JSONScanner(bytes, in: line)
    try scanner.object { scanner, name throws(JSONError) in
      if name.matches("list") {
        list = try scanner.string()
      } else if name.matches("news") {
        news = try scanner.string()
      } else {
        try scanner.skip()
      }
    }
    try scanner.end()
    guard let list, let news, let numbers = numbers(news) else { return nil }
    return (list, Set(numbers))
  }

  private static func hexadecimal(_ numbers: [UInt64]) -> String {
    let hexadecimal = Array("0123456789abcdef".utf8)
    var text: [UInt8] = []
    text.reserveCapacity(numbers.count * digits)
    for number in numbers {
      for digit in (0..<digits).reversed() {
        text.append(hexadecimal[Int(number >> UInt64(digit * 4) & 15)])
      }
    }
    return String(decoding: text, as: UTF8.self)
  }

  /// Nil if the text is not a sequence of complete fingerprints.
  private static func numbers(_ text: String) -> [UInt64]? {
    var numbers: [UInt64] = []
    var number: UInt64 = 0
    var count = 0
    for byte in text.utf8 {
      guard let digit = Character(Unicode.Scalar(byte)).hexDigitValue else { return nil }
      number = number << 4 | UInt64(digit)
      count += 1
      if count == digits {
        numbers.append(number)
        (number, count) = (0, 0)
      }
    }
    return count == 0 ? numbers : nil
  }
}
