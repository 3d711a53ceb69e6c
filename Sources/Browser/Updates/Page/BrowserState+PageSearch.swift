import PageLayout

extension BrowserState {
  mutating func startFind() {
    guard let page else { return }
    promptOrigin = location
    prompt = Prompt(
      .find(
        origin: page.cursor, search: page.search, details: page.page.options.toggledDetails))
  }

  /// Goes to the first match of a text after the cursor.
  mutating func find(_ text: String) {
    guard let cursor = page?.cursor else { return }
    page?.search = text
    report(page?.goToMatch(from: cursor, forward: true, includingStart: true))
  }

  /// Goes to the first match after the start of the search, while it is typed.
  mutating func findChanged() {
    guard case .find(let origin, _, let details)? = prompt?.purpose else { return }
    // Details opened for the previous text are closed again.
    page?.toggle(details)
    page?.search = prompt?.line.text ?? ""
    guard page?.search.isEmpty == false else {
      page?.go(to: origin)
      message = nil
      return
    }
    report(page?.goToMatch(from: origin, forward: true, includingStart: true))
  }

  mutating func cancelFind(_ origin: PagePosition, _ search: String, _ details: Set<Int32>) {
    prompt = nil
    page?.toggle(details)
    page?.search = search
    page?.go(to: origin)
  }

  mutating func goToPageMatch(forward: Bool) {
    guard page?.search.isEmpty == false else {
      message = Message(.information, "nothing to look for: type / and a word")
      return
    }
    for _ in 0..<min(takeCount() ?? 1, 10_000) {
      guard let cursor = page?.cursor else { return }
      report(page?.goToMatch(from: cursor, forward: forward, includingStart: false))
    }
  }

  private mutating func report(_ found: (number: Int, count: Int, isPartial: Bool)?) {
    message =
      found.map { found in
        let more = found.isPartial ? " or more" : ""
        return Message(.information, "\(found.number) of \(found.count)\(more)")
      } ?? Message(.error, "not found: \(page?.search ?? "")")
  }
}
