import Glibc

/// A colour by its parts of red, green and blue.
package struct RGB: Hashable, Sendable {
  package var red: UInt8
  package var green: UInt8
  package var blue: UInt8

  package init(red: UInt8, green: UInt8, blue: UInt8) {
    (self.red, self.green, self.blue) = (red, green, blue)
  }

  /// Reads `#rrggbb`; nil for anything else.
  package init?(hexadecimal text: String) {
    let digits = text.utf8.dropFirst()
    guard text.utf8.first == UInt8(ascii: "#"), digits.count == 6, digits.first != 0x2B,
      let value = UInt32(String(Substring(digits)), radix: 16)
    else { return nil }
    self.init(
      red: UInt8(value >> 16), green: UInt8(value >> 8 & 0xFF), blue: UInt8(value & 0xFF))
  }

  /// The nearest of the 240 colours that are the same on every terminal: xterm's cube of six steps
  /// and its 24 greys.
  package var nearestColor: Color { nearestColor(notIn: []) }

  /// Returns the nearest of them, excluding some; the first one if none is left.
  package func nearestColor(notIn taken: Set<Color>) -> Color {
    var nearest = (color: Color(16), distance: Int.max)
    for (number, rgb) in Self.xterm.enumerated() {
      let color = Color(UInt8(16 + number))
      let distance = distance(to: rgb)
      if distance < nearest.distance, !taken.contains(color) { nearest = (color, distance) }
    }
    return nearest.color
  }

  /// Creates the standard value of a colour number from 16 on, on terminals of 256 colours; nil for
  /// one of the first sixteen, which are the user's choice.
  package init?(_ color: Color) {
    guard color.number >= 16 else { return nil }
    self = Self.xterm[Int(color.number) - 16]
  }

  private static let xterm: [RGB] = {
    let steps: [UInt8] = [0, 95, 135, 175, 215, 255]
    var colors: [RGB] = []
    for red in steps {
      for green in steps {
        for blue in steps { colors.append(RGB(red: red, green: green, blue: blue)) }
      }
    }
    for grey in 0..<24 {
      let part = UInt8(8 + 10 * grey)
      colors.append(RGB(red: part, green: part, blue: part))
    }
    return colors
  }()

  private func distance(to other: RGB) -> Int {
    [(red, other.red), (green, other.green), (blue, other.blue)].reduce(0) { sum, pair in
      let difference = Int(pair.0) - Int(pair.1)
      return sum + difference * difference
    }
  }

  /// The relative luminance of WCAG 2, from 0 to 1.
  package var luminance: Double {
    func linear(_ part: UInt8) -> Double {
      let value = Double(part) / 255
      return value <= 0.03928 ? value / 12.92 : pow((value + 0.055) / 1.055, 2.4)
    }
    return 0.2126 * linear(red) + 0.7152 * linear(green) + 0.0722 * linear(blue)
  }
}
