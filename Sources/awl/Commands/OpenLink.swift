import ArgumentParser
import Browser
import Glibc
import UserFiles
import LinkOpening

/// `awl open URL`: opens a link as the screen does.
struct OpenLink: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "open",
    abstract: "Open a link with the system's opener.",
    discussion: """
        awl open https://example.org
        BROWSER=w3m awl open https://example.org

      Exit codes: 0 opened, 3 the opener failed or there is none, 4 refused link.
      """)

  @Argument(help: ArgumentHelp("An http or https link.", valueName: "url"))
  var url: String

  func run() throws {
    let link = try safeLink(url)
    let environment = processEnvironment()
    let configured = try LoadedConfiguration.load(directories()).openers
    let openers = Openers(configured: configured, environment: environment)
    let opener = LinkOpener(environment: environment)
    switch openers.opening(of: link) {
    case .copyOnly(let reason): throw Failure(.network, "\(link.url) is not opened: \(reason)")
    case .refused(let reason): throw Failure(.badData, "\(link.url) is not opened: \(reason)")
    case .terminal(let arguments): try check(opener.runInTerminal(arguments))
    case .background(let arguments):
      let outcome = Awaited<OpeningOutcome>()
      opener.start(arguments) { outcome.put($0) }
      try check(outcome.take() ?? .opened)
    }
  }

  private func check(_ outcome: OpeningOutcome) throws {
    guard outcome != .opened else { return }
    throw Failure(.network, "\(safeLine(outcome.description)): set BROWSER to another opener")
  }
}

/// Returns a link that may be opened and bookmarked; throws the reason if it may not.
func safeLink(_ url: String) throws -> SafeLink {
  do throws(LinkRefusal) {
    return try SafeLink(url)
  } catch {
    throw Failure(.badData, "\(safeLine(url)): \(error): only http and https links are opened")
  }
}
