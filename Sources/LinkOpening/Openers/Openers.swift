import Glibc

/// Chooses the program that opens a link.
///
/// The configured openers come first, then those of $BROWSER, then `wslview`, `xdg-open` and
/// `open`: the first that exists is used. Programs are searched in the absolute folders of $PATH
/// only, so the current folder cannot inject one.
public struct Openers: Equatable, Sendable {
  /// The choices, best first, by the programs' absolute paths.
  private let found: [Found]
  /// The unusable parts of the environment, to be reported.
  public let faults: [OpenerError]

  fileprivate struct Found: Equatable {
    let opener: Opener
    let program: String
    let needsDisplay: Bool
    let isInTerminal: Bool
  }

  /// Finds the programs; `isExecutable` is called with absolute paths, and `wantsTerminal` says
  /// whether a program that is not a known text browser runs in a terminal (see `DesktopEntries`).
  public init(
    configured: [Opener] = [], environment: [String: String], isExecutable: (String) -> Bool,
    wantsTerminal: (String) -> Bool = { _ in false }
  ) {
    let (browsers, faults) = openers(ofBrowserVariable: environment["BROWSER"] ?? "")
    let folders = absoluteFolders(environment["PATH"])
    let hasDisplay = ["DISPLAY", "WAYLAND_DISPLAY"].contains { environment[$0]?.isEmpty == false }
    var found: [Found] = []
    for opener in configured + browsers {
      guard let program = locate(opener, folders, isExecutable) else { continue }
      let isInTerminal =
        opener.isInTerminal || !opener.isTerminalGiven && wantsTerminal(program)
      found.append(
        Found(
          opener: opener, program: program, needsDisplay: false, isInTerminal: isInTerminal))
    }
    // `open` comes last, since on some systems it is openvt, which executes its argument.
    for (name, needsDisplay) in [("wslview", false), ("xdg-open", true), ("open", true)] {
      guard let opener = try? Opener(words: [name]),
        let program = locate(opener, folders, isExecutable)
      else { continue }
      found.append(
        Found(
          opener: opener, program: program, needsDisplay: needsDisplay && !hasDisplay,
          isInTerminal: false))
    }
    self.found = found
    self.faults = faults
  }

  /// Returns how to open a link.
  ///
  /// - Parameters: - subject: the entry that the link is of. - matches: whether that entry matches
  ///   a query.
  public func opening(
    of link: SafeLink, _ subject: CommandSubject = CommandSubject(),
    matches: (String) -> Bool = { _ in false }
  ) -> Opening {
    guard let first = found.first(where: { $0.opener.fits(link, matches: matches) }) else {
      return .copyOnly(.noProgram)
    }
    guard !first.needsDisplay else { return .copyOnly(.noDisplay) }
    return first.opening(of: link, subject)
  }

  /// Returns the opener that `opening` uses after confirmation; nil if it does not ask.
  public func asking(
    for link: SafeLink, matches: (String) -> Bool = { _ in false }
  ) -> OpenerChoice? {
    let first = found.first { $0.opener.fits(link, matches: matches) }
    guard let first, first.opener.asks, !first.needsDisplay else { return nil }
    return choices(for: link, matches: matches).first { $0.name == first.name }
  }

  /// Returns the openers that fit a link, best first: the choices of "open with…".
  public func choices(
    for link: SafeLink, matches: (String) -> Bool = { _ in false }
  ) -> [OpenerChoice] {
    shown.enumerated().filter { $0.element.opener.fits(link, matches: matches) }.map {
      OpenerChoice(number: $0.offset, name: $0.element.name)
    }
  }

  /// Returns how a link is opened by the opener with a number; nil if there is none.
  public func opening(
    of link: SafeLink, by number: Int, _ subject: CommandSubject = CommandSubject()
  ) -> Opening? {
    shown.indices.contains(number) ? shown[number].opening(of: link, subject) : nil
  }

