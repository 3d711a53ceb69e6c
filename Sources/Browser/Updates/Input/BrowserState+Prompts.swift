import ListModel
import ListSearch
import TerminalEvents

extension BrowserState {
  mutating func pressInPrompt(_ key: KeyEvent, at time: EventTime) -> [BrowserEffect] {
    guard let purpose = prompt?.purpose else { return [] }
    if key.key == .enter { return accept(purpose, at: time) }
    if isCancel(key) { return cancel(purpose) }
    if key.key == .tab || key.key == .backTab {
      if picking != nil, purpose.isFilter {
        return choose(key.key == .tab ? .markDown : .markUp)
      }
      complete(forward: key.key == .tab)
      return []
    }
    prompt?.completion = nil
    switch key {
    case KeyEvent(.up): move(-1, purpose)
    case KeyEvent(.down): move(1, purpose)
    case KeyEvent(.character("p"), control: true): recall(-1, purpose)
    case KeyEvent(.character("n"), control: true): recall(1, purpose)
    default: return edit(key, purpose)
    }
    return []
  }

  /// Inserts pasted text into the line being typed; line ends become spaces.
  mutating func paste(_ text: String) {
    guard prompt != nil else {
      message = Message(.information, "pasted text is taken only in a prompt: / or :")
      return
    }
    prompt?.line.insert(LineEditor.oneLine(text))
    filterChanged()
  }

  private func isCancel(_ key: KeyEvent) -> Bool {
    key == KeyEvent(.escape) || key == KeyEvent(.character("c"), control: true)
      || key == KeyEvent(.character("g"), control: true)
  }

  private mutating func edit(_ key: KeyEvent, _ purpose: Prompt.Purpose) -> [BrowserEffect] {
    let isEmpty = prompt?.line.text.isEmpty ?? true
    if isEmpty, key.key == .backspace { return cancel(purpose) }
    guard prompt?.line.edit(key) == true else { return [] }
    prompt?.historyIndex = nil
    filterChanged()
    return []
  }

  private mutating func accept(_ purpose: Prompt.Purpose, at time: EventTime) -> [BrowserEffect] {
    let text = prompt?.line.text ?? ""
    switch purpose {
    case .filter:
      // An invalid filter stays to be fixed: the next keys must not run as commands.
      guard place.filterError == nil else { return [] }
      guard picking == nil else { return pick() }
      return acceptFilter()
    case .find:
      prompt = nil
      if let origin = promptOrigin, !origin.isSame(as: location) { jumps.record(origin) }
      promptOrigin = nil
      return []
    case .rows: return acceptRow()
    case .command:
      prompt = nil
      remember(text, in: \.commandHistory)
      return runLine(text, at: time)
    case .pipe:
      prompt = nil
      remember(text, in: \.pipeHistory)
      return pipe(into: text)
    case .tags(let bookmarks):
      return acceptTags(TagLine.tags(in: text), of: bookmarks, at: time)
    case .note(let bookmark):
      return acceptEdit(.note(text), of: bookmark, words: "note", at: time)
    }
  }

  /// Cancels the prompt; in `awl pick`, if nothing was typed yet, quits.
  private mutating func cancel(_ purpose: Prompt.Purpose) -> [BrowserEffect] {
    if case .find(let origin, let search, let details) = purpose {
      cancelFind(origin, search, details)
      return []
    }
    if case .rows(let origin) = purpose {
      place.rowFilter = nil
      focus(origin)
    }
    guard case .filter(let origin) = purpose else {
      prompt = nil
      return []
    }
    if picking != nil, prompt?.line.text.isEmpty ?? true { return [.quit] }
    cancelFilter(origin)
    return []
  }

  /// Up and Down move the entries while a filter is typed.
  ///
  /// On an empty line, before the first search, and in commands they walk through the history.
  private mutating func move(_ step: Int, _ purpose: Prompt.Purpose) {
    if case .rows = purpose { return place.moveRowCursor(by: step) }
    let isRecalling = prompt?.historyIndex != nil || (step < 0 && prompt?.line.text.isEmpty ?? true)
    if purpose.isFilter, !isRecalling || (prompt?.historyIndex == nil && filterHistory.isEmpty) {
      goToEntry(row: place.entries.cursor + step)
    } else {
      recall(step, purpose)
    }
  }

