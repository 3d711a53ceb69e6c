import ListMarkdown
import ListModel
import PageLayout
import Settings
import TerminalEvents

extension BrowserState {
  /// The layout of a page on the screen.
  package var pageFrame: PageFrame {
    PageFrame(
      columns: size.columns, rows: size.rows,
      widestText: preferences.settings.number(.wrapWidth), footerRows: layoutFooterRows,
      hasContents: !isPlain)
  }

  /// Requests the page of the chosen list, or of the selected entry's list.
  mutating func view() -> [BrowserEffect] {
    let entry = place.selected
    guard let list = place.onlyList ?? entry.map({ place.catalog.listIndex(of: $0) }) else {
      message = Message(.information, "choose a list or an entry to read its page")
      return []
    }
    let opensEntry = place.focus == .entries || place.focus == .detail
    pageTarget = opensEntry ? entry : nil
    pageHeading = nil
    if place.focus == .categories, case .category(let path) = place.categories.chosen {
      pageHeading = path.headings.last
    }
    let id = place.catalog.list(list).id
    guard place.kind.isOfLibrary else {
      message = Message(.information, "pages are read from the lists: gh goes there")
      return []
    }
    if returnsToPage {
      returnToPage()
      return []
    }
    return read(PageRequest(list: id, options: pageOptions(), generation: 0))
  }

  /// Returns the layout options of a page on this screen.
  func pageOptions(_ page: PageView? = nil) -> LayoutOptions {
    var options = LayoutOptions(columns: pageFrame.textColumns)
    options.ambiguousColumns = preferences.settings.number(.ambiguousWidth)
    options.glyphs = isPlain ? .words : options.ambiguousColumns == 2 ? .ascii : pageGlyphs
    options.showEmoji(as: preferences.settings.word(.emoji))
    options.toggledDetails = page?.page.options.toggledDetails ?? []
    options.insertions = page?.insertions ?? []
    return options
  }

  mutating func read(_ request: PageRequest) -> [BrowserEffect] {
    pageGeneration += 1
    pageDestination = nil
    var request = request
    request.generation = pageGeneration
    message = Self.readingPage
    return [.readPage(request)]
  }

  private static let readingPage = Message(.information, "reading the page")

  /// Requests a page that was read before, to be shown at its last line.
  mutating func read(_ location: PageLocation) -> [BrowserEffect] {
    let request = PageRequest(
      list: location.list, file: location.file, options: pageOptions(), generation: 0)
    let effects = read(request)
    pageDestination = location
    return effects
  }

  /// Shows a page, unless another one was requested since.
  mutating func show(_ contents: PageContents) {
    guard contents.request.generation == pageGeneration else { return }
    if message == Self.readingPage { message = nil }
    if contents.request.showsRemoved {
      let count = contents.removals.count
      message = Message(
        .information,
        count == 0
          ? "no entry has left this list"
          : "\(count) that left the list \(count == 1 ? "is" : "are") shown with ~: z r hides them")
    }
    var view = PageView(contents)
    let isSame =
      page.map {
        $0.request.list == contents.request.list && $0.request.file == contents.request.file
      }
      ?? false
    if !isSame {
      if pageDestination == nil { jumps.record(location) }
      leavePage()
    }
    if isSame, let page { view.stay(where: page) }
    self.page = view
    if !isSame {
      if let line = pageLines[contents.request.list], contents.request.file == nil {
        let rows = pageFrame.rows
        self.page?.go(toSource: line, rows: rows)
      }
      goToTarget()
      if let pageDestination { self.page?.go(to: pageDestination) }
    }
  }

  /// Goes to the entry or heading for which the page was opened.
  private mutating func goToTarget() {
    let rows = pageFrame.rows
    if let entry = pageTarget {
      let url = place.catalog.urls[entry.number]
      if page?.go(to: entry, link: url, rows: rows) != true {
        message = Message(.information, "the entry is not found in the page")
      }
    } else if let heading = pageHeading, var page {
      if let row = page.contents.headings.first(where: { $0.text.hasPrefix(heading) }) {
        page.go(toSource: row.line, rows: rows)
      } else if let place = page.page.position(ofAnchor: HeadingSlug.slug(of: heading)) {
        page.go(to: place)
      }
      self.page = page
    }
    (pageTarget, pageHeading) = (nil, nil)
  }

