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
  package var nearestColor: Color {
    let steps = [0, 95, 135, 175, 215, 255]
    let parts = [red, green, blue].map { part in
      steps.indices.min { abs(steps[$0] - Int(part)) < abs(steps[$1] - Int(part)) } ?? 0
    }
    let cube = (Color(UInt8(16 + 36 * parts[0] + 6 * parts[1] + parts[2])), parts.map { steps[$0] })
    let average = (Int(red) + Int(green) + Int(blue)) / 3
    let grey = min(23, max(0, (average - 3) / 10))
    let greys = (Color(UInt8(232 + grey)), [Int](repeating: 8 + 10 * grey, count: 3))
    return distance(to: greys.1) < distance(to: cube.1) ? greys.0 : cube.0
  }

  private func distance(to parts: [Int]) -> Int {
    zip([red, green, blue], parts).reduce(0) { sum, pair in
      let difference = Int(pair.0) - pair.1
      return sum + difference * difference
    }
  }
}
