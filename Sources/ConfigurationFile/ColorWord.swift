/// Colours in a configuration file.
package enum ColorWord {
  /// The names of the terminal's sixteen colours, which users can configure.
  package static let names = [
    "black", "red", "green", "yellow", "blue", "magenta", "cyan", "white", "bright-black",
    "bright-red", "bright-green", "bright-yellow", "bright-blue", "bright-magenta", "bright-cyan",
    "bright-white",
  ]

  /// Returns whether a text is `#rrggbb`, the number of one of 256 colours, or the name of one of
  /// sixteen.
  static func isColor(_ text: String) -> Bool {
    if names.contains(text) { return true }
    let bytes = text.utf8
    if bytes.first == UInt8(ascii: "#") {
      return bytes.count == 7
        && bytes.dropFirst().allSatisfy {
          switch $0 {
          case 0x30...0x39, 0x41...0x46, 0x61...0x66: true
          default: false
          }
        }
    }
    guard !bytes.isEmpty, bytes.count <= 3, bytes.allSatisfy({ (0x30...0x39).contains($0) }) else {
      return false
    }
    return UInt8(text) != nil
  }
}
