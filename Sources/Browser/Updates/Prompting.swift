import ListModel
import ListSearch
import TerminalEvents

extension BrowserState {
  mutating func pressInPrompt(_ key: KeyEvent, at moment: Moment) -> [BrowserEffect] {
    guard let purpose = prompt?.purpose else { return [] }
    if key.key == .enter { return accept(purpose, at: moment) }
    if isCancel(key) {
      cancel(purpose)
      return []
    }
    if key.key == .tab || key.key == .backTab {
      complete(forward: key.key == .tab)
      return []
    }
    prompt?.completion = nil
    switch key {
    case KeyEvent(.up), KeyEvent(.character("p"), control: true): upInPrompt(purpose)
    case KeyEvent(.down), KeyEvent(.character("n"), control: true): downInPrompt(purpose)
    default: edit(key, purpose)
    }
    return []
  }

  /// Inserts pasted text where a line is being typed; line ends become spaces.
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

  private mutating func edit(_ key: KeyEvent, _ purpose: Prompt.Purpose) {
    let isEmpty = prompt?.line.text.isEmpty ?? true
    if isEmpty, key.key == .backspace {
      cancel(purpose)
      return
    }
    guard prompt?.line.edit(key) == true else { return }
    prompt?.historyIndex = nil
    filterChanged()
  }

  private mutating func accept(_ purpose: Prompt.Purpose, at moment: Moment) -> [BrowserEffect] {
    let text = prompt?.line.text ?? ""
    switch purpose {
    case .filter: acceptFilter()
    case .command:
      prompt = nil
      remember(text, in: \.commandHistory)
      return runLine(text, at: moment)
    case .tags(let key):
      let tags = text.split { $0 == " " || $0 == "," }.map(String.init)
      return acceptEdit(.tags(tags), of: key, words: "tags", at: moment)
    case .note(let key):
      return acceptEdit(.note(text), of: key, words: "note", at: moment)
    }
    return []
  }

  private mutating func cancel(_ purpose: Prompt.Purpose) {
    if case .filter(let origin) = purpose { cancelFilter(origin) } else { prompt = nil }
  }

  /// Up moves the entries while a filter is typed, and walks back through the commands.
  private mutating func upInPrompt(_ purpose: Prompt.Purpose) {
    if case .filter = purpose {
      goToEntry(row: place.entries.cursor - 1)
    } else if purpose == .command {
      recall(-1)
    }
  }

  private mutating func downInPrompt(_ purpose: Prompt.Purpose) {
    if case .filter = purpose {
      goToEntry(row: place.entries.cursor + 1)
    } else if purpose == .command {
      recall(1)
    }
  }

  private mutating func recall(_ step: Int) {
    guard !commandHistory.isEmpty else { return }
    let index = (prompt?.historyIndex ?? commandHistory.count) + step
    guard index >= 0 else { return }
    prompt?.historyIndex = index < commandHistory.count ? index : nil
    prompt?.line = LineEditor(index < commandHistory.count ? commandHistory[index] : "")
  }

  /// Puts the first thing that Tab can complete in the line, and with each more Tab the next one.
  private mutating func complete(forward: Bool) {
    guard var prompt else { return }
    if var completion = prompt.completion {
      let count = completion.candidates.count
      completion.index = (completion.index + (forward ? 1 : count - 1)) % count
      prompt.completion = completion
    } else {
      let candidates = candidates(for: prompt)
      guard !candidates.isEmpty else { return }
      prompt.completion = Completion(candidates: candidates, index: 0)
    }
    if let completion = prompt.completion {
      prompt.line = LineEditor(completion.candidates[completion.index])
    }
    self.prompt = prompt
    filterChanged()
  }

  /// The lines that Tab can make of the one that is typed.
  private func candidates(for prompt: Prompt) -> [String] {
    let line = prompt.line.textBeforeCursor
    switch prompt.purpose {
    case .command: return CommandLine.completions(of: line)
    case .filter:
      let query = Query.parse(line, today: today)
      return query.completions(at: line.utf8.count, in: place.catalog).map { completion in
        var bytes = Array(line.utf8)
        bytes.replaceSubrange(
          completion.range.clamped(to: 0..<bytes.count), with: completion.replacement.utf8)
        return String(decoding: bytes, as: UTF8.self)
      }
    case .tags, .note: return []
    }
  }
}

extension LineEditor {
  /// Text as one line: every control character is a space.
  static func oneLine(_ text: String) -> String {
    var line = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      line.append(scalar.value < 0x20 || (0x7F...0x9F).contains(scalar.value) ? " " : scalar)
    }
    return String(line)
  }

  /// Carries out an editing key; false for a key that edits nothing.
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
