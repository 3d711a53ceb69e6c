import ListModel
import TerminalEvents

extension BrowserState {
  /// Dispatches a key: to an overlay, to the prompt, or to the keymap.
  mutating func press(_ key: KeyEvent, at time: EventTime) -> [BrowserEffect] {
    if ScreenLayout.isTooSmall(size) { return pressTooSmall(key) }
    if holdBack(key) { return [] }
    message = nil
    showsContinuations = false
    picking?.isWaiting = false
    if let question { return answer(question, key, at: time) }
    switch overlay {
    case .help(let help): return press(key, in: help, at: time)
    case .openers(let menu):
      let effects = press(key, in: menu)
      return effects + (effects.isEmpty ? [] : markOpened(at: time))
    case .filters(let menu): return press(key, in: menu, at: time)
    case .messages(let menu): return press(key, in: menu)
    case .output(let text): return press(key, in: text)
    case nil: break
    }
    if prompt != nil { return pressInPrompt(key, at: time) }
    if page?.hints != nil { return notingJump(leadsToEntry: true) { $0.pressHint(key) } }
    return pressCommandKey(key, at: time)
  }

  /// Takes the count typed before the command; nil if there is none.
  mutating func takeCount() -> Int? {
    defer { count = nil }
    return count
  }

  /// The global key bindings.
  package var keymap: Keymap { preferences.keymaps[picking == nil ? .global : .pick] }

  /// The key bindings of the current view and the focused pane.
  package var keymapInForce: Keymap {
    guard page == nil else { return preferences.keymaps[.page] }
    guard picking == nil else { return keymap }
    return switch place.focus {
    case .entries: preferences.keymaps[.entries]
    case .detail: preferences.keymaps[.detail]
    default: preferences.keymaps[.facets]
    }
  }

  private mutating func pressCommandKey(_ key: KeyEvent, at time: EventTime) -> [BrowserEffect] {
    if pendingKeys.isEmpty, addDigit(key) { return [] }
    var pressed = pendingKeys + [key]
    var match = match(pressed)
    if match == .nothing, let latin = key.latinEquivalent {
      pressed = pendingKeys + [latin]
      match = self.match(pressed)
    }
    switch match {
    case .macro(let commands):
      pendingKeys = []
      return postpones(commands, of: pressed) ? [] : run(commands, at: time)
    case .command(let command):
      pendingKeys = []
      return postpones([.builtIn(command)], of: pressed) ? [] : run(command, at: time)
    case .prefix(let continuations):
      pendingKeys = pressed
      let sorts = continuations.contains { $0.command == .builtIn(.sortName) }
      if sorts { return [.prepareOrders(place: place.kind)] }
    case .nothing:
      let isCancelled = key == KeyEvent(.escape) || key == KeyEvent(.character("c"), control: true)
      if !(isCancelled && !pendingKeys.isEmpty) {
        message = Message(.error, "\(KeySequence(pressed)) does nothing here: ? shows all keys")
      }
      pendingKeys = []
      count = nil
    }
    return []
  }

  // These two are mutating so that unoptimised builds do not copy the state for each call.
  private mutating func match(_ keys: [KeyEvent]) -> Keymap.Match { keymapInForce.match(keys) }

  /// Holds back the keys of commands whose preconditions are not known yet.
  private mutating func postpones(_ commands: [BoundCommand], of keys: [KeyEvent]) -> Bool {
    guard isTooEarly(commands) else { return false }
    waitingKeys = keys
    return true
  }

  /// Runs the commands of one key, each with the count.
  private mutating func run(_ commands: [BoundCommand], at time: EventTime) -> [BrowserEffect] {
    let count = takeCount()
    var effects: [BrowserEffect] = []
    for command in commands {
      self.count = count
      effects += run(command, at: time)
      // A question or a prompt waits for the user; the remaining commands would run without the
      // answer.
      guard question == nil, prompt == nil, overlay == nil else { break }
    }
    if commands.count != 1 { isCursorStep = false }
    return effects
  }

  /// Returns whether commands act on an entry, on bookmarks or on a seen state that are not known
  /// yet.
  private func isTooEarly(_ commands: [BoundCommand]) -> Bool {
    commands.contains { command in
      switch command {
      case .builtIn(let command):
        command.isForSelection && (place.isAwaitingResult || place.isAwaitingBookmarks)
          || command.needsBookmarks && !areBookmarksKnown || command.needsSeen && !isSeenKnown
      case .custom: place.isAwaitingResult || place.isAwaitingBookmarks
      }
    }
  }

  /// Adds a digit to the count; a 0 only after another digit.
  private mutating func addDigit(_ key: KeyEvent) -> Bool {
    guard case .character(let scalar) = key.key, !key.control, !key.alt,
      ("0"..."9").contains(scalar), scalar != "0" || count != nil
    else { return false }
    let digit = Int(scalar.value) - 48
    count = min(999_999, (count ?? 0) * 10 + digit)
    return true
  }

  /// Handles a key on a screen that is too small: only quitting is possible.
  private mutating func pressTooSmall(_ key: KeyEvent) -> [BrowserEffect] {
    switch keymap.match([key]) {
    case .command(.close), .command(.quit), .command(.interrupt): [.quit]
    case .command(.suspend): [.suspend]
    default: []
    }
  }
}
