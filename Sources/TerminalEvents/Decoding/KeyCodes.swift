extension KeyEvent {
  /// Creates the key of a single byte below 0x80, as terminals have sent keys since the teletype.
  ///
  /// C-h and Backspace, C-i and Tab, C-j, C-m and Enter share a byte, and so a key.
  init(control byte: UInt8) {
    switch byte {
    case 0x00: self.init(.character(" "), control: true)
    case 0x08, 0x7F: self.init(.backspace)
    case 0x09: self.init(.tab)
    case 0x0A, 0x0D: self.init(.enter)
    case 0x1B: self.init(.escape)
    case 0x01..<0x1B: self.init(.character(Unicode.Scalar(byte + 0x60)), control: true)
    case 0x1C..<0x20: self.init(.character(Unicode.Scalar(byte + 0x40)), control: true)
    default: self.init(Unicode.Scalar(byte))
    }
  }

  /// Creates the keypad's keys in application mode, `ESC O j` and such.
  init?(keypad byte: UInt8) {
    switch byte {
    case UInt8(ascii: "M"): self.init(.enter)
    case UInt8(ascii: "I"): self.init(.tab)
    case UInt8(ascii: " "): self.init(" ")
    case UInt8(ascii: "X"): self.init("=")
    // `*` to `9` are sent as `j` to `y`.
    case UInt8(ascii: "j")...UInt8(ascii: "y"): self.init(Unicode.Scalar(byte - 0x40))
    default: return nil
    }
  }

  /// F1 to F5 of the Linux console: `ESC [ [ A` to `ESC [ [ E`.
  init?(linuxFunction byte: UInt8) {
    guard (UInt8(ascii: "A")...UInt8(ascii: "E")).contains(byte) else { return nil }
    self.init(.function(Int(byte) - 0x40))
  }
}

extension Key {
  /// Creates the key that ends a sequence with a letter, as in `ESC [ A` and `ESC O A`.
  init?(letter byte: UInt8) {
    switch Unicode.Scalar(byte) {
    case "A": self = .up
    case "B": self = .down
    case "C": self = .right
    case "D": self = .left
    case "F": self = .end
    case "H": self = .home
    case "P": self = .function(1)
    case "Q": self = .function(2)
    case "R": self = .function(3)
    case "S": self = .function(4)
    case "Z": self = .backTab
    default: return nil
    }
  }

  /// Creates the key of a number before `~`, as in `ESC [ 5 ~`.
  init?(number: Int) {
    switch number {
    case 1, 7: self = .home
    case 2: self = .insert
    case 3: self = .delete
    case 4, 8: self = .end
    case 5: self = .pageUp
    case 6: self = .pageDown
    // The VT220 left gaps between its groups of function keys.
    case 11...15: self = .function(number - 10)
    case 17...21: self = .function(number - 11)
    case 23...26: self = .function(number - 12)
    case 28, 29: self = .function(number - 13)
    case 31...34: self = .function(number - 14)
    default: return nil
    }
  }
}
