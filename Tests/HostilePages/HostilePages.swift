/// Markdown that was found, here or elsewhere, to take a parser time that grows with its square.
///
/// The numbers are those of the families in the project's list of hostile input.
public struct HostilePage: Sendable, CustomStringConvertible {
  /// The name of the family.
  public let name: String
  /// The page of a size: about `n` times the pattern.
  public let make: @Sendable (_ n: Int) -> [UInt8]

  /// The name.
  public var description: String { name }

  init(_ name: String, _ make: @escaping @Sendable (Int) -> String) {
    self.name = name
    self.make = { Array(make($0).utf8) }
  }

  /// A pattern that is repeated.
  init(_ name: String, times pattern: String, then end: String = "") {
    self.init(name) { times(pattern, $0) + end }
  }
}

extension HostilePage {
  /// All families.
  public static var all: [HostilePage] { inlines + blocks + references }
}

/// A text that is repeated.
func times(_ pattern: String, _ count: Int) -> String { String(repeating: pattern, count: count) }
