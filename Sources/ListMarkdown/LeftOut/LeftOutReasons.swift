import ListModel

/// Tells why links and headings of a page are part of no entry.
struct LeftOutReasons {
  let survey: PageSurvey
  /// The line of the first entry; `Int.max` if there is none.
  let firstEntryLine: Int
  /// The line of the last entry if a page has more than the limit; else the maximum.
  let lastReadLine: Int
  /// The subject of each section, by the number of its heading.
  private let sections: [LeftOutReason?]
  /// The heading that is the page's title.
  private let title: Int?

  init(survey: PageSurvey, firstEntryLine: Int, lastReadLine: Int) {
    self.survey = survey
    self.lastReadLine = lastReadLine
    self.firstEntryLine = firstEntryLine
    title = survey.headings.firstIndex { $0.level == 1 }
    var sections: [LeftOutReason?] = []
    for (number, heading) in survey.headings.enumerated() {
      let outer = heading.parent.flatMap { sections[$0] }
      sections.append(outer ?? (number == title ? nil : SectionSubject.reason(heading.text)))
    }
    self.sections = sections
  }

  /// Returns why a link is part of no entry.
  func reason(for link: SurveyedLink) -> LeftOutReason {
    switch link.place {
    case .cut: return .cut
    case .comment: return .comment
    default: break
    }
    if link.line > lastReadLine { return .cut }
    if let section = link.heading.flatMap({ sections[$0] }) { return section }
    if link.isImage { return LeftOutReasons.isBadge(link.url) ? .badge : .image }
    if link.line < firstEntryLine { return .introduction }
    return switch link.place {
    case .item: .item
    case .table: .table
    case .heading: .heading
    case .html: .html
    case .footnote: .footnote
    case .paragraph, .quote, .comment, .cut: .prose
    }
  }

  /// Returns why a heading is a part of no category.
  func reason(forHeading number: Int) -> LeftOutReason {
    if number == title { return .title }
    if let section = sections[number] { return section }
    return survey.headings[number].line < firstEntryLine ? .introduction : .heading
  }

  /// Returns whether an address is a typical target of badges.
  private static func isBadge(_ url: [UInt8]) -> Bool {
    ["badge", "shields.io", "awesome.re", "travis-ci", "/actions", "/stargazers", "/blob/"]
      .contains { word in
        url.indices.contains { url[$0...].starts(with: word.utf8) }
      }
  }
}

/// The subject given by a section's name, if the section is about the list itself.
private enum SectionSubject {
  private static let contents = [
    "contents", "table of contents", "content", "toc", "index", "menu", "navigation", "summary",
  ]
  private static let sponsors = [
    "sponsors", "sponsor", "sponsoring", "backers", "our sponsors", "donate", "donations",
    "donation", "support", "support us", "supporters", "thanks", "acknowledgements", "credits",
  ]

  static func reason(_ heading: [UInt8]) -> LeftOutReason? {
    guard heading.count < 64 else { return nil }
    var name = heading.map(asciiLowercased)[...]
    name = name.drop { !$0.isLetter }
    while let last = name.last, !last.isLetter { name.removeLast() }
    if contents.contains(where: { name.elementsEqual($0.utf8) }) { return .contents }
    if sponsors.contains(where: { name.elementsEqual($0.utf8) }) { return .sponsor }
    guard SectionName.isAboutTheList(heading) else { return nil }
    let isLicence = name.starts(with: "licen".utf8) || name.starts(with: "copyright".utf8)
    return isLicence ? .licence : .contributing
  }
}
