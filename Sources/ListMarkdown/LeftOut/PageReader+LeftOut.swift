import ListModel

extension PageReader {
  /// Reads a page and finds the links and headings that belong to no entry.
  ///
  /// Each link that leads off the page either belongs to an entry or is reported as left out. Costs
  /// about twice as much as `read`.
  public static func account(_ bytes: [UInt8], path: String?) throws(PageError) -> PageAccount {
    let page = try read(bytes, path: path)
    let text = try PageText(bytes, path: path)
    var reader = MarkdownReader(text.markdown)
    let references = LinkReferences(
      to: reader.scanned.definitions, pageBytes: text.markdown.count)
    var survey = PageSurvey(references: references)
    _ = reader.read { survey.add($0.node, lineOffset: $0.lineOffset) }
    for (range, line) in reader.scanned.unread + reader.cutParagraphs {
      survey.add(unparsed: text.markdown[range], line: line, place: .cut)
    }
    survey.addFootnotes(of: text.markdown)
    survey.sort()
    // Entries and links are compared by the lines of the Markdown.
    let compared = text.isTranslated ? try read(text.markdown, path: "page.md") : page
    let accounting = Accounting(page: compared, survey: survey)
    let leftOut = accounting.leftOut.map {
      LeftOut(
        content: $0.content, line: text.line($0.line), section: $0.section, reason: $0.reason)
    }
    return PageAccount(
      page: page, linkCount: survey.links.count,
      headingCount: survey.headings.count + survey.hiddenHeadings.count,
      leftOut: leftOut)
  }
}

/// Compares the links and headings of a page with those of its entries.
private struct Accounting {
  let page: ParsedPage
  let survey: PageSurvey

  var leftOut: [LeftOut] {
    let isFull = page.entries.count >= PageLimits.entries
    let reasons = LeftOutReasons(
      survey: survey, firstEntryLine: page.lines.first ?? .max,
      lastReadLine: isFull ? page.lines.last ?? .max : .max)
    var found: [LeftOut] = []
    let taken = linksOfEntries()
    for (number, link) in survey.links.enumerated() where !taken[number] {
      found.append(
        LeftOut(
          content: .link(title: link.title[...].string, url: link.url[...].string),
          line: link.line, section: CategoryPath(survey.path(to: link.heading)),
          reason: reasons.reason(for: link)))
    }
    let used = headingsOfEntries()
    for (number, heading) in survey.headings.enumerated() where !used[number] {
      found.append(
        LeftOut(
          content: .heading(heading.text[...].string), line: heading.line,
          section: CategoryPath(survey.path(to: heading.parent)),
          reason: reasons.reason(forHeading: number)))
    }
    for heading in survey.hiddenHeadings {
      found.append(
        LeftOut(
          content: .heading(heading.text[...].string), line: heading.line,
          section: CategoryPath(survey.path(to: heading.parent)),
          reason: heading.isComment ? .comment : .html))
    }
    return found.sorted { $0.line < $1.line }
  }

  /// Returns which links of the page entries have.
  ///
  /// Each link of an entry is the first one to the same address from the entry's line on that is
  /// not yet another's.
  private func linksOfEntries() -> [Bool] {
    var places: [String: LinkPlaces] = [:]
    for (number, link) in survey.links.enumerated() {
      places[link.url[...].string, default: LinkPlaces()].numbers.append(number)
    }
    for url in places.keys {
      places[url]?.numbers.sort { survey.links[$0].line < survey.links[$1].line }
    }
    var taken = [Bool](repeating: false, count: survey.links.count)
    for (number, entry) in page.entries.enumerated() {
      let line = page.lines[number]
      let end = number + 1 < page.lines.count ? max(page.lines[number + 1], line + 1) : Int.max
      for url in Set(entry.links.map(\.url)) {
        places[url]?.take(from: line, to: end, of: survey.links, taken: &taken)
      }
    }
    return taken
  }

  /// Returns which headings are a part of an entry's category, or an entry themselves.
  private func headingsOfEntries() -> [Bool] {
    var used = [Bool](repeating: false, count: survey.headings.count)
    let byLine = Dictionary(
      survey.headings.indices.map { (survey.headings[$0].line, $0) }, uniquingKeysWith: { $1 })
    var next = 0
    var current: Int?
    for (entry, line) in zip(page.entries, page.lines) {
      while next < survey.headings.count, survey.headings[next].line <= line {
        current = next
        next += 1
      }
      if let own = byLine[line], survey.headings[own].isNamed(by: entry.title) { used[own] = true }
      var heading = current
      while let number = heading, !used[number] || number == byLine[line] {
        let next = survey.headings[number]
        if entry.category.headings.contains(where: { next.isNamed(by: $0) }) {
          used[number] = true
        }
        heading = next.parent
      }
    }
    return used
  }
}

/// The links of a page to one address, by line.
private struct LinkPlaces {
  var numbers: [Int] = []
  private var first = 0

  /// Takes the first free link from a line on, and its repetitions before the line where the
  /// next entry is; in text of its own a repetition is not part of the entry, unless it is a picture.
  mutating func take(from line: Int, to end: Int, of links: [SurveyedLink], taken: inout [Bool]) {
    while first < numbers.count, links[numbers[first]].line < line { first += 1 }
    var index = first
    while index < numbers.count, taken[numbers[index]] { index += 1 }
    guard index < numbers.count else { return }
    taken[numbers[index]] = true
    for number in numbers[(index + 1)...] {
      guard links[number].line < end else { return }
      if links[number].isImage || links[number].place != .paragraph { taken[number] = true }
    }
  }
}

extension SurveyedHeading {
  /// Returns whether a part of a category is the heading, or the heading without decoration.
  fileprivate func isNamed(by part: String) -> Bool {
    let part = Array(part.utf8)
    guard let first = part.first, part.count <= text.count else { return false }
    guard text.count < 1_000 else { return text == part }
    return text.indices.contains { text[$0] == first && text[$0...].starts(with: part) }
  }
}
