import TestSupport

/// A README of blocks in random order and spacing, the same for the same seed.
struct RandomReadme {
  private var random: SeededGenerator
  private var links = 0
  private(set) var text = ""

  init(seed: Int) {
    random = SeededGenerator(seed: UInt64(seed) &* 7_919 + 1)
    for _ in 0..<5 + random.next(below: 60) { addBlock() }
    for number in 0..<links where number % 7 == 3 {
      text += "[ref\(number)]: https://ref.org/\(number)\n"
    }
  }

  private mutating func addBlock() {
    switch random.next(below: 14) {
    case 12, 13: addQuote()
    case 0, 1: text += String(repeating: "#", count: 1 + random.next(below: 4)) + " \(words())\n"
    case 2: text += "\(words())\n====\n"
    case 3, 4, 5: addList()
    case 6: addTable()
    case 7: text += paragraph() + "\n"
    case 8, 9: addHTML()
    case 10: text += "```\n# no [x](https://no.org)\n```\n"
    default:
      text +=
        [
          "* * *", "> [quote](https://q.org)", "<!--", "-->", "", "    code", "    ====", "-",
          "2. \(words())",
        ][random.next(below: 9)] + "\n"
    }
    // Half of the blocks have no blank line after them.
    if random.next(below: 2) == 0 { text += "\n" }
  }

  private mutating func addList() {
    let marker = ["- ", "* ", "+ ", "1. ", "-   "][random.next(below: 5)]
    let isLinked = random.next(below: 6) > 0
    for _ in 0...random.next(below: 20) {
      switch random.next(below: 12) {
      case 0: text += "  \(marker)\(link()) - \(words())\n"
      case 1: text += "\t\(marker)\(link())\n"
      case 2: text += "<img src=\"i.png\">\n"
      case 3: text += "\n"
      case 4: text += "lazy \(words())\n"
      case 5: text += marker + running() + "\n"
      default: text += marker + (isLinked ? link() + " - " : "") + words() + "\n"
      }
    }
  }

  private mutating func addTable() {
    text += "| Name | What |\n|---|:--|\n"
    for _ in 0..<random.next(below: 90) {
      switch random.next(below: 8) {
      case 0, 1: text += "| \(words()) |\n"
      case 2: text += "| <b>\(words())</b> | \(running())<br>\(words()) |\n"
      case 3: text += "| \(running()) | <img src=\"i.png\"> \(words()) |\n"
      default: text += "| \(link()) | \(words()) |\n"
      }
    }
  }

  private mutating func addQuote() {
    for _ in 0...random.next(below: 4) {
      switch random.next(below: 7) {
      case 0: text += "> - \(link()) - \(words())\n"
      case 1: text += "> <p>\n"
      case 2: text += "> </p> \(words())\n"
      case 3: text += "> <details><summary>\(running())</summary>\n"
      case 4: text += "> | A | B |\n> |---|---|\n> | \(running()) | \(link()) |\n"
      case 5: text += ">\n"
      default: text += "> \(running())\n"
      }
    }
  }

  private mutating func addHTML() {
    for _ in 0...random.next(below: 3) {
      text +=
        [
          "<br >", "<br>", "<a name=\"x\"></a>", "<a name=\"x\" />", "<p align=center>", "</p>",
          "<div>",
          "</div>", "<details>", "</details>", "<summary>\(words())</summary>", "<hr>",
          "<!-- comment -->", "<center>", "<h3>\(words())</h3>", "<pre>", "</pre>",
          "<img src=\"i.png\">",
          "<li><a href=\"https://li.org\">\(words())</a></li>", "<b>\(words())</b> \(words())",
        ][random.next(below: 20)] + "\n"
    }
  }

  private mutating func paragraph() -> String {
    switch random.next(below: 6) {
    case 0: "\(link()) - \(words())\n\(link()): \(words())"
    case 4: "\(words()) \(running()),\n\(words()) \(running())"
    case 5: running()
    case 1: "See also: \(link()), \(link()) and https://bare.org/\(random.next(below: 100))."
    case 2: "**[Back](#index)**"
    default: "\(words())\n\(words()) \(link())"
    }
  }

  /// Returns a link as tags write it, or a bare URL, with words around it.
  private mutating func running() -> String {
    links += 1
    let link = [
      "<a href=\"https://a.org/\(links)\">\(words())</a>", "https://bare.org/\(links)",
    ][random.next(below: 2)]
    return [
      link, "\(words()) \(link)", "\(link) \(words())", "\(words()) <b>\(words())</b> (\(link))",
    ][random.next(below: 4)]
  }

  private mutating func link() -> String {
    links += 1
    return links % 7 == 3 ? "[\(words())][ref\(links)]" : "[\(words())](https://ex.org/\(links))"
  }

  private mutating func words() -> String {
    let words = [
      "tool", "fast", "library", "of", "parser", "the", "Swift", "café", "`code`", "**bold**",
    ]
    return (0...random.next(below: 4)).map { _ in words[random.next(below: words.count)] }
      .joined(separator: " ")
  }
}
