/// The name that git gives a commit, a file's content or a folder: 40 or 64 hexadecimal digits.
public struct ObjectID: Hashable, Sendable {
  /// The digits, in lower case.
  public let hex: String

  /// Reads 40 or 64 digits; nil for anything else, so that no option ever takes its place.
  public init?(_ hex: String) {
    self.init(utf8: hex.utf8)
  }

  /// Reads 40 or 64 digits in ASCII.
  public init?(utf8 digits: some Collection<UInt8>) {
    guard digits.count == 40 || digits.count == 64,
      digits.allSatisfy({ $0 >= 0x30 && $0 <= 0x39 || $0 >= 0x61 && $0 <= 0x66 })
    else { return nil }
    hex = String(decoding: digits, as: UTF8.self)
  }

  /// Whether it is the null object, as for the content of a removed file.
  var isNull: Bool { hex.utf8.allSatisfy { $0 == UInt8(ascii: "0") } }
}

extension ObjectID: CustomStringConvertible {
  public var description: String { hex }
}
