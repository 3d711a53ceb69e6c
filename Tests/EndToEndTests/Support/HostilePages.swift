import TestSupport

/// Pages that try to act on the terminal, each with a name.
enum HostilePages {
  /// Bytes of each kind, put into titles, categories, addresses and descriptions.
  static let fragments: [(name: String, fragments: [[UInt8]])] = [
    ("each control", (Array(0...0x1F) + [0x7F]).map { [$0] }),
    ("overwriting", [Array("\rB".utf8), Array("B\u{8}\u{8}CD".utf8)]),
    ("C1", (0x80...0x9F).map { utf8($0) }),
    (
      "broken UTF-8",
      [
        [0xFF, 0xFE], [0xC0, 0xAF], [0xED, 0xA0, 0x80], [0xF5, 0x80, 0x80, 0x80], [0xE2, 0x82],
        [0x9B, 0x32, 0x4A],
      ]
    ),
    (
      "direction",
      ([0x61C, 0x200E, 0x200F] + (0x202A...0x202E) + (0x2066...0x2069)).map { utf8($0) }
    ),
    (
      "invisible",
      [
        0x200B, 0x200C, 0x200D, 0x2060, 0x2061, 0x2062, 0x2063, 0x2064, 0xFEFF, 0xAD, 0x34F, 0x3164,
        0x115F, 0xFFA0, 0x2800,
      ].map { utf8($0) }
    ),
    ("tags", [(0x72...0x7A).flatMap { utf8(0xE0000 + $0) }, utf8(0xE0001), utf8(0xE007F)]),
    ("selectors", [utf8(0xFE0F), utf8(0xE0100), utf8(0xFE00)]),
    ("no characters", [0xE000, 0xF8FF, 0x10FFFF, 0xFFFE, 0xFDD0, 0x378].map { utf8($0) }),
    ("line ends", [0x2028, 0x2029, 0x85, 0x0B, 0x0C].map { utf8($0) }),
    ("marks", [Array(repeatElement(utf8(0x301) + utf8(0x316), count: 5_000).joined())]),
    ("flags", [Array(repeatElement(utf8(0x1F1E6), count: 5_000).joined())]),
    ("joiners", [Array(repeatElement(utf8(0x1F468) + utf8(0x200D), count: 5_000).joined())]),
    ("wide", [Array(repeatElement(utf8(0xFDFD) + utf8(0x12031), count: 200).joined())]),
    (
      "entities",
      [
        "&#0;", "&#27;[2J", "&#x9b;31m", "&#55296;", "&#x110000;", "&#99999999999;", "&#x202e;",
        "~~&**#27;**[31mFAKE~~", "&#7;&#8;&#13;&NewLine;&Tab;", "&zwj;&rlm;&shy;",
      ].map { Array($0.utf8) }
    ),
    (
      "sequences",
      [
        "\u{1B}]0;PWN\u{7}", "\u{1B}P$qm\u{1B}\\", "\u{1B}[21t", "\u{1B}]52;c;Y3VybA==\u{7}",
        "\u{1B}]8;;http://evil.example\u{1B}\\bank\u{1B}]8;;\u{1B}\\", "\u{1B}c", "\u{1B}[?1049l",
        "\u{9D}0;x\u{9C}", "```\u{1B}[2J",
      ].map { Array($0.utf8) }
    ),
  ]

  /// A page in which a fragment is everywhere where text can be.
  static func page(with fragments: [[UInt8]]) -> [UInt8] {
    var page: [UInt8] = []
    for (number, fragment) in fragments.enumerated() {
      if number == 0 {
        page += Array("# T".utf8) + fragment + Array("T\n\nD".utf8) + fragment + [10]
      }
      page += Array("\n## C".utf8) + fragment + Array("C\n\n".utf8)
      page += Array("- [A".utf8) + fragment + Array("B](<https://h.example/".utf8) + fragment
      page += Array("> \"t".utf8) + fragment + Array("\") - D".utf8) + fragment
      page += Array("E `c".utf8) + fragment + Array("`.\n".utf8)
      page += Array("- [A](https://h.example/".utf8) + fragment + Array("b)\n".utf8)
    }
    return page
  }

  /// Whole files that are odd.
  static let files: [(name: String, bytes: [UInt8])] = [
    ("nothing", []), ("a byte", [0x41]), ("a byte order mark", [0xEF, 0xBB, 0xBF]),
    ("a NUL", [0]),
    (
      "UTF-16",
      [0xFF, 0xFE]
        + Array("# T\n\n## C\n\n- [A](https://h.example) - D\u{1B}[2J\n".utf16).flatMap {
          [UInt8($0 & 0xFF), UInt8($0 >> 8)]
        }
    ),
    ("returns alone", Array("# T\r\r## C\r\r- [A](https://h.example) - D\r\n- [B](b)\r".utf8)),
    ("a long line", Array("# T\n\n- [A](https://h.example) - ".utf8) + long),
    ("empty lines", [UInt8](repeating: 10, count: isSoak ? 1_000_000 : 100_000)),
  ]

  private static let long = [UInt8](repeating: 0x9B, count: isSoak ? 16 << 20 : 1 << 18)

  private static func utf8(_ value: UInt32) -> [UInt8] {
    Unicode.Scalar(value).map { Array(String($0).utf8) } ?? []
  }
}
