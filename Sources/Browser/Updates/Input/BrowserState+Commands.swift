import ListModel
import ListSearch
import Settings

extension BrowserState {
  /// Runs a command, and records the previous location if it leads elsewhere.
  mutating func run(_ command: Command, at time: EventTime) -> [BrowserEffect] {
    switch command {
    case .jumpBack, .jumpForward: return jump(back: command == .jumpBack)
    case _ where command.isStep && (page != nil || !place.focus.isFacet):
      return perform(command, at: time)
    default:
      return notingJump(leadsToEntry: command.leadsFar || (page != nil && command == .into)) {
        $0.perform(command, at: time)
      }
    }
  }

  /// Dispatches to one short method per command, in the files next to this one.
  private mutating func perform(_ command: Command, at time: EventTime) -> [BrowserEffect] {
    if page != nil { return runInPage(command, at: time) }
    switch command {
    case .moveDown, .moveUp, .goTop, .goBottom, .halfPageDown, .halfPageUp, .pageDown, .pageUp:
      move(command)
      return []
    case .into where place.kind == .changes && !place.focus.isFacet: followChange()
    case .into where place.focus == .entries:
      changePane(command)
      return markOpened(at: time)
    case .into, .out, .nextPane, .previousPane, .detailDown, .detailUp, .zoom, .unzoom:
      changePane(command)
      return []
    case .toggleDetail: toggleDetail()
    case .moveDetail: moveDetail()
    case .set: prompt = Prompt(.command, text: "set ")
    case .theme: prompt = Prompt(.command, text: "theme ")
    case .reload: return [.readConfiguration]
    case .filter:
      startFilter()
      return [.prepareSearch(place: place.kind)]
    case .narrowRows: startNarrowing()
    case .clear: return clear()
    case .mark, .markRange, .markAll: mark(command)
    case .nextMatch, .previousMatch:
      let isForward = command == .nextMatch
      if place.filter.isEmpty { goToNew(forward: isForward) } else { goToMatch(forward: isForward) }
    case .open:
      let effects = open()
      return effects + (effects.isEmpty ? [] : markOpened(at: time))
    case .openWith: return offerOpeners()
    case .copyURL, .copyTitle, .copyMarkdown: return copy(command)
    case .toggleRead where togglesSeen: return toggleSeen(at: time)
    case .bookmark, .later, .tags, .note, .editNote, .takeURL, .toggleRead, .undo, .redo:
      return keep(command, at: time)
    case .markAllSeen: return markAllSeen(at: time)
    case .goHome, .goBookmarks, .goLater, .goNew, .goChanges, .surprise:
      return go(command, at: time)
    case .goOtherList: goToOtherList()
    case .goFilters: return showFilters()
    case .saveFilter: askForFilterName()
    case .dropFilter:
      message = Message(.information, ":drop-filter is for the saved filters: gf shows them")
    case .jumpBack, .jumpForward: break
    case .sync, .syncAll: return sync(command)
    case .follow, .unfollow: askForSource(command)
    case .importBookmarks, .exportBookmarks, .renameTag: askForArgument(command)
    case .publish:
      let folder = preferences.settings.word(.publishDirectory)
      guard folder.isEmpty else { return publish(into: folder) }
      askForArgument(command)
    case .copyFeed: return copyFeed()
    case .pick, .markDown, .markUp: return choose(command)
    case .dateMode: place.change(to: place.dateMode.next)
    case .sortDate, .sortDateReversed, .sortName, .sortNameReversed, .sortStars,
      .sortStarsReversed, .sortRelevance, .sortRelevanceReversed, .sortList, .sortListReversed:
      sort(command)
    case .view: return view()
    case .find, .contents, .nextLink, .previousLink, .hints, .copyHint, .nextSection,
      .previousSection, .scrollLeft, .scrollRight, .at, .olderVersion, .newerVersion,
      .versionChanges, .showRemoved:
      message = Message(
        .information, ":\(command.rawValue) is for a page: v shows that of the list")
    case .pipe: startPipe()
    case .help: overlay = .help(HelpList(in: picking == nil ? nil : .pick))
    case .messages: showMessages()
    case .tutorial: return [.readTutorial]
    case .commandLine: prompt = Prompt(.command)
    case .redraw: return [.redraw]
    case .suspend: return [.suspend]
    case .interrupt: return interrupt()
    case .close: return close()
    case .quit: return [.quit]
    }
    count = nil
    return []
  }

  private mutating func sort(_ command: Command) {
    let order: (SortOrder, Bool)? =
      switch command {
      case .sortDate: (.date, false)
      case .sortDateReversed: (.date, true)
      case .sortName: (.name, false)
      case .sortNameReversed: (.name, true)
      case .sortStars: (.stars, false)
      case .sortStarsReversed: (.stars, true)
      case .sortRelevance: (.relevance, false)
      case .sortRelevanceReversed: (.relevance, true)
      case .sortList: (.list, false)
      case .sortListReversed: (.list, true)
      default: nil
      }
    guard let (order, isReversed) = order else { return }
    let words = "sorted by \(order.rawValue)\(isReversed ? ", reversed" : "")"
    if place.focus == .lists, let listOrder = order.ofLists {
      place.sortLists(by: listOrder, reversed: isReversed)
      message = Message(.information, "lists \(words)")
      return
    }
    // The default order is not a choice that should outlive the filter.
    let isUsual = order == .relevance || (order == .date && place.query.isEmpty)
    place.order = isUsual && !isReversed ? nil : order
    place.isReversed = isReversed
    if order == .relevance, place.query.isEmpty, !isReversed {
      message = Message(.information, "sorted by date until a filter ranks the entries")
    } else {
      message = Message(.information, place.focus == .lists ? "entries \(words)" : words)
    }
  }

  /// Clears one layer, the innermost first; quits only `awl pick`, if nothing was picked yet.
  private mutating func clear() -> [BrowserEffect] {
    if count != nil {
      count = nil
    } else if place.selection.rangeStart != nil {
      place.selection.rangeStart = nil
    } else if isZoomed {
      isZoomed = false
    } else if !place.filter.isEmpty {
      place.setFilter("", today: today)
    } else if place.isNarrowed {
      for pane in Pane.allCases where pane.isFacet { place.choose(.all, in: pane) }
    } else if !place.selection.isEmpty {
      place.selection = Selection()
    } else if picking != nil {
      return close()
    }
    return []
  }

  mutating func interrupt() -> [BrowserEffect] {
    if runningCommand != nil { return [.cancelCommand] }
    if syncProgress != nil { return [.cancelWork] }
    guard !silentCommands.isEmpty else { return [.quit] }
    // It may be a program with its own window, whose end would surprise somebody who only wants to
    // quit awl.
    question = Question(
      text: "stop \(silentCommands.joined(separator: ", "))?",
      answer: .effects([.stopSilentCommands]))
    return []
  }

  /// Leaves the current place; in the library, quits.
  private mutating func close() -> [BrowserEffect] {
    if returnsToPage {
      returnToPage()
      return []
    }
    guard places.count > 1 else { return [.quit] }
    places.removeLast()
    return []
  }
}

extension SortOrder {
  /// The order of the lists pane with the same key; nil if lists have no such order.
  fileprivate var ofLists: ListOrder? {
    switch self {
    case .name: .name
    case .stars: .stars
    case .date: .lastAddition
    case .relevance, .list: nil
    }
  }
}
