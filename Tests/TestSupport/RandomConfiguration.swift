/// Configuration files randomly: of settings, keys and tables as they should be, and damaged.
public struct RandomConfiguration {
  private var random: SeededGenerator
  /// Settings with values that they take.
  private let settings: [(name: String, values: [String])]

  /// - Parameter settings: names with values as TOML that are right; others are made up.
  public init(seed: UInt64, settings: [(name: String, values: [String])] = []) {
    random = SeededGenerator(seed: seed)
    self.settings = settings
  }

  /// Settings whose names and types the caller need not pass: the words of the documented file are
  /// enough to be valid occasionally, and invalid in every way.
  private static let names = [
    "theme", "borders", "hints", "plain", "emoji", "row", "date-format", "wrap-width", "scrolloff",
    "panes", "detail", "facet-width", "facet-least", "facet-most", "detail-width", "detail-least",
    "detail-most", "detail-height", "wide-from", "narrow-below", "sort", "category-sort", "start",
    "restore", "sync", "new-days", "seen-on-open", "seen-on-quit", "ask-open", "ask-seen",
    "key-preset", "key-delay", "date-language", "ambiguous-width", "no-such-setting",
  ]
  private static let values = [
    "true", "false", "0", "1", "12", "28", "60", "99", "-5", "400", "1000000", "3.5", "\"auto\"",
    "\"25%\"", "\"100%\"", "\"0%\"", "\"none\"", "\"ascii\"", "\"default\"", "\"nord\"", "\"name\"",
    "\"below\"", "\"hidden\"", "\"right\"", "\"age\"", "\"text\"", "\"strip\"", "\"never\"",
    "\"new\"",
    "\"tig\"", "[\"date\", \"stars\"]", "[\"dates\", \"lists\"]", "[]", "[1]",
    "{ dark = \"nord\" }",
    "{}", "2026-11-30", "\"\"", "\"\\u001b[31m\"", "\"ä🎓\"",
  ]
  private static let tables = [
    "[keys.global]\n\"g n\" = \"go-new\"\nX = [\"bookmark\", \"move-down\"]\nQ = \"unbind\"\n",
    "[keys.entries]\nj = \"archive\"\n\"j j\" = \"no-such-command\"\n",
    "[commands.archive]\nrun = [\"true\", \"--\", \"{url}\"]\nmode = \"output\"\n",
    "[commands.broken]\nrun = [\"true\", \"x{url}\"]\n",
    "[commands.'a b']\nrun = 3\n",
    "[[openers]]\nrun = [\"true\", \"{url}\"]\nhost = \"example.org\"\nask = true\n",
    "[[openers]]\nrun = []\nquery = \"stars:>x\"\n",
    "[rules]\n\"is:paper\" = { fg = \"magenta\", bold = true }\n\"stars:>1k\" = { bg = 300 }\n",
    "[rules]\n\"(\" = 1\n", "[keys]\nglobal = 1\n", "[theme]\ndark = \"x\"\n", "[[keys]]\n",
  ]

  /// A file of some lines and tables; of three one is damaged randomly.
  public mutating func text() -> String {
    var text = ""
    for _ in 0..<Int.random(in: 0...5, using: &random) {
      if !settings.isEmpty, Int.random(in: 0..<5, using: &random) > 0 {
        let setting = settings[Int.random(in: settings.indices, using: &random)]
        text += "\(setting.name) = \(pick(setting.values))\n"
      } else {
        text += "\(pick(Self.names)) = \(pick(Self.values))\n"
      }
    }
    for _ in 0..<Int.random(in: 0...1, using: &random) { text += pick(Self.tables) }
    return Int.random(in: 0..<3, using: &random) == 0 ? damaged(text) : text
  }

  private mutating func pick(_ texts: [String]) -> String {
    texts[Int.random(in: texts.indices, using: &random)]
  }

  /// A text with some characters left out, doubled or replaced.
  private mutating func damaged(_ text: String) -> String {
    var scalars = Array(text.unicodeScalars)
    let others: [Unicode.Scalar] = [
      "=", "\"", "[", "]", "{", "\n", "\0", "\\", "#", "é", "\u{FEFF}",
    ]
    for _ in 0..<Int.random(in: 1...4, using: &random) where !scalars.isEmpty {
      let place = Int.random(in: scalars.indices, using: &random)
      switch Int.random(in: 0..<3, using: &random) {
      case 0: scalars.remove(at: place)
      case 1: scalars.insert(scalars[place], at: place)
      default: scalars[place] = others[Int.random(in: others.indices, using: &random)]
      }
    }
    var view = String.UnicodeScalarView()
    view.append(contentsOf: scalars)
    return String(view)
  }
}