  /// Runs a command while a page is on the screen.
  mutating func runInPage(_ command: Command, at time: EventTime) -> [BrowserEffect] {
    switch command {
    case .moveDown, .moveUp, .goTop, .goBottom, .halfPageDown, .halfPageUp, .pageDown, .pageUp,
      .detailDown, .detailUp:
      moveInPage(command)
    case .nextSection, .previousSection:
      for _ in 0..<min(takeCount() ?? 1, 1_000) {
        page?.goToSection(forward: command == .nextSection)
      }
    case .nextLink, .previousLink: goToLink(forward: command == .nextLink)
    case .scrollLeft: scrollPage(by: -(takeCount() ?? 1) * 8)
    case .scrollRight: scrollPage(by: (takeCount() ?? 1) * 8)
    case .contents: page?.focusContents()
    case .into: return goInPage(at: time)
    case .out:
      let hasContents = pageFrame.contents != nil
      page?.goOut(hasContents: hasContents)
    case .open:
      let effects = openFromPage()
      return effects + (effects.isEmpty ? [] : markOpened(at: time))
    case .hints: startHints(.follow)
    case .copyHint: startHints(.copy)
    case .copyURL, .copyTitle, .copyMarkdown: return copyFromPage(command)
    case .openWith: return offerOpenersInPage()
    case .toggleRead where togglesSeen: return toggleSeen(at: time)
    case .bookmark, .later, .tags, .note, .toggleRead, .undo, .redo:
      return keep(command, at: time)
    case .showRemoved: return toggleRemoved()
    case .find, .filter: startFind()
    case .nextMatch, .previousMatch: goToPageMatch(forward: command == .nextMatch)
    case .olderVersion, .newerVersion: return readVersion(newer: command == .newerVersion)
    case .versionChanges: showVersionChanges()
    case .view, .close: closePage()
    case .clear: clearInPage()
    case .goHome: leavePages()
    default: return runOutsidePage(command)
    }
    count = nil
    return []
  }

  private mutating func runOutsidePage(_ command: Command) -> [BrowserEffect] {
    count = nil
    switch command {
    case .help: overlay = .help(HelpList(in: .page))
    case .commandLine: prompt = Prompt(.command)
    case .redraw: return [.redraw]
    case .suspend: return [.suspend]
    case .interrupt: return interrupt()
    case .quit: return [.quit]
    case .pipe: startPipe()
    case .sync, .syncAll: return sync(command)
    case .follow: prompt = Prompt(.command, text: "follow \(repositoryInPage ?? "")")
    case .unfollow: askForSource(command)
    default:
      message = Message(.information, ":\(command.rawValue) does nothing in a page: v leaves it")
    }
    return []
  }

  private mutating func moveInPage(_ command: Command) {
    let given = takeCount()
    let times = given ?? 1
    let rows = pageFrame.rows
    let isContents = page?.focus == .contents
    func move(by lines: Int) {
      if isContents {
        page?.row += lines
      } else if page?.showsChanges == true {
        page?.changesTop += lines
      } else {
        page?.move(by: lines)
      }
    }
    switch command {
    case .moveDown, .detailDown: move(by: times)
    case .moveUp, .detailUp: move(by: -times)
    case .halfPageDown: move(by: max(1, rows / 2) * times)
    case .halfPageUp: move(by: -max(1, rows / 2) * times)
    case .pageDown: move(by: max(1, rows - 1) * times)
    case .pageUp: move(by: -max(1, rows - 1) * times)
    case .goTop:
      page?.goToStart(line: (given ?? 1) - 1)
    case .goBottom:
      if let given { page?.goToStart(line: given - 1) } else { page?.goToEnd() }
    default: break
    }
  }

  private mutating func scrollPage(by columns: Int) {
    let column = page?.column ?? 0
    page?.column = min(2_000, max(0, column + columns))
  }

  private mutating func goToLink(forward: Bool) {
    for _ in 0..<min(takeCount() ?? 1, 1_000) {
      if page?.goToLink(forward: forward) != true {
        message = Message(.information, forward ? "no more links" : "no link before this one")
        return
      }
    }
  }

  private mutating func clearInPage() {
    if page?.search.isEmpty == false {
      page?.search = ""
    } else if page?.showsChanges == true {
      page?.showsChanges = false
    } else if page?.link != nil {
      page?.link = nil
    } else {
      page?.column = 0
    }
  }

  /// Leaves the page; the panes are unchanged.
  mutating func closePage() {
    if page?.showsChanges == true {
      page?.showsChanges = false
      return
    }
    leavePage()
  }

  private mutating func leavePages() {
    closePage()
    page = nil
  }

  /// Stores the position in a page for when it is opened again.
  mutating func remember(_ page: PageView) {
    guard page.request.file == nil else { return }
    pageLines[page.request.list] = page.source
  }

  /// Looks up the entries of the page in a newer catalog.
  mutating func readPageAgain() -> [BrowserEffect] {
    coveredPage = nil
    recentPages = []
    guard var page else { return [] }
    page.contents = page.contents.withoutEntries
    self.page = page
    var request = page.request
    request.options = pageOptions(page)
    return read(request)
  }
}

extension PageView {
  mutating func goToStart(line: Int) {
    if focus == .contents {
      row = line
    } else if showsChanges {
      changesTop = line
    } else {
      go(to: page.position(from: PagePosition(), by: line))
    }
  }

  mutating func goToEnd() {
    if focus == .contents {
      row = .max
    } else if showsChanges {
      changesTop = .max
    } else {
      go(to: page.lastPosition())
    }
  }

  mutating func focusContents() {
    guard !contents.headings.isEmpty else { return }
    focus = focus == .contents ? .page : .contents
    row = presentRow ?? 0
  }

  mutating func goOut(hasContents: Bool) {
    if focus == .page, hasContents { focusContents() }
  }
}