  /// Those that can be chosen.
  private var shown: [Found] { found.filter { !$0.needsDisplay } }
}

/// An opener to choose.
public struct OpenerChoice: Equatable, Sendable {
  /// Its number among all that can be chosen.
  public let number: Int
  public let name: String
}

extension Openers.Found {
  fileprivate var name: String {
    (opener.name ?? program) + (isInTerminal ? " (in this terminal)" : "")
  }

  fileprivate func opening(of link: SafeLink, _ subject: CommandSubject) -> Opening {
    do throws(OptionInList) {
      let arguments = try opener.arguments(program: program, url: link.url, subject)
      return isInTerminal ? .terminal(arguments) : .background(arguments)
    } catch {
      return .refused(error)
    }
  }
}

extension Opener {
  fileprivate func fits(_ link: SafeLink, matches: (String) -> Bool) -> Bool {
    rule.fits(link) && query.map(matches) ?? true
  }
}

/// How a link is opened.
public enum Opening: Equatable, Sendable {
  /// By a program of its own; the arguments begin with its absolute path.
  case background([String])
  /// By a text browser in the terminal, in place of awl's screen.
  case terminal([String])
  /// Refused, since a part of the entry would be taken for an option.
  case refused(OptionInList)
  /// Not at all: it is to be shown in full and copied.
  case copyOnly(CopyOnlyReason)
}

/// Why a link can only be copied.
public enum CopyOnlyReason: Equatable, Sendable {
  /// There is no program that opens links.
  case noProgram
  /// The only program needs a display, and there is none.
  case noDisplay
}

extension CopyOnlyReason: CustomStringConvertible {
  /// `error: how to fix it`.
  public var description: String {
    switch self {
    case .noProgram: "no program opens links here: set BROWSER"
    case .noDisplay: "there is no display here: set BROWSER to a text browser"
    }
  }
}

/// Returns the openers of $BROWSER, a list separated by colons, each a program with its arguments.
private func openers(ofBrowserVariable value: String) -> (openers: [Opener], faults: [OpenerError])
{
  var openers: [Opener] = []
  var faults: [OpenerError] = []
  for entry in value.utf8.split(separator: UInt8(ascii: ":")) {
    let words = entry.split(separator: UInt8(ascii: " ")).map {
      String(decoding: $0, as: UTF8.self)
    }
    guard !words.isEmpty else { continue }
    do throws(OpenerError) {
      openers.append(try Opener(words: words))
    } catch {
      faults.append(error)
    }
  }
  return (openers, faults)
}

private func absoluteFolders(_ path: String?) -> [String] {
  let path = path ?? "/usr/local/bin:/usr/bin:/bin"
  return path.utf8.split(separator: UInt8(ascii: ":"))
    .filter { $0.first == UInt8(ascii: "/") }.map { String(decoding: $0, as: UTF8.self) }
}

private func locate(
  _ opener: Opener, _ folders: [String], _ isExecutable: (String) -> Bool
) -> String? {
  opener.words.first.flatMap { locate($0, folders, isExecutable) }
}

private func locate(
  _ program: String, _ folders: [String], _ isExecutable: (String) -> Bool
) -> String? {
  if program.utf8.contains(UInt8(ascii: "/")) {
    return program.utf8.first == UInt8(ascii: "/") && isExecutable(program) ? program : nil
  }
  return folders.lazy.map { $0 + "/" + program }.first(where: isExecutable)
}

extension CommandWords {
  /// Returns the program's absolute path: the given one, or the first in the absolute folders of
  /// $PATH; nil if there is none.
  public func program(in environment: [String: String]) -> String? {
    Self.program(words[0], in: environment)
  }

  /// Returns a program's absolute path, likewise.
  public static func program(_ word: String, in environment: [String: String]) -> String? {
    locate(word, absoluteFolders(environment["PATH"])) { access($0, X_OK) == 0 }
  }
}
