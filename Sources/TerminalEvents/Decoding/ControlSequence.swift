/// Parses a CSI or SS3 sequence into its key.
///
/// `ESC [ 1 ; 5 C` is C-Right, `ESC [ 5 ~` PgUp, `ESC O P` F1. Only the first parameters are
/// stored, so a sequence may be of any length.
struct ControlSequence {
  /// Whether it began with `ESC O`.
  private let isSingleShift: Bool
  private var parameters: [Int] = []
  /// The introducing byte of `<=>?`, and the byte before the final one, as in `$ y`: terminals use
  /// them in responses and reports, so the sequence is not a key.
  private var prefix: UInt8?
  private var intermediate: UInt8?
  /// Whether it is of no form that anything is known of.
  private var isBroken = false
  private var isEmpty = true
  /// Whether a `:` was read: the alternatives to the key follow, up to the next `;`.
  private var isInAlternative = false

  /// A key's sequence has three parameters at most, as `27;5;105~`.
  private static let parameterLimit = 3

  init(isSingleShift: Bool = false) {
    self.isSingleShift = isSingleShift
  }

  /// Returns whether a byte that may be a parameter ends the sequence: SS3 has one byte only, and
  /// the keypad sends punctuation there.
  func isWhole(with byte: UInt8) -> Bool {
    isSingleShift && !(0x30..<0x3A).contains(byte) && byte != UInt8(ascii: ";")
  }

  /// Takes a parameter or intermediate byte.
  mutating func append(_ byte: UInt8) {
    let isFirst = isEmpty
    if isFirst { parameters = [0] }
    isEmpty = false
    guard intermediate == nil else {
      isBroken = true
      return
    }
    switch byte {
    case 0x30..<0x3A:
      guard !isInAlternative, let last = parameters.popLast() else { break }
      // No parameter of a key exceeds a code point; larger values are clamped.
      parameters.append(min(last * 10 + Int(byte - 0x30), 0x110000))
    case UInt8(ascii: ";"):
      isInAlternative = false
      if parameters.count <= Self.parameterLimit { parameters.append(0) }
    case UInt8(ascii: ":"): isInAlternative = true
    case 0x3C..<0x40 where isFirst: prefix = byte
    case 0x20..<0x30: intermediate = byte
    default: isBroken = true
    }
  }

  private var isReport: Bool { isBroken || prefix != nil || intermediate != nil }

  /// Returns whether the final byte makes it the start of a bracketed paste.
  func beginsPaste(final: UInt8) -> Bool {
    !isSingleShift && !isReport && final == UInt8(ascii: "~") && parameters == [200]
  }

  /// Returns whether the final byte makes it an old-style mouse report, followed by three bytes.
  func beginsMouseReport(final: UInt8) -> Bool {
    !isSingleShift && isEmpty && final == UInt8(ascii: "M")
  }

  /// Returns the terminal's answer; nil if it is not one that can be requested.
  func response(final: UInt8) -> TerminalResponse? {
    guard !isSingleShift, !isBroken, prefix == UInt8(ascii: "?") else { return nil }
    switch (final, intermediate) {
    case (UInt8(ascii: "c"), nil): return .attributes
    case (UInt8(ascii: "y"), UInt8(ascii: "$")) where parameters.count == 2:
      // 1 and 2: set and reset; 3: always set; 0 and 4: unknown and never set.
      return .mode(parameters[0], isSupported: (1...3).contains(parameters[1]))
    default: return nil
    }
  }

  /// Returns the report of the mouse that it is with the final byte.
  func mouse(final: UInt8) -> MouseEvent? {
    guard !isSingleShift, !isBroken, prefix == UInt8(ascii: "<"), intermediate == nil,
      parameters.count == 3
    else { return nil }
    return MouseEvent(
      button: parameters[0], column: parameters[1], row: parameters[2], final: final)
  }

  /// Returns the key with the final byte; nil for replies and unknown keys.
  func key(final: UInt8) -> KeyEvent? {
    guard !isReport, parameters.count <= Self.parameterLimit else { return nil }
    if isSingleShift, isEmpty, let keypad = KeyEvent(keypad: final) { return keypad }
    switch final {
    case UInt8(ascii: "~"): return tildeKey
    case UInt8(ascii: "u") where !isSingleShift: return character(parameter(0), modifiers(1))
    default: return letterKey(final)
    }
  }
}

extension ControlSequence {
  private var tildeKey: KeyEvent? {
    // xterm's modifyOtherKeys: 27 ; modifier ; character ~
    if parameter(0) == 27, parameters.count == 3 { return character(parameter(2), modifiers(1)) }
    return Key(number: parameter(0)).map { event($0, modifiers(1)) }
  }

  /// `ESC [ A`, `ESC [ 1 ; 5 A`, `ESC O A`, `ESC O 5 A`.
  ///
  /// With other parameters it is a response: `ESC [ 24 ; 80 R` is the cursor's position and not F3.
  private func letterKey(_ final: UInt8) -> KeyEvent? {
    let isOldForm = isSingleShift && parameters.count == 1
    guard isOldForm || parameter(0) <= 1, parameter(1) <= 16, let key = Key(letter: final) else {
      return nil
    }
    return event(key, modifiers(isOldForm ? 0 : 1))
  }

  private func parameter(_ index: Int) -> Int {
    index < parameters.count ? parameters[index] : 0
  }

  /// Returns the modifiers as bits: 1 Shift, 2 Alt, 4 Control, 8 Meta; the parameter is one more.
  private func modifiers(_ index: Int) -> Int {
    max(0, parameter(index) - 1)
  }

  private func event(_ key: Key, _ modifiers: Int) -> KeyEvent {
    KeyEvent(
      key, control: modifiers & 4 != 0, alt: modifiers & 10 != 0, shift: modifiers & 1 != 0)
  }

  private func character(_ value: Int, _ modifiers: Int) -> KeyEvent? {
    guard let scalar = UInt32(exactly: value).flatMap(Unicode.Scalar.init), value > 0 else {
      return nil
    }
    let plain = value < 0x80 ? KeyEvent(control: UInt8(value)) : KeyEvent(scalar)
    let isC1 = (0x80..<0xA0).contains(value)
    return isC1 ? nil : event(plain.key, modifiers | (plain.control ? 4 : 0))
  }
}
