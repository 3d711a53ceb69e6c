import ListModel

/// Assembles a page from its blocks, one by one.
///
/// The first heading, `Track … Updates Daily`, marks a published page; others are READMEs.
struct PageAssembler {
  /// The role of the following blocks.
  private enum Stage {
    case start
    case header(PageTitle)
    case track, readme, refused
  }

  private let path: String?
  private var stage = Stage.start
  private var title: String?
  private var header = PageHeader()
  private var kind = PageKind.overview
  private var track: EntryAssembler
  private var readme: ReadmeAssembler
  private var error = PageError.home
  private var collector = InlineCollector()
  /// A heading of a day or week was parsed; nothing above the first one belongs to the list.
  private var isBelowDate = false
  /// Whether awl published the page, so that its items are parsed exactly.
  private let isOurs: Bool

  private let form: ReadmeForm

  /// `page` is the location of the page, if known without parsing it.
  init(
    path: String?, form: ReadmeForm = .links, page: PageAddress? = nil, isOurs: Bool = false,
    isPacked: Bool
  ) {
    self.path = path
    self.isOurs = isOurs
    self.form = form
    track = EntryAssembler(isReadme: false, isPacked: isPacked)
    readme = ReadmeAssembler(
      at: ReadmePlace(form: form, page: page), isPacked: isPacked, keepsProse: true)
  }

  mutating func add(_ block: MarkdownBlock) {
    switch stage {
    case .start: start(with: block)
    case .header(let title): addToHeader(block, title: title)
    case .track: addToTrack(block)
    case .readme: readme.add(block)
    case .refused: break
    }
  }

  /// Ends the page; all its parts are then known.
  mutating func finish() throws(PageError) {
    switch stage {
    case .refused: throw error
    case .start: break
    case .header(let title): try refuseFramelessPage(title)
    case .track, .readme: break
    }
    track.finish()
    readme.finish()
  }

  /// The form of a README that was read to its end as links.
  var foundForm: ReadmeForm { kind == .overview ? readme.foundForm : .links }

  /// Returns the finished page, including issues found before its blocks.
  func page(of text: PageText, issues: IssueLog) -> ParsedPage {
    var issues = issues
    issues.add(found.issues)
    return ParsedPage(
      kind: kind, list: list, entries: found.entries, lines: found.lines.map(text.line),
      issues: text.issues(issues).sorted)
  }

  /// Returns the page that was finished with its entries packed.
  func packedPage(of text: PageText, issues: IssueLog) -> PackedPage {
    var issues = issues
    issues.add(found.issues)
    return PackedPage(
      kind: kind, list: list, form: form, count: found.count,
      columns: found.columns ?? CatalogBuilder(), issues: text.issues(issues).sorted)
  }

  private var found: EntryList { kind == .overview ? readme.found : track.found }
}

extension PageAssembler {
  private mutating func start(with block: MarkdownBlock) {
    if block.node.kind == .heading, block.node.headingLevel == 1 {
      let text = InlineCollector.collect(block.node)
      if let title = PageTitle(String(decoding: text.text, as: UTF8.self)) {
        stage = .header(title)
        self.title = title.list
        kind = title.kind
        return
      }
    }
    stage = .readme
    readme.add(block)
  }

  private mutating func addToHeader(_ block: MarkdownBlock, title: PageTitle) {
    if case .calendar(let date) = title {
      error = .calendar(date)
      stage = .refused
    } else if block.node.kind == .paragraph, !header.hasSwitch {
      header.add(paragraph: InlineCollector.collect(block.node))
    } else if header.hasNavigation, !header.hasSwitch {
      error = .home
      stage = .refused
    } else if case .overview = title {
      // A project may call its README an overview too.
      if !header.hasNavigation { self.title = self.title.map { $0 + " Overview" } }
      stage = .readme
      readme = ReadmeAssembler(
        at: ReadmePlace(form: form, page: address), isPacked: readme.found.columns != nil,
        keepsProse: true)
      readme.add(block)
    } else {
      stage = .track
      track.page = address
      addToTrack(block)
    }
  }

  private mutating func addToTrack(_ block: MarkdownBlock) {
    guard block.node.kind == .heading else {
      guard isBelowDate else { return }
      if isOurs { track.add(published: block) } else { track.add(block: block) }
      return
    }
    let level = block.node.headingLevel
    collector.read(block.node)
    switch PageHeading(collector.result, level: level) {
    case .day(let day): startDay(day)
    case .week(let week): startDay(week.days.lowerBound)
    case .undated: startDay(nil)
    case nil where isOurs:
      track.path.enter(level: level, parts: PublishedItem.headings(of: block.node))
    case nil:
      track.add(
        heading: HeadingText(level: level, line: block.line, text: collector.takeResult()))
    }
  }

  private mutating func startDay(_ day: Day?) {
    isBelowDate = true
    track.finish()
    track.path = HeadingPath()
    track.added = day
  }

  /// Refuses a page that ends in its header: a list without entries, or no page of a list.
  private func refuseFramelessPage(_ title: PageTitle) throws(PageError) {
    if case .calendar(let date) = title { throw .calendar(date) }
    if header.hasNavigation, !header.hasSwitch { throw .home }
  }

  /// The address of the list's own page, from the page's header.
  private var address: PageAddress? {
    let names = header.id?.utf8.split(separator: UInt8(ascii: "/")).prefix(2) ?? []
    if let source = header.source { return PageAddress(source) }
    return names.count == 2 ? PageAddress("https://github.com/\(names[0])/\(names[1])") : nil
  }

  private var list: AwesomeList {
    let name = header.id ?? path.flatMap { ListPath.listID(inPath: $0) }
    var list = AwesomeList(
      id: ListID(name ?? ListPath.fallbackID(ofPath: path)), title: readme.title ?? "",
      description: readme.description)
    list.categoryTexts = readme.categoryTexts
    if let title {
      list.title = title
      list.description = header.description.joined(separator: " ")
      list.source = header.source
      list.subject = header.subject
      list.stars = header.stars
    }
    if list.title.isEmpty { list.title = list.id.name }
    return list
  }
}
