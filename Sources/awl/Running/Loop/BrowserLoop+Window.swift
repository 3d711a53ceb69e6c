import Browser
import BrowserViews
import BuiltInList
import CursesTerminal
import LinkOpening
import ListMarkdown
import ListModel
import UserFiles
import Settings

/// Features of the terminal besides the canvas: the mouse, the window title, the clipboard.
extension BrowserLoop {
  /// Configures the terminal by the settings.
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

  /// Configures the date format by the settings; reads tables only if needed.
  mutating func takeDates() {
    let settings = state.preferences.settings
    if settings.word(.dateFormat) == "locale" { state.use(localeDate: LocaleDate.pattern) }
    let language = settings.word(.dateLanguage)
    guard language != state.preferences.dateNamesLanguage else { return }
    let code = language == "auto" ? LocaleDate.language(processEnvironment()) : language
    let names = DateNames(language: code, in: builtInDateNames) ?? .english
    state.use(dateNames: names, for: language)
  }

  /// Shows the built-in tutorial.
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

  /// Copies a text to the clipboard and reports the method.
  ///
  /// - Parameter lead: the beginning of the message.
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

  /// Makes the terminal copy a text to the clipboard.
  ///
  /// - Parameter failure: why a program failed to; nil if none was tried.
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