  private mutating func recall(_ step: Int, _ purpose: Prompt.Purpose) {
    guard purpose.isFilter || purpose == .command || purpose == .pipe, var prompt else { return }
    let history =
      purpose.isFilter ? filterHistory : purpose == .pipe ? pipeHistory : commandHistory
    let index = (prompt.historyIndex ?? history.count) + step
    guard history.indices.contains(index) || (index == history.count && step > 0) else { return }
    if prompt.historyIndex == nil { prompt.ownLine = prompt.line }
    guard step < 0 || prompt.historyIndex != nil else { return }
    prompt.historyIndex = index < history.count ? index : nil
    prompt.line = index < history.count ? LineEditor(history[index]) : prompt.ownLine
    self.prompt = prompt
    filterChanged()
  }

  /// Inserts the first completion, and on each further Tab the next one.
  private mutating func complete(forward: Bool) {
    guard var prompt else { return }
    if var completion = prompt.completion {
      let count = completion.candidates.count
      completion.index = (completion.index + (forward ? 1 : count - 1)) % count
      prompt.completion = completion
    } else {
      let candidates = candidates(for: prompt)
      guard !candidates.isEmpty else { return }
      prompt.completion = Completion(
        candidates: candidates, index: 0, suffix: prompt.line.textAfterCursor)
    }
    if let completion = prompt.completion {
      let suffix = prompt.completion?.suffix ?? ""
      prompt.line = LineEditor(completion.candidates[completion.index], suffix: suffix)
    }
    self.prompt = prompt
    filterChanged()
  }

  /// Returns the completions of the typed line.
  private mutating func candidates(for prompt: Prompt) -> [String] {
    let line = prompt.line.textBeforeCursor
    switch prompt.purpose {
    case .command:
      return line.utf8.starts(with: "set ".utf8) || line.utf8.starts(with: "theme ".utf8)
        ? settingCompletions(of: line)
        : CommandLine.completions(
          of: line, own: preferences.customCommands.map(\.name), tags: { allTags })
    case .tags: return allTags.completions(of: line)
    case .filter:
      let query = Query.parse(line, today: today)
      let tags = query.asksForUserMarks ? place.userMarks(bookmarks).tags : EntryTags()
      return query.completions(
        at: line.utf8.count, in: place.catalog, tags: tags
      ).map { completion in
        var bytes = Array(line.utf8)
        bytes.replaceSubrange(
          completion.range.clamped(to: 0..<bytes.count), with: completion.replacement.utf8)
        return String(decoding: bytes, as: UTF8.self)
      }
    case .note, .find, .rows, .pipe: return []
    }
  }
}

extension LineEditor {
  /// Returns a text as one line: control characters become spaces.
  static func oneLine(_ text: String) -> String {
    var line = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      line.append(scalar.value < 0x20 || (0x7F...0x9F).contains(scalar.value) ? " " : scalar)
    }
    return String(line)
  }

  /// Handles an editing key; returns false for other keys.
  mutating func edit(_ key: KeyEvent) -> Bool {
    switch (key.key, key.control, key.alt) {
    case (.character(let scalar), false, false): insert(String(scalar))
    case (.character("a"), true, false), (.home, _, _): moveToStart()
    case (.character("e"), true, false), (.end, _, _): moveToEnd()
    case (.character("b"), true, false), (.left, false, false): moveLeft()
    case (.character("f"), true, false), (.right, false, false): moveRight()
    case (.character("b"), false, true), (.left, _, _): moveWordLeft()
    case (.character("f"), false, true), (.right, _, _): moveWordRight()
    case (.character("w"), true, false), (.backspace, _, true): deleteWordBackward()
    case (.character("u"), true, false): deleteToStart()
    case (.character("k"), true, false): deleteToEnd()
    case (.character("d"), true, false), (.delete, _, _): deleteForward()
    case (.character("h"), true, false), (.backspace, _, false): deleteBackward()
    default: return false
    }
    return true
  }
}

extension Prompt.Purpose {
  fileprivate var isFilter: Bool {
    if case .filter = self { true } else { false }
  }
}
