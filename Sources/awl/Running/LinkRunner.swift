import Browser
import Glibc
import LinkOpening
import ReaderFiles

/// Opens links: checks them, chooses the program, and puts what became of it into words.
struct LinkRunner {
  /// What opening a link came to.
  enum Attempt {
    /// A program was started; its failure, if any, is reported later.
    case started(Message)
    case refused(Message)
    /// A text browser wants the terminal; to be run when the screen is put away.
    case foreground(() -> Message)
    /// Nothing here can show the link: it is to be copied.
    case copyOnly(url: String, reason: String)
  }

  private let openers: Openers
  private let opener: LinkOpener

  /// - Parameter configured: the openers of the configuration, which come first.
  init(
    configured: [Opener] = [], environment: [String: String] = processEnvironment()
  ) {
    openers = Openers(configured: configured, environment: environment)
    opener = LinkOpener(environment: environment)
  }

  /// The programs to choose from, best first.
  var names: [String] { openers.names }

  /// Opens a link with the program that suits, or the chosen one.
  ///
  /// - Parameter report: called once from another thread if a started program fails.
  func open(
    _ url: String, with choice: Int?, report: @escaping @Sendable (Message) -> Void
  ) -> Attempt {
    let link: SafeLink
    do throws(LinkRefusal) {
      link = try SafeLink(url)
    } catch {
      return .refused(Message(.error, "not opened: \(error); y u copies it"))
    }
    switch opening(of: link, with: choice) {
    case .copyOnly(let reason):
      return .copyOnly(url: link.url, reason: reason.description)
    case .terminal(let arguments):
      return .foreground { [opener] in Self.message(opener.runInTerminal(arguments), link) }
    case .background(let arguments):
      opener.start(arguments) { outcome in
        if outcome != .opened { report(Self.message(outcome, link)) }
      }
      return .started(Self.message(.opened, link))
    }
  }

  private func opening(of link: SafeLink, with choice: Int?) -> Opening {
    guard let choice else { return openers.opening(of: link) }
    let choices = openers.choices(for: link)
    return choices.indices.contains(choice) ? choices[choice] : openers.opening(of: link)
  }

  private static func message(_ outcome: OpeningOutcome, _ link: SafeLink) -> Message {
    guard outcome == .opened else {
      return Message(.error, "\(outcome): O offers other openers, y u copies the URL")
    }
    let warnings = link.warnings.map(\.description)
    let words = (["opened \(link.url)"] + warnings).joined(separator: "; ")
    return Message(.information, words)
  }
}

extension Openers {
  /// The programs that there are for an environment.
  init(configured: [Opener] = [], environment: [String: String]) {
    let entries = DesktopEntries(environment: environment)
    self.init(
      configured: configured, environment: environment, isExecutable: { access($0, X_OK) == 0 },
      wantsTerminal: { entries.runInTerminal($0) })
  }
}
