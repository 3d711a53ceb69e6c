import CursesTerminal
import Glibc

/// Checks the terminal, the locale and the width of characters.
struct TerminalChecks {
  let environment: [String: String]
  /// The value of the setting `ambiguous-width`.
  var ambiguousColumns = 1

  var findings: [Finding] { [type, colors, size, locale] + widths }

  private var typeName: String { environment["TERM"] ?? "" }
  private var hasTerminal: Bool { isatty(STDOUT_FILENO) == 1 }

  private var type: Finding {
    let check = "terminal.type"
    guard !typeName.isEmpty else {
      return hasTerminal
        ? .problem(
          check, "TERM is not set", fix: "set it to the terminal's type, such as xterm-256color")
        : .skipped(check, "no terminal")
    }
    guard let description = TerminalDescription(type: typeName) else {
      return .problem(
        check, "TERM is \(typeName), which terminfo does not know; awl uses xterm-256color instead",
        fix: "install ncurses-term, or copy the entry from the other machine with infocmp and tic")
    }
    guard description.placesCursor else {
      return .problem(
        check, "\(typeName) cannot position the cursor, so awl cannot draw",
        fix: "set TERM to the terminal's real type")
    }
    return .ok(check, "\(typeName), known to terminfo")
  }

  private var colors: Finding {
    let check = "terminal.colours"
    if environment["NO_COLOR"]?.isEmpty == false {
      return .ok(check, "off, since NO_COLOR is set; attributes are used")
    }
    guard let description = TerminalDescription(type: typeName) else {
      return .skipped(check, "unknown without a terminfo entry")
    }
    return .ok(
      check, description.colors == 0 ? "none; attributes are used" : "\(description.colors)")
  }

  private var size: Finding {
    let check = "terminal.size"
    var window = winsize()
    guard hasTerminal, ioctl(STDOUT_FILENO, UInt(TIOCGWINSZ), &window) == 0 else {
      return .skipped(check, "no terminal")
    }
    let text = "\(window.ws_col)x\(window.ws_row)"
    guard window.ws_col > 0, window.ws_row > 0 else {
      return .problem(
        check, "the terminal does not say; awl uses 80x24", fix: "stty rows 24 columns 80")
    }
    return window.ws_col < 24 || window.ws_row < 6
      ? .problem(
        check, "\(text) is too small", fix: "make it 24x6 or larger; 80x24 shows all panes")
      : .ok(check, text)
  }

  private var locale: Finding {
    let check = "locale"
    let name =
      ["LC_ALL", "LC_CTYPE", "LANG"].first { environment[$0]?.isEmpty == false }
      .map { "\($0)=\(environment[$0] ?? "")" } ?? "no locale is set"
    let wanted = Encoding { environment[$0] }
    guard wanted == .utf8 else {
      return .problem(
        check, "\(name) is not UTF-8, so only ASCII is drawn", fix: "export LC_ALL=C.UTF-8")
    }
    guard wanted.adopted() == .utf8 else {
      return .problem(
        check, "\(name), but no UTF-8 locale is installed",
        fix: "install the package locales and generate one, or export LC_ALL=C.UTF-8")
    }
    return .ok(check, "\(name), drawn as UTF-8")
  }
}

extension TerminalChecks {
  /// Characters whose width differs between terminals, with the width that awl assumes.
  private typealias Sample = (check: String, text: String, columns: Int, noun: String)

  private var samples: [Sample] {
    [
      ("width.emoji", "🚀", 2, "an emoji"),
      ("width.cjk", "漢", 2, "a CJK character"),
      ("width.ambiguous", "Ж", ambiguousColumns, "an ambiguous letter, such as Ж,"),
      ("width.lines", "│", ambiguousColumns, "a border line"),
    ]
  }

  private var widths: [Finding] {
    let samples = samples
    guard Encoding(variable: { environment[$0] }) == .utf8 else {
      return samples.map { .skipped($0.check, "the locale is not UTF-8") }
    }
    // A terminal without cursor movement prints the request instead of responding.
    guard !typeName.isEmpty, TerminalDescription(type: typeName)?.placesCursor != false else {
      return samples.map {
        .skipped($0.check, "not queried: the terminal cannot position the cursor")
      }
    }
    do throws(CursorReports.Refusal) {
      let limit = TerminalOptions(logPath: nil, variable: { environment[$0] }).responseDelay
      let columns = try CursorReports.columns(of: samples.map(\.text), within: limit)
      return zip(samples, columns).map { Self.finding($0, columns: $1, within: limit) }
    } catch {
      let reason =
        error == .noTerminal
        ? "not queried: standard input or output is not a terminal"
        : "not queried: awl runs in the background"
      return samples.map { .skipped($0.check, reason) }
    }
  }

  private static func finding(
    _ sample: Sample, columns: Int?, within limit: Duration
  ) -> Finding {
    guard let columns else {
      let milliseconds = Int(limit / .milliseconds(1))
      return .skipped(sample.check, "the terminal did not answer within \(milliseconds) ms")
    }
    guard columns != sample.columns else {
      return .ok(sample.check, columns == 1 ? "1 column" : "\(columns) columns")
    }
    let isAmbiguous = sample.check == "width.ambiguous" || sample.check == "width.lines"
    let fix =
      isAmbiguous && (1...2).contains(columns)
      ? "set ambiguous-width = \(columns) in config.toml, or change the terminal's own setting"
      : "use a UTF-8 terminal of this decade, or in tmux: tmux -u"
    return .problem(
      sample.check,
      "\(sample.noun) takes \(columns == 1 ? "1 column" : "\(columns) columns") here and \(sample.columns) in awl",
      fix: fix
    )
  }
}
