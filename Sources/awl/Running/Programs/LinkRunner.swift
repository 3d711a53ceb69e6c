import Browser
import Glibc
import LinkOpening
import UserFiles

/// Opens links: checks them, chooses the program, and describes the outcome.
struct LinkRunner {
  /// The outcome of opening a link.
  enum Attempt {
    /// A program was started; its failure, if any, is reported later.
    case started(Message)
    case refused(Message)
    /// A text browser needs the terminal; to be run while the screen is suspended.
    case foreground(() -> Message)
    /// The matching opener asks first; this is its name.
    case ask(name: String)
    /// No program here can show the link; copy it instead.
    case copyOnly(url: String, reason: String)
  }

  private let openers: Openers
  private let opener: LinkOpener

  /// - Parameter configured: the configured openers, which take precedence.
  init(
    configured: [Opener] = [], environment: [String: String] = processEnvironment()
  ) {
    openers = Openers(configured: configured, environment: environment)
    opener = LinkOpener(environment: environment)
  }

  /// Returns the openers that fit all of some links, best first; none that may not be opened.
  func choices(for urls: [String], of entry: (String) -> LinkedEntry) -> [LinkOpening.OpenerChoice]
  {
    var common: [LinkOpening.OpenerChoice]?
    for url in urls {
      guard let link = try? SafeLink(url) else { continue }
      let choices = openers.choices(for: link, matches: entry(url).matches)
      common = common.map { $0.filter(choices.contains) } ?? choices
    }
    return common ?? []
  }

  /// Opens a link with the matching program, or the chosen one.
  ///
  /// - Parameters:
  ///   - entry: the entry that the link is of.
  ///   - isConfirmed: whether the user was asked already, if the opener wants that.
  ///   - report: called once from another thread if a started program fails.
  func open(
    _ url: String, of entry: LinkedEntry, with choice: Int?, isConfirmed: Bool = false,
    report: @escaping @Sendable (Message) -> Void
  ) -> Attempt {
    let link: SafeLink
    do throws(LinkRefusal) {
      link = try SafeLink(url, text: entry.subject[.title])
    } catch {
      return .refused(Message(.error, "not opened: \(error); y u copies it"))
    }
    if choice == nil, !isConfirmed,
      let asking = openers.asking(for: link, matches: entry.matches)
    {
      return .ask(name: asking.name)
    }
    switch opening(of: link, entry, with: choice) {
    case .refused(let reason): return .refused(Message(.error, "not opened: \(reason)"))
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

  private func opening(of link: SafeLink, _ entry: LinkedEntry, with choice: Int?) -> Opening {
    choice.flatMap { openers.opening(of: link, by: $0, entry.subject) }
      ?? openers.opening(of: link, entry.subject, matches: entry.matches)
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
  /// Finds the programs available in an environment.
  init(configured: [Opener] = [], environment: [String: String]) {
    let entries = DesktopEntries(environment: environment)
    self.init(
      configured: configured, environment: environment, isExecutable: { access($0, X_OK) == 0 },
      wantsTerminal: { entries.runInTerminal($0) })
  }
}

/// The entry of a link, as openers see it.
struct LinkedEntry {
  var subject = CommandSubject()
  /// Whether it matches a query.
  var matches: (String) -> Bool = { _ in false }
}
