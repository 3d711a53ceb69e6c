/// A list as large as real ones, made of a seed and written in one of the languages.
struct SyntheticMarkup {
  private var state: UInt64
  private let suffix: String
  private(set) var text = ""
  /// The text after the last section: the targets of named references.
  private var targets = ""
  private var number = 0

  /// A list with the given number of entries; `suffix` is a file suffix of the language.
  init(entries: Int, suffix: String, seed: UInt64) {
    state = seed
    self.suffix = suffix
    title("Awesome Things")
    text += "A curated list of things.\n\n"
    while number < entries { section() }
    text += targets
  }

  private mutating func pick(_ count: Int) -> Int {
    state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
    return Int(state >> 33) % count
  }

  private mutating func title(_ words: String) {
    switch suffix {
    case "org": text += "#+TITLE: \(words)\n#+STARTUP: overview\n\n"
    case "rst":
      let line = String(repeating: "=", count: words.count)
      text += "\(line)\n\(words)\n\(line)\n\n.. contents::\n   :depth: 2\n\n"
    default: text += "= \(words)\n:toc:\n:toc-placement!:\n\n"
    }
  }

  private mutating func section() {
    let depth = 1 + pick(2)
    let words = "Section \(number)"
    switch suffix {
    case "org":
      text += String(repeating: "*", count: depth) + " \(words)\n"
      if pick(3) == 0 { text += ":PROPERTIES:\n:CUSTOM_ID: s\(number)\n:END:\n" }
    case "rst":
      text += "\(words)\n" + String(repeating: depth == 1 ? "-" : "~", count: words.count) + "\n\n"
    default: text += String(repeating: "=", count: depth + 1) + " \(words)\n\n"
    }
    if pick(6) == 0 { table() } else { items(depth: 0) }
    text += "\n"
  }

  private mutating func items(depth: Int) {
    for _ in 0..<(2 + pick(6)) {
      let indent = String(repeating: "  ", count: depth)
      switch suffix {
      case "org": text += "\(indent)- \(link()) - \(words(indent + "  "))\n"
      case "rst": text += "\(indent)* \(link()) - \(words(indent + "  "))\n"
      default: text += String(repeating: "*", count: depth + 1) + " \(link()) - \(words(""))\n"
      }
      guard depth < 2, pick(8) == 0 else { continue }
      if suffix == "rst" { text += "\n" }
      items(depth: depth + 1)
      if suffix == "rst" { text += "\n" }
    }
  }

  private mutating func table() {
    let rows = (0..<3).map { _ in [link(named: false), "What \(number) is"] }
    let width = (rows.map { $0[0].count }.max() ?? 0) + 2
    let pad = { (cell: String) in cell + String(repeating: " ", count: width - cell.count) }
    switch suffix {
    case "org":
      text += "| Name | What |\n|------+------|\n"
      for row in rows { text += "| \(row[0]) | \(row[1]) |\n" }
    case "rst":
      let border = String(repeating: "=", count: width) + "  ==============\n"
      text += border + pad("Name") + "  What\n" + border
      for row in rows { text += pad(row[0]) + "  \(row[1])\n" }
      text += border
    default:
      text += "|===\n|Name |What\n\n"
      for row in rows { text += "|\(row[0])\n|\(row[1])\n" }
      text += "|===\n"
    }
  }

  private mutating func words(_ indent: String) -> String {
    let parts = [
      "A thing for R&D", "with snake_case and 3 < 4", "(in brackets)", "the one of its kind",
      "written in \(cpp)",
      "by 50% faster", "a | b", "“quoted”", "速い道具", "e.g. this",
    ]
    let first = parts[pick(parts.count)]
    let second = parts[pick(parts.count)]
    let more = pick(4) == 0 ? ", see also \(link(named: false))" : ""
    return pick(3) == 0 ? "\(first)\n\(indent)\(second)\(more)." : "\(first), \(second)\(more)."
  }

  /// In AsciiDoc `++` starts a passthrough.
  private var cpp: String { suffix == "adoc" ? "{cpp}" : "C++" }

  private mutating func url() -> String {
    number += 1
    let paths = [
      "", "a_b", "~user/x", "x?a=1&b=2", "wiki/Foo_(bar)", "a%20b", "p#frag", "d.e/f-g", "@name/x",
    ]
    return "https://ex\(number).org/\(paths[pick(paths.count)])"
  }

  private mutating func link(named mayBeNamed: Bool = true) -> String {
    let names = [
      "Foo", "foo-bar", "\(cpp) Kit", "The X", "snake_case", "D3.js", "Ünïcode", "R&D", "F#",
    ]
    let (url, name) = (url(), names[pick(names.count)] + " \(number)")
    switch suffix {
    case "org": return pick(9) == 0 ? url : "[[\(url)][\(name)]]"
    case "rst":
      guard mayBeNamed, pick(5) == 0 else { return "`\(name) <\(url)>`__" }
      targets += ".. _\(name): \(url)\n"
      return "`\(name)`_"
    default: return "\(pick(4) == 0 ? "link:" : "")\(url)[\(name)\(pick(5) == 0 ? "^" : "")]"
    }
  }
}
