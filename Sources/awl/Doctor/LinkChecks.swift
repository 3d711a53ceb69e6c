import Glibc
import LinkOpening

/// Checks of what opens links and of how text is copied.
struct LinkChecks {
  let environment: [String: String]

  var findings: [Finding] { openerFindings + [clipboard] }

  private var openerFindings: [Finding] {
    let openers = Openers(environment: environment)
    var findings = openers.faults.map { Finding.problem("opener.browser", $0.description) }
    guard let link = try? SafeLink("https://example.org/") else { return findings }
    switch openers.opening(of: link) {
    case .background(let words):
      findings.append(.ok("opener", words.first ?? ""))
    case .terminal(let words):
      findings.append(.ok("opener", "\(words.first ?? ""), in the terminal"))
    case .copyOnly(let reason):
      findings.append(.problem("opener", reason.description))
    }
    return findings
  }

  /// awl copies by OSC 52 and no other way; what stands between it and the clipboard is checked.
  private var clipboard: Finding {
    let check = "clipboard"
    let term = environment["TERM"] ?? ""
    if environment["TMUX"]?.isEmpty == false { return tmuxClipboard(check) }
    if environment["STY"]?.isEmpty == false || term.hasPrefix("screen") {
      return .problem(
        check, "screen does not pass OSC 52 on to the terminal",
        fix: "use tmux, or pipe: awl pick | xclip")
    }
    if term == "linux" { return .skipped(check, "the console has no clipboard") }
    if environment["VTE_VERSION"]?.isEmpty == false {
      return .problem(
        check, "terminals built on VTE, such as GNOME Terminal, ignore OSC 52",
        fix: "run awl in tmux with a terminal that obeys it, or pipe: awl pick | \(copyingTool)")
    }
    guard isatty(STDOUT_FILENO) == 1 else { return .skipped(check, "no terminal") }
    return .ok(check, "OSC 52, which the terminal may have to be told to allow")
  }

  private func tmuxClipboard(_ check: String) -> Finding {
    guard let tmux = program("tmux"),
      let output = CommandOutput.of(
        tmux, ["show-options", "-sv", "set-clipboard"], environment: environment)
    else {
      return .skipped(check, "OSC 52 through tmux, which did not say whether it passes it on")
    }
    let setting = output.split(separator: "\n").first.map(String.init) ?? ""
    return setting == "on"
      ? .ok(check, "OSC 52 through tmux")
      : .problem(
        check, "tmux does not take OSC 52 from programs (set-clipboard \(setting))",
        fix: "tmux set -s set-clipboard on")
  }

  private var copyingTool: String {
    ["wl-copy", "xclip", "xsel"].first { program($0) != nil } ?? "xclip"
  }

  private func program(_ name: String) -> String? {
    Programs(path: environment["PATH"]).all(named: name).first
  }
}
