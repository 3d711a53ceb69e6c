import ListModel

/// Takes the blocks of a README one by one: its title, its description and its entries.
///
/// The first heading of level 1 is the title. A section on the licence or on contributing tells
/// of the list itself, so its links are no entries.
struct ReadmeAssembler {
  private(set) var title: String?
  private(set) var description = ""
  private var entries: EntryAssembler
  private var skippedLevel: Int?
  private var isAboveEntries: Bool
  private var hasTitle: Bool
  /// The section that is passed over was told.
  private var hasToldSkipping = false
  private let form: ReadmeForm

  init(at place: ReadmePlace = ReadmePlace(), isPacked: Bool = false) {
    form = place.form
    entries = EntryAssembler(
      isReadme: true, below: place.path, form: place.form, isPacked: isPacked)
    skippedLevel = place.skippedLevel
    isAboveEntries = place.isAboveEntries
    hasTitle = place.hasTitle
    entries.isBelowTitle = place.hasTitle || place.skippedLevel != nil
  }

  var found: EntryList { entries.found }

  /// Where the next block would stand; right once all that is open was finished.
  var place: ReadmePlace {
    ReadmePlace(
      path: entries.path, skippedLevel: skippedLevel, isAboveEntries: isAboveEntries,
      hasTitle: hasTitle, form: form)
  }

  /// The form of the README that was read to its end as links.
  var foundForm: ReadmeForm { entries.foundForm }

  mutating func add(_ block: MarkdownBlock) {
    if block.node.kind == .heading {
      add(
        HeadingText(
          level: block.node.headingLevel, line: block.line,
          text: InlineCollector.collect(block.node)))
      return
    }
    guard skippedLevel == nil else {
      tellSkipping(of: block.node, line: block.line)
      return
    }
    let isText = block.node.kind == .paragraph || block.node.kind == .quote
    if isAboveEntries, description.isEmpty, isText {
      takeDescription(block.node)
    }
    if block.node.kind == .list { isAboveEntries = false }
    entries.add(block: block)
  }

  mutating func finish() { entries.finish() }
}

extension ReadmeAssembler {
  private mutating func add(_ heading: HeadingText) {
    if let level = skippedLevel, heading.level > level { return }
    skippedLevel = nil
    // Some lists of tips are of one level throughout.
    if heading.level == 1 || heading.level == form.tipLevel, !hasTitle, isAboveEntries {
      title = heading.part
      hasTitle = true
      entries.isBelowTitle = true
      return
    }
    isAboveEntries = false
    if SectionName.isAboutTheList(heading.text.text) {
      entries.finish()
      entries.isBelowTitle = true
      skippedLevel = heading.level
      hasToldSkipping = false
      return
    }
    entries.add(heading: heading)
  }

  private mutating func tellSkipping(of block: MarkdownNode, line: Int) {
    guard !hasToldSkipping, block.kind == .list, ItemReader.holdsLink(block) else { return }
    hasToldSkipping = true
    entries.tell(line: line, "links of a section on the list itself are no entries")
  }

  private mutating func takeDescription(_ block: MarkdownNode) {
    let texts = BlockText.collect(block).filter { !$0.text.isEmpty }
    // A line of badges and links is not what the list is about.
    guard let text = texts.first,
      text.links.reduce(0, { $0 + $1.range.count }) < text.text.count / 2
    else { return }
    description = text.text[...].string
  }
}
