/// The ID of a commit, blob or tree: 40 or 64 hexadecimal digits.
public struct ObjectID: Hashable, Sendable {
  /// The digits, in lower case.
  public let hex: String

  /// Parses 40 or 64 digits; nil for anything else, which keeps options from being passed as IDs.
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

  /// Whether it is the null ID, as for the blob of a removed file.
  var isNull: Bool { hex.utf8.allSatisfy { $0 == UInt8(ascii: "0") } }
}

extension ObjectID: CustomStringConvertible {
  public var description: String { hex }
}
