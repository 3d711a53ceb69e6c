import Glibc
import LinkOpening

/// Checks of what opens links and of how text is copied.
struct LinkChecks {
  let environment: [String: String]
  /// The value of the setting `copy-with`.
  var copyWith = "auto"
  /// The openers and custom commands of config.toml.
  var configured: [Opener] = []
  var commands: [String: CommandTemplate] = [:]

  var findings: [Finding] { openerFindings + configuredPrograms + [clipboard] }

  /// Whether the programs of config.toml are installed.
  private var configuredPrograms: [Finding] {
    let openers = configured.map { opener in
      program(opener.words[0], of: opener.name ?? opener.words[0], check: "opener.configured")
    }
    let commands = commands.sorted { $0.key < $1.key }.map { name, template in
      program(template.words[0], of: name, check: "command")
    }
    return openers + commands
  }

  private func program(_ word: String, of name: String, check: String) -> Finding {
    if let path = CommandWords.program(word, in: environment) {
      return .ok(check, name == word ? path : "\(name): \(path)")
    }
    let isThere = word.utf8.first == UInt8(ascii: "/") && access(word, F_OK) == 0
    let subject = name == word ? word : "\(name): \(word)"
    return isThere
      ? .problem(check, "\(subject) cannot be run", fix: "chmod +x \(word)")
      : .problem(
        check, "\(subject) was not found",
        fix: "install it, or give its whole path in config.toml")
  }

  private var openerFindings: [Finding] {
    let openers = Openers(configured: configured, environment: environment)
    var findings = openers.faults.map { Finding.problem("opener.browser", $0.description) }
    guard let link = try? SafeLink("https://example.org/") else { return findings }
    switch openers.opening(of: link) {
    case .background(let words):
      findings.append(.ok("opener", words.first ?? ""))
    case .terminal(let words):
      findings.append(.ok("opener", "\(words.first ?? ""), in the terminal"))
    case .refused(let reason): findings.append(.problem("opener", reason.description))
    case .copyOnly(let reason):
      findings.append(.problem("opener", reason.description))
    }
    return findings
  }

  /// The method of copying, and the programs between the screen and the clipboard.
  private var clipboard: Finding {
    let check = "clipboard"
    switch CopyMethods(environment: environment).way(preference: copyWith) {
    case .none(let reason):
      return environment["TERM"] == "linux" && copyWith == "auto"
        ? .skipped(check, "the console has no clipboard") : .problem(check, reason)
    case .program(let program) where program.name == "tmux":
      return tmuxClipboard(check, program)
    case .program(let program): return .ok(check, program.arguments.joined(separator: " "))
    case .terminal(let isWrapped):
      // Inside tmux or screen the variable may be that of another terminal.
      let isDirect = !isWrapped && environment["TMUX"]?.isEmpty != false
      if isDirect, environment["VTE_VERSION"]?.isEmpty == false {
        return .problem(
          check, "terminals built on VTE, such as GNOME Terminal, ignore OSC 52",
          fix: "install xclip or wl-clipboard, or run awl in tmux with another terminal")
      }
      guard isatty(STDOUT_FILENO) == 1 else { return .skipped(check, "no terminal") }
      let way = isWrapped ? "OSC 52 through screen" : "OSC 52"
      return .ok(check, "\(way), which some terminals must be set to allow")
    }
  }

  /// tmux keeps copied text in its own buffer and passes it on if so configured.
  private func tmuxClipboard(_ check: String, _ program: CopyProgram) -> Finding {
    let answer = Awaited<CommandRun.Result>()
    let run = CommandRun.start(
      [program.arguments[0], "show-options", "-sv", "set-clipboard"], environment: environment
    ) { answer.put($0) }
    guard let result = answer.take(within: 5), result.outcome == .opened else {
      run?.cancel()
      return .skipped(check, "tmux, which did not say whether it passes copied text on")
    }
    return result.output.starts(with: "off".utf8)
      ? .problem(
        check, "tmux keeps copied text in its own buffer (set-clipboard off)",
        fix: "tmux set -s set-clipboard external")
      : .ok(check, "\(program.arguments.joined(separator: " "))")
  }
}
