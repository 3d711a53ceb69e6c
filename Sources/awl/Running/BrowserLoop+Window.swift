import Browser
import BrowserViews
import BuiltInList
import CursesTerminal
import LinkOpening
import ListMarkdown
import ListModel
import UserFiles
import Settings

/// Uses of the terminal besides the canvas: the mouse, the window's title, the clipboard.
extension BrowserLoop {
  /// Has the terminal do what the settings say.
  func setUpWindow() {
    let settings = state.preferences.settings
    terminal.use(mouse: MouseUse(rawValue: settings.word(.mouse)) ?? .off)
    terminal.show(title: settings.isOn(.title) ? state.windowTitle : nil)
    terminal.show(progress: state.work?.percent)
    switch settings.word(.hyperlinks) {
    case "on": terminal.useHyperlinks(true)
    case "off": terminal.useHyperlinks(false)
    default: terminal.useHyperlinks(nil)
    }
  }

  /// Has the screen write dates as the settings say; tables are read where they ask for one.
  mutating func takeDates() {
    let settings = state.preferences.settings
    if settings.word(.dateFormat) == "locale" { state.use(localeDate: LocaleDate.pattern) }
    let language = settings.word(.dateLanguage)
    guard language != state.preferences.dateNamesLanguage else { return }
    let code = language == "auto" ? LocaleDate.language(processEnvironment()) : language
    let names = DateNames(language: code, in: builtInDateNames) ?? .english
    state.use(dateNames: names, for: language)
  }

  /// Shows the tutorial that is compiled in.
  mutating func readTutorial() {
    do {
      let page = try PageReader.read(BuiltInList.tutorial, path: "awl-tutorial.md")
      var builder = CatalogBuilder()
      builder.append(page.list, entries: page.entries)
      handle(.tutorialRead(builder.catalog()))
    } catch {
      handle(.message(Message(.error, "the tutorial cannot be read: \(error)")))
    }
  }

  /// Puts a text on the clipboard and reports by which way it went there.
  ///
  /// - Parameter lead: what is said before that.
  mutating func copy(_ text: String, named name: String, lead: String = "") {
    let environment = processEnvironment()
    let preference = state.preferences.settings.word(.copyWith)
    guard
      case .program(let program) = CopyMethods(environment: environment).way(preference: preference)
    else {
      copyByTerminal(text, named: name, lead: lead)
      return
    }
    let mailbox = mailbox
    let isStarted = LinkOpener(environment: environment).copy(text, with: program) { outcome in
      mailbox.post(
        outcome == .opened
          ? .message(Message(.information, "\(lead)copied \(name) (\(program.name))"))
          : .notCopied(text, named: name, lead: lead, reason: "\(outcome)"))
    }
    if !isStarted { handle(.message(Message(.error, "\(lead)\(name): too long to copy"))) }
  }

  /// Has the terminal put a text on the clipboard.
  ///
  /// - Parameter failure: why a program did not do it; nil if none was to.
  mutating func copyByTerminal(
    _ text: String, named name: String, lead: String, instead failure: String? = nil
  ) {
    let ways = CopyMethods(environment: processEnvironment())
    let preference = state.preferences.settings.word(.copyWith)
    let way = failure == nil ? ways.way(preference: preference) : ways.terminal
    let reason = failure.map { "; \($0)" } ?? ""
    guard case .terminal(let isWrapped) = way else {
      handle(.message(Message(.error, "\(lead)\(name): not copied: \(way)\(reason)")))
      return
    }
    let isSent = terminal.copyToClipboard(Array(text.utf8), isWrapped: isWrapped)
    let message =
      isSent
      ? Message(.information, "\(lead)copied \(name) (\(way)\(reason))")
      : Message(.error, "\(lead)\(name): too long for the terminal's clipboard\(reason)")
    handle(.message(message))
  }
}
