import ListModel

extension BrowserState {
  /// Requests a sync of the chosen list, or of all.
  mutating func sync(_ command: Command) -> [BrowserEffect] {
    guard syncProgress == nil else {
      message = Message(.information, "a sync is running: C-c stops it")
      return []
    }
    var names: [ListID] = []
    if command == .sync, place.kind.isOfLibrary, case .list(let list) = place.lists.chosen {
      names = [place.catalog.list(list).id]
    }
    syncProgress = SyncProgress(done: 0, total: 0, subject: "")
    return [.sync(names)]
  }

  /// Opens the command line for following or unfollowing a source.
  mutating func askForSource(_ command: Command) {
    prompt = Prompt(.command, text: command.rawValue + " ")
  }

  /// Follows or unfollows the source given on the command line.
  mutating func runWithSource(_ command: Command, _ source: String) -> [BrowserEffect] {
    guard syncProgress == nil else {
      message = Message(.information, "a sync is running: C-c stops it")
      return []
    }
    syncProgress = SyncProgress(done: 0, total: 0, subject: source)
    return [command == .follow ? .follow(source) : .unfollow(source)]
  }

  /// Goes to the selected entry's link in another list; without a count, in the next one, wrapping
  /// around.
  mutating func goToOtherList() {
    let number = takeCount()
    guard let selected = place.selected else { return }
    let same = Array(place.catalog.entriesWithLink(of: selected))
    guard same.count > 1, let here = same.firstIndex(of: selected) else {
      message = Message(.information, "no other list has this link")
      return
    }
    let others = same[(here + 1)...] + same[..<here]
    guard let number else {
      place.go(to: others[others.startIndex], today: today)
      return
    }
    let inOrder = same.filter { $0 != selected }
    guard inOrder.indices.contains(number - 1) else {
      message = Message(
        .error,
        "there is no list \(number): this link is in \(inOrder.count == 1 ? "one other" : "\(inOrder.count) others")"
      )
      return
    }
    place.go(to: inOrder[number - 1], today: today)
  }
}
