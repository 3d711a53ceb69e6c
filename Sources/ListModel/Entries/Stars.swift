/// A GitHub star count, as titles and headers carry it: `(⭐1.5k)`.
public struct Stars: Hashable, Comparable, Sendable {
  /// The number itself; `1.5k` is 1500.
  public let count: Int

  /// Creates a count below zero is not one.
  public init(_ count: Int) {
    self.count = max(0, count)
  }

  /// Reads `418`, `1.5k`, `20K`, `1.2m`; nil for anything else.
  @inlinable
  public init?(parsing text: some StringProtocol) { self.init(ascii: text.utf8) }

  /// Reads a count from its bytes, as from its text.
  @inlinable
  public init?(ascii bytes: some Sequence<UInt8>) {
    var whole = 0
    var fraction = 0
    var scale = 1
    var digits = 0
    var pointSeen = false
    var factor: Int?
    for byte in bytes {
      switch byte {
      case UInt8(ascii: "0")...UInt8(ascii: "9") where factor == nil && digits < 10:
        let digit = Int(byte - UInt8(ascii: "0"))
        digits += 1
        if pointSeen {
          fraction = fraction * 10 + digit
          scale *= 10
        } else {
          whole = whole * 10 + digit
        }
      case UInt8(ascii: ".") where !pointSeen && digits > 0 && factor == nil: pointSeen = true
      case UInt8(ascii: "k"), UInt8(ascii: "K"):
        if factor == nil { factor = 1_000 } else { return nil }
      case UInt8(ascii: "m"), UInt8(ascii: "M"):
        if factor == nil { factor = 1_000_000 } else { return nil }
      default: return nil
      }
    }
    guard digits > 0, !pointSeen || (scale > 1 && factor != nil) else { return nil }
    let unit = factor ?? 1
    self.init(whole * unit + fraction * unit / scale)
  }

  public static func < (left: Stars, right: Stars) -> Bool { left.count < right.count }
}

extension Stars: CustomStringConvertible {
  /// The count as briefly as the site writes it: `418`, `1.5k`, `20k`.
  public var description: String {
    let (value, unit) =
      count >= 999_950 ? (count / 100_000, "m") : count >= 1_000 ? (count / 100, "k") : (0, "")
    guard !unit.isEmpty else { return String(count) }
    return value % 10 == 0 || value >= 100
      ? "\(value / 10)\(unit)" : "\(value / 10).\(value % 10)\(unit)"
  }
}
