import ListModel

/// The prose about categories in a README, within the limits.
struct CategoryProse {
  /// A text for each category that has prose, in the order of the README.
  private(set) var texts: [CategoryText] = []
  private var numbers: [CategoryPath: Int] = [:]
  private var bytes = 0
  private var isFull = false

  /// Adds paragraphs that are in a category.
  mutating func add(
    _ paragraphs: [InlineText], of category: CategoryPath, line: Int, issues: inout IssueLog
  ) {
    for paragraph in paragraphs where CategoryProse.isDescriptive(paragraph) && !isFull {
      let room = PageLimits.categoryTextsBytes - bytes
      let number = numbers[category] ?? texts.count
      if number == texts.count {
        texts.append(CategoryText(category: category, text: ""))
        numbers[category] = number
      }
      let known = texts[number].text.utf8.count
      let prose = CategoryProse.text(of: paragraph)
      let limit = min(room, PageLimits.categoryTextBytes - known)
      guard limit > 0 else { continue }
      if !texts[number].text.isEmpty { texts[number].text += "\n" }
      texts[number].text += CategoryProse.prefix(prose, limit)
      bytes += min(prose.count, limit) + 1
      if prose.count > limit {
        isFull = prose.count > room
        issues.add(
          line: line,
          isFull
            ? "the texts of the categories are longer than \(PageLimits.categoryTextsBytes) bytes: the rest was not read"
            : "the text of the category is longer than \(PageLimits.categoryTextBytes) bytes and was cut"
        )
      }
    }
  }
}

extension CategoryProse {
  /// Returns whether a paragraph describes a category: it has words beyond a link back to the top.
  private static func isDescriptive(_ paragraph: InlineText) -> Bool {
    guard paragraph.text.withUnsafeBufferPointer({ EntryText.hasWords($0[...]) }),
      !LicenceNotice.isPart(paragraph), !HTMLText.leadsBack(paragraph)
    else { return false }
    let linked = paragraph.links.reduce(0) { $0 + $1.range.count }
    let isNavigation =
      !paragraph.links.isEmpty && paragraph.links.allSatisfy(\.isAnchor)
      && 2 * linked >= paragraph.text.count
    return !isNavigation
  }

  /// Returns the text of a paragraph with the addresses of its links.
  private static func text(of paragraph: InlineText) -> [UInt8] {
    var prose: [UInt8] = []
    var start = 0
    for link in paragraph.links
    where !link.isAnchor && !link.isBare && !link.isImage && link.range.upperBound >= start {
      prose += paragraph.text[start..<link.range.upperBound]
      prose += " <".utf8
      prose += paragraph.url(of: link)
      prose += ">".utf8
      start = link.range.upperBound
    }
    return prose + paragraph.text[start...]
  }

  /// Returns the first bytes of a text, cut between characters.
  private static func prefix(_ text: [UInt8], _ limit: Int) -> String {
    guard text.count > limit else { return text[...].string }
    var end = limit
    while end > 0, text[end] & 0xC0 == 0x80 { end -= 1 }
    return text[..<end].string + "…"
  }
}
