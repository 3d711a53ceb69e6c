import ListModel

/// Takes the blocks of a README one by one: its title, its description and its entries.
///
/// The first heading of level 1 is the title. A section on the licence or on contributing tells
/// of the list itself, so its links are no entries.
struct ReadmeAssembler {
  private(set) var title: String?
  private(set) var description = ""
  private var assembler = EntryAssembler(isReadme: true)
  /// The level of the section that is passed over.
  private var skippedLevel: Int?
  private var isAboveEntries = true

  mutating func add(_ block: MarkdownNode, lineOffset: Int) {
    if block.kind == .heading {
      add(
        HeadingText(
          level: block.headingLevel, line: block.line + lineOffset,
          text: InlineCollector.collect(block)))
      return
    }
    guard skippedLevel == nil else { return }
    if isAboveEntries, description.isEmpty, block.kind == .paragraph || block.kind == .quote {
      takeDescription(block)
    }
    if block.kind == .list { isAboveEntries = false }
    assembler.add(block: block, lineOffset: lineOffset)
  }

  var found: EntryList { assembler.found }

  mutating func finish() { assembler.finish() }
}

extension ReadmeAssembler {
  private mutating func add(_ heading: HeadingText) {
    if let level = skippedLevel, heading.level > level { return }
    skippedLevel = nil
    if heading.level == 1, title == nil, isAboveEntries {
      title = heading.part
      return
    }
    isAboveEntries = false
    if SectionName.isAboutTheList(heading.text.text) {
      assembler.finish()
      skippedLevel = heading.level
      return
    }
    assembler.add(heading: heading)
  }

  private mutating func takeDescription(_ block: MarkdownNode) {
    let texts = BlockText.collect(block).filter { !$0.text.isEmpty }
    // A line of badges and links is not what the list is about.
    guard let text = texts.first, text.links.allSatisfy({ $0.range.count < text.text.count / 2 })
    else { return }
    description = String(decoding: text.text, as: UTF8.self)
  }
}
