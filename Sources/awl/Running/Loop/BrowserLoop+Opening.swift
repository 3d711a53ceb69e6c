import Browser
import CursesTerminal
import Glibc
import LinkOpening
import ListModel
import ListSearch
import UserFiles

/// Work with other programs: opening links, editing a note.
extension BrowserLoop {
  /// Opens links one after another and reports the result in one message: how many were opened, and
  /// the first failure.
  ///
  /// - Parameter isConfirmed: whether the user has confirmed the openers that ask.
  mutating func openAll(_ urls: [String], with opener: Int?, isConfirmed: Bool = false) {
    guard urls.count > 1 else {
      if let url = urls.first { open(url, with: opener, isConfirmed: isConfirmed) }
      return
    }
    var tally = OpeningResults()
    for url in urls {
      switch attempt(url, with: opener, isConfirmed: isConfirmed) {
      case .started: tally.opened += 1
      case .refused(let message): tally.failures.append(message.text)
      case .ask(let name): tally.add(asking: name, for: url)
      case .foreground(let run):
        let message = runInTerminal(run)
        if message.kind == .error {
          tally.failures.append(message.text)
        } else {
          tally.opened += 1
        }
      case .copyOnly(let url, let reason):
        tally.copied.append(url)
        tally.reason = reason
      }
    }
    if tally.copied.isEmpty {
      handle(.message(tally.message(of: urls.count)))
    } else {
      copy(
        tally.copied.joined(separator: "\n"), named: "\(tally.copied.count) URLs",
        lead: tally.message(of: urls.count).text + "; ")
    }
    if !tally.asking.isEmpty {
      handle(.openersAsk(urls: tally.asking, names: tally.askingNames))
    }
  }

  mutating func open(_ url: String, with opener: Int?, isConfirmed: Bool = false) {
    switch attempt(url, with: opener, isConfirmed: isConfirmed) {
    case .started(let message): handle(.message(message))
    case .refused(let message): handle(.message(message))
    case .ask(let name): handle(.openersAsk(urls: [url], names: [name]))
    case .foreground(let run): handle(.message(runInTerminal(run)))
    case .copyOnly(let url, let reason):
      copy(url, named: "the URL", lead: "\(url)  (\(reason)); ")
    }
  }

  private func attempt(
    _ url: String, with opener: Int?, isConfirmed: Bool
  ) -> LinkRunner.Attempt {
    let mailbox = mailbox
    return links.open(
      url, of: state.linkedEntry(url), with: opener, isConfirmed: isConfirmed,
      report: { mailbox.post(.message($0)) })
  }

  /// Suspends the screen while something uses the terminal.
  func runInTerminal(_ run: () -> Message) -> Message {
    terminal.leave()
    let message = run()
    terminal.enter()
    return message
  }

  /// Runs the user's editor on a note while the screen is suspended.
  mutating func editNote(of bookmark: Bookmark) {
    let editor: NoteEditor
    do throws(NoteEditorFault) {
      editor = try NoteEditor(environment: processEnvironment())
    } catch {
      handle(.message(Message(.error, "\(error)")))
      return
    }
    terminal.leave()
    let outcome = editor.edit(bookmark.note)
    terminal.enter()
    switch outcome {
    case .edited(let note): handle(.noteEdited(bookmark, note: note))
    case .failed(let reason): handle(.message(Message(.error, reason)))
    }
  }
}

/// The outcome of opening several links.
private struct OpeningResults {
  var opened = 0
  var failures: [String] = []
  /// The links that nothing here can open, and why.
  var copied: [String] = []
  var reason = ""
  /// The openers that ask first, and their links.
  private(set) var asking: [String] = []
  private(set) var askingNames: [String] = []

  mutating func add(asking name: String, for url: String) {
    asking.append(url)
    if !askingNames.contains(name) { askingNames.append(name) }
  }

  func message(of count: Int) -> Message {
    var words: [String] = []
    if opened > 0 || copied.isEmpty { words.append("opened \(opened) of \(count) links") }
    if let failure = failures.first { words.append(failure) }
    if !copied.isEmpty { words.append(reason) }
    return Message(failures.isEmpty ? .information : .error, words.joined(separator: "; "))
  }
}

extension BrowserState {
  /// Returns the current entry of a link.
  func linkedEntry(_ url: String) -> LinkedEntry {
    guard let subject = subject(ofLink: url) else { return LinkedEntry() }
    return LinkedEntry(subject: subject.commandSubject) { query in
      matches(subject.entry, Query.parse(query, today: today))
    }
  }
}
