/// A terminal's report about itself.
package enum TerminalResponse: Hashable, Sendable {
  /// The colour after text that has none (OSC 11), each part from 0 to 255.
  case background(red: UInt8, green: UInt8, blue: UInt8)
  /// Whether it supports a private mode (DECRQM), by the mode's number.
  case mode(Int, isSupported: Bool)
  /// Its primary attributes (DA1), which nearly every terminal reports: all earlier queries have
  /// then been answered or never will be.
  case attributes
}

/// The text of an operating system command (OSC) while it is read, in which terminals answer
/// questions about colours.
///
/// Only the first bytes are stored; a longer text is not a response.
struct StringResponse {
  private static let limit = 64
  private var bytes: [UInt8] = []
  private var isWhole = true

  mutating func append(_ byte: UInt8) {
    if bytes.count < Self.limit { bytes.append(byte) } else { isWhole = false }
  }

  /// Parses a whole response: `11;rgb:0000/2b2b/3636` or `11;rgba:…` with four parts.
  var response: TerminalResponse? {
    guard isWhole else { return nil }
    let parts = bytes.split(separator: UInt8(ascii: ";"), omittingEmptySubsequences: false)
    guard parts.count == 2, parts[0].elementsEqual("11".utf8) else { return nil }
    let color = parts[1].split(separator: UInt8(ascii: ":"), omittingEmptySubsequences: false)
    guard color.count == 2 else { return nil }
    let levels = color[1].split(separator: UInt8(ascii: "/"), omittingEmptySubsequences: false)
      .map(Self.level)
    let isOpaque = color[0].elementsEqual("rgb".utf8) && levels.count == 3
    let hasAlpha = color[0].elementsEqual("rgba".utf8) && levels.count == 4
    guard isOpaque || hasAlpha, let red = levels[0], let green = levels[1], let blue = levels[2]
    else { return nil }
    return .background(red: red, green: green, blue: blue)
  }

  /// One to four hexadecimal digits as a share of 255: `f`, `ff` and `ffff` are all of it.
  private static func level(_ digits: ArraySlice<UInt8>) -> UInt8? {
    guard (1...4).contains(digits.count) else { return nil }
    var value = 0
    for digit in digits {
      guard let number = Character(Unicode.Scalar(digit)).hexDigitValue else { return nil }
      value = value << 4 | number
    }
    let most = (1 << (4 * digits.count)) - 1
    return UInt8((value * 255 + most / 2) / most)
  }
}
