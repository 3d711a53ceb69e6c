internal import CNcurses
internal import TerminalScreen

/// How a terminal of true colours shows those of a theme exactly.
struct ExactColors {
  /// The kind of colours.
  enum Kind {
    /// The 256 palette entries; those that a theme uses are redefined (OSC 4) until the screen is
    /// left, including by a crash. Each theme colour uses the nearest entry, so there is little to
    /// see if the terminal cannot restore them, as after SIGKILL.
    case palette
    /// The parts of red, green and blue, as by `xterm-direct`; below 8 the terminal's own.
    case direct
    /// Not supported: the palette stays unchanged.
    case none
  }

  let kind: Kind
  /// The colours of the numbers.
  private var colors: [Color: RGB] = [:]

  /// - Parameter isTrueColor: whether the terminal has true colours and may be sent sequences that
  ///   ncurses does not know.
  init(isTrueColor: Bool) {
    let count = tigetnum("colors")
    kind = count > 256 ? .direct : isTrueColor && count == 256 ? .palette : .none
  }

  /// Whether terminfo says that the terminal has true colours: ncurses' own RGB, or Tc as tmux has it.
  static var areDescribed: Bool {
    if tigetflag("RGB") > 0 || tigetnum("RGB") > 0 || tigetflag("Tc") > 0 { return true }
    guard let text = tigetstr("RGB") else { return false }
    return Int(bitPattern: text) != -1
  }

  /// Replaces the colours; returns the sequence that sets them in the terminal.
  mutating func set(_ colors: [Color: RGB]) -> [UInt8] {
    let end = end
    self.colors = colors
    return end + begin
  }

  /// The sequence that sets these colours, as when the screen is taken over.
  var begin: [UInt8] {
    guard kind == .palette else { return [] }
    return sorted.flatMap { color, rgb in
      sequence("4;\(color.number);rgb:\(hex(rgb.red))/\(hex(rgb.green))/\(hex(rgb.blue))")
    }
  }

  /// The sequence that restores the terminal's own colours.
  var end: [UInt8] {
    guard kind == .palette, !colors.isEmpty else { return [] }
    return sequence("104;" + sorted.map { "\($0.key.number)" }.joined(separator: ";"))
  }

  /// Returns ncurses' value for a colour of a direct-colour terminal.
  func directNumber(of color: Color) -> Int32 {
    guard let rgb = colors[color] ?? RGB(color) else { return Int32(color.number & 7) }
    let number = Int32(rgb.red) << 16 | Int32(rgb.green) << 8 | Int32(rgb.blue)
    // The first numbers are the terminal's own eight colours: the darkest blues become a little lighter.
    return number > 0 && number < 8 ? 8 : number
  }

  private var sorted: [(key: Color, value: RGB)] {
    colors.sorted { $0.key.number < $1.key.number }
  }

  private func sequence(_ text: String) -> [UInt8] { Array("\u{1B}]\(text)\u{1B}\\".utf8) }

  private func hex(_ part: UInt8) -> String {
    let digits = String(part, radix: 16)
    return part < 16 ? "0" + digits : digits
  }
}
