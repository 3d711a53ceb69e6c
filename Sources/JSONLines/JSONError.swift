/// Why a line is not the JSON that was looked for.
public enum JSONError: Error, Equatable, Sendable {
  /// The line ends too early.
  case cutOff
  /// The byte at this column, counted from 1, is not allowed there.
  case unexpected(column: Int)
  /// An invalid UTF-8 sequence or escape begins here.
  case badText(column: Int)
  /// A value of another type than expected begins here.
  case otherKind(column: Int)
  /// Arrays and objects are nested too deeply.
  case tooDeep
}

extension JSONError: CustomStringConvertible {
  /// A short description: `unexpected byte at column 12`.
  public var description: String {
    switch self {
    case .cutOff: "cut off"
    case .unexpected(let column): "unexpected byte at column \(column)"
    case .badText(let column): "text that is not UTF-8 at column \(column)"
    case .otherKind(let column): "a value of another kind at column \(column)"
    case .tooDeep: "nested too deeply"
    }
  }
}
