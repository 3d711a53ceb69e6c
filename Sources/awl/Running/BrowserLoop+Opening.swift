import Browser
import CursesTerminal
import Glibc
import LinkOpening
import ListModel
import ReaderFiles

/// What is done with other programs: opening links, editing a note.
extension BrowserLoop {
  mutating func open(_ url: String, with opener: Int?) {
    let mailbox = mailbox
    switch links.open(url, with: opener, report: { mailbox.post(.told($0)) }) {
    case .started(let message): handle(.told(message))
    case .refused(let message): handle(.told(message))
    case .foreground(let run):
      terminal.leave()
      let message = run()
      terminal.enter()
      handle(.told(message))
    case .copyOnly(let url, let reason):
      copy(url, named: "the URL", lead: "\(url)  (\(reason)); ")
    }
  }

  /// Runs the reader's editor on a note, the screen being put away.
  mutating func editNote(of bookmark: Bookmark) {
    let editor: NoteEditor
    do throws(NoteEditorFault) {
      editor = try NoteEditor(environment: processEnvironment())
    } catch {
      handle(.told(Message(.error, "\(error)")))
      return
    }
    terminal.leave()
    let outcome = editor.edit(bookmark.note)
    terminal.enter()
    switch outcome {
    case .edited(let note): handle(.noteEdited(bookmark, note: note))
    case .failed(let reason): handle(.told(Message(.error, reason)))
    }
  }

  /// Opens links one after the other and reports them in one message: how many were opened, and the
  /// first that was not.
  mutating func openAll(_ urls: [String], with opener: Int?) {
    let mailbox = mailbox
    var opened = 0
    var failures: [String] = []
    var copied: (urls: [String], reason: String) = ([], "")
    for url in urls {
      switch links.open(url, with: opener, report: { mailbox.post(.told($0)) }) {
      case .started: opened += 1
      case .refused(let message): failures.append(message.text)
      case .foreground(let run):
        terminal.leave()
        let message = run()
        terminal.enter()
        if message.kind == .error { failures.append(message.text) } else { opened += 1 }
      case .copyOnly(let url, let reason):
        copied.urls.append(url)
        copied.reason = reason
      }
    }
    var words: [String] = []
    if opened > 0 || copied.urls.isEmpty { words.append("opened \(opened) of \(urls.count) links") }
    if let failure = failures.first { words.append(failure) }
    if !copied.urls.isEmpty {
      words.append(copied.reason)
      copy(
        copied.urls.joined(separator: "\n"), named: "\(copied.urls.count) URLs",
        lead: words.joined(separator: "; ") + "; ")
      return
    }
    handle(.told(Message(failures.isEmpty ? .information : .error, words.joined(separator: "; "))))
  }
}
