/// A symbol that a list puts on an entry; never a star count.
public struct Mark: Sendable {
  /// The symbol as it is in the list, without variation selectors: 🎓.
  public let symbol: String

  /// Creates a mark with the symbol unchanged.
  public init(_ symbol: String) {
    self.symbol = symbol
  }

  /// 🎓: the entry is a scientific publication.
  public static let publication = Mark("🎓")
  /// ⭐: the list counts the entry among those one must read.
  public static let mustRead = Mark("⭐")
  /// ~~: the list has struck the entry out but not removed it.
  public static let struck = Mark("~~")

  /// The symbol's meaning, where lists agree on it.
  public var meaning: String? {
    switch self {
    case .publication: "scientific publication"
    case .mustRead: "must-read"
    case .struck: "struck out"
    default: nil
    }
  }
}

extension Mark: Hashable {
  public static func == (left: Mark, right: Mark) -> Bool {
    left.symbol.utf8.elementsEqual(right.symbol.utf8)
  }

  public func hash(into hasher: inout Hasher) {
    for byte in symbol.utf8 { hasher.combine(byte) }
  }
}
