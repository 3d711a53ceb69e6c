import ListModel

/// Assembles a README from its blocks: title, description and entries.
///
/// The first heading of level 1 is the title. Sections on the licence or on contributing describe
/// the list itself, so their links are no entries.
struct ReadmeAssembler {
  private(set) var title: String?
  private(set) var description = ""
  private var entries: EntryAssembler
  private var skippedLevel: Int?
  private var isAboveEntries: Bool
  private var hasTitle: Bool
  /// The sections that the contents above the title name, which are no titles.
  private var contents: [String]
  /// Whether a section has begun, so that the following text does not describe the list.
  private var isBelowSection = false
  /// The level of an HTML heading whose text is the next paragraph.
  private var openHeading: Int?
  /// The skipped section was reported.
  private var hasReportedSkipping = false
  private let form: ReadmeForm

  init(at place: ReadmePlace = ReadmePlace(), isPacked: Bool = false, keepsProse: Bool = false) {
    form = place.form
    entries = EntryAssembler(
      isReadme: true, below: place.path, form: place.form, isPacked: isPacked,
      keepsProse: keepsProse)
    entries.page = place.page
    skippedLevel = place.skippedLevel
    isAboveEntries = place.isAboveEntries
    hasTitle = place.hasTitle
    entries.isBelowTitle = place.hasTitle || place.skippedLevel != nil
    contents = place.contents
  }

  var found: EntryList { entries.found }

  /// The prose about categories.
  var categoryTexts: [CategoryText] { entries.prose?.texts ?? [] }

  /// The place of the next block; exact once everything open was finished.
  var place: ReadmePlace {
    ReadmePlace(
      path: entries.path, skippedLevel: skippedLevel, isAboveEntries: isAboveEntries,
      hasTitle: hasTitle, contents: isAboveEntries && !hasTitle ? contents : [], form: form,
      page: entries.page)
  }

  /// The form of the README that was read to its end as links.
  var foundForm: ReadmeForm { entries.foundForm }

  mutating func add(_ block: MarkdownBlock) {
    let (node, line) = (block.node, block.line)
    if node.kind == .heading {
      add(heading: node, level: node.headingLevel, line: line)
      return
    }
    if node.kind == .html {
      for part in node.withLiteral({ HTMLParts($0).found }) { add(part, line: line) }
      return
    }
    if let level = openHeading, node.kind == .paragraph {
      // `<h1>`, a blank line, and the heading as Markdown.
      openHeading = nil
      add(heading: node, level: level, line: line)
      return
    }
    guard skippedLevel == nil else {
      reportSkipping(of: node, line: line)
      return
    }
    let isText = node.kind == .paragraph || node.kind == .quote
    if isAboveEntries, !isBelowSection, description.isEmpty, isText { takeDescription(node) }
    if isAboveEntries, node.kind == .list {
      if ItemReader.leadsAway(node, from: entries.page) { isAboveEntries = false }
      if !hasTitle { contents += ItemReader.anchors(in: node, on: entries.page) }
    }
    entries.add(block: block)
  }

  mutating func finish() { entries.finish() }
}

extension ReadmeAssembler {
  private mutating func add(heading block: MarkdownNode, level: Int, line: Int) {
    var text = InlineCollector.collect(block)
    // A title is often a picture of it.
    if text.text.isEmpty { text = InlineText(text: InlineCollector.pictureText(in: block)) }
    add(HeadingText(level: level, line: line, text: text))
  }

  private mutating func add(_ part: HTMLParts.Part, line: Int) {
    switch part {
    case .heading(let level, let text, let number):
      openHeading = nil
      add(HeadingText(level: level, line: line + number, text: text))
    case .headingStart(let level, _): openHeading = level
    case .headingEnd: openHeading = nil
    default: if skippedLevel == nil { entries.add(part, line: line) }
    }
  }

  private mutating func add(_ heading: HeadingText) {
    if let level = skippedLevel, heading.level > level { return }
    skippedLevel = nil
    // Some lists of tips are of one level throughout.
    let isContents = SectionName.isContents(heading.text.text[...])
    if heading.level == 1 || heading.level == form.tipLevel, !hasTitle, isAboveEntries, !isContents,
      !contents.contains(heading.part)
    {
      title = heading.part
      hasTitle = true
      entries.isBelowTitle = true
      isBelowSection = false
      return
    }
    isBelowSection = true
    // The title may still come below the contents.
    if !isContents, !SectionName.mayBeContents(heading.text.text[...]) { isAboveEntries = false }
    if entries.isOutermost(level: heading.level), SectionName.isAboutTheList(heading.text.text) {
      entries.finish()
      entries.isBelowTitle = true
      skippedLevel = heading.level
      hasReportedSkipping = false
      return
    }
    entries.add(heading: heading)
  }

  private mutating func reportSkipping(of block: MarkdownNode, line: Int) {
    guard !hasReportedSkipping, block.kind == .list, block.holdsLink else { return }
    hasReportedSkipping = true
    entries.report(line: line, "links in a section about the list itself are not entries")
  }

  private mutating func takeDescription(_ block: MarkdownNode) {
    let texts = BlockText.collect(block).filter { !$0.text.isEmpty }
    // A line of badges and links does not describe the list.
    guard let text = texts.first,
      text.links.reduce(0, { $0 + $1.range.count }) < text.text.count / 2
    else { return }
    description = text.text[...].string
  }
}
