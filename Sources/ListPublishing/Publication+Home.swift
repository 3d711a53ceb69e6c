import ListModel

extension Publication {
  /// How many lists with the most stars the home page names.
  private static let topLists = 50

  /// Returns the home page by day, or by week in `content/week`: the last additions, the lists with
  /// the most stars, and all lists by subject.
  func homePage(at path: String) -> Page {
    let isWeekly = path == "content/week/README.md"
    var page = Page(path: path, format: options.format)
    page.title = options.title
    page.feedFolder = options.hasFeeds ? (isWeekly ? "content/week/" : "") : nil
    page.add(heading: 1, options.title)
    let count = lists.reduce(0) { $0 + $1.additions.reduce(0) { $0 + $1.entries.count } }
    page.add(paragraph: summary(entries: count, lists: lists.count))
    page.addParagraph { page in
      page.addLink(
        isWeekly ? "📅 Daily" : "📅 Weekly",
        toPage: isWeekly ? "content/README.md" : "content/week/README.md")
      page.add(words: " · ")
      page.addLink("📖 Contents", toPage: "content/SUMMARY.md")
      if options.hasFeeds {
        page.add(words: " · ")
        page.addLink("🔥 Feed", toPage: isWeekly ? "content/week/atom.xml" : "atom.xml")
      }
    }
    page.add(heading: 2, "Recently Updated")
    for (period, additions) in isWeekly ? weeks.prefix(1) : days.prefix(3) {
      page.add(heading: 3, period.title, linkingTo: period.path)
      page.add(resolved(additions), of: catalog, items, level: 4)
    }
    addTopLists(to: &page)
    page.add(heading: 2, "All Lists")
    for (subject, own) in bySubject() {
      if !subject.isEmpty { page.add(heading: 3, subject) }
      page.addList { page in
        for list in own { addItem(of: list, to: &page) }
      }
    }
    return page
  }

  /// Returns an outline of all lists by subject, in the format of mdBook.
  func summaryPage() -> Page {
    var page = Page(path: "content/SUMMARY.md", format: options.format)
    page.title = "Summary"
    page.add(heading: 1, page.title)
    page.addList { page in
      page.addItem { $0.addLink("Home", toPage: "content/README.md") }
      page.addItem { $0.addLink("Weekly", toPage: "content/week/README.md") }
    }
    for (subject, own) in bySubject() {
      if !subject.isEmpty { page.add(heading: 2, subject) }
      page.addList { page in
        for list in own {
          page.addItem { $0.addLink(name(of: list), toPage: list.path(of: .daily)) }
        }
      }
    }
    return page
  }

  private func addTopLists(to page: inout Page) {
    let top = lists.filter { $0.list.stars != nil }
      .sorted {
        ($0.list.stars ?? Stars(0), $1.index.number) > ($1.list.stars ?? Stars(0), $0.index.number)
      }
      .prefix(Publication.topLists)
    guard !top.isEmpty else { return }
    page.add(heading: 2, "Top \(top.count) \(top.count == 1 ? "List" : "Lists")")
    page.addList(numbered: true) { page in
      for list in top {
        page.addItem { page in
          page.addLink(name(of: list), toPage: list.path(of: .daily))
          page.add(words: " - ⭐ \(list.list.stars?.published ?? "")")
        }
      }
    }
  }

  private func addItem(of list: PublishedList, to page: inout Page) {
    page.addItem { page in
      page.addLink(name(of: list), toPage: list.path(of: .daily))
      if let stars = list.list.stars { page.add(words: " (⭐\(stars.published))") }
      if !list.list.description.isEmpty {
        page.add(words: " - ")
        page.add(list.list.description)
      }
    }
  }

  /// Returns the title of a list, with its owner if other lists have the same title.
  private func name(of list: PublishedList) -> String {
    let title = list.list.title
    return sharedTitles.contains(title.lowercased()) ? "\(title) (\(list.list.id.path))" : title
  }

  /// Subjects in the order of the alphabet, those without one last; lists by title.
  private func bySubject() -> [(String, [PublishedList])] {
    let groups = Dictionary(grouping: lists) { $0.list.subject ?? "" }
    return groups.sorted { left, right in
      if left.key.isEmpty != right.key.isEmpty { return right.key.isEmpty }
      return left.key.utf8.lexicographicallyPrecedes(right.key.utf8)
    }.map { subject, own in
      (
        subject,
        own.sorted { left, right in
          let titles = (left.list.title.lowercased().utf8, right.list.title.lowercased().utf8)
          if titles.0.lexicographicallyPrecedes(titles.1) { return true }
          if titles.1.lexicographicallyPrecedes(titles.0) { return false }
          return left.index.number < right.index.number
        }
      )
    }
  }
}
