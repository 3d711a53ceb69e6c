import ArgumentParser
import Browser
import ListSearch

/// The man page awl(1), generated from the commands' help and the command table.
struct ManualPage {
  /// The page in roff's man macros.
  var text: String {
    var text = """
      .TH AWL 1 "" "awl \(Awl.version)" "User Commands"
      .SH NAME
      awl \\- browse awesome lists in the terminal

      """
    text += synopsis
    text += section("DESCRIPTION", paragraphs(of: Awl.configuration))
    text += ".SH COMMANDS\n"
    for command in commands {
      text += ".SS awl \(CommandReference.roff(command.configuration.commandName ?? ""))\n"
      text += paragraphs(of: command.configuration)
      text += verbatim(Awl.helpMessage(for: command, includeHidden: false, columns: 72))
    }
    text += ".SH FILTERS\n" + Self.rows(QueryReference.rows)
    text += ".SH KEYS\n" + CommandReference.manual()
    return text + Self.places
  }

  private var commands: [any ParsableCommand.Type] {
    Awl.configuration.subcommands.filter { $0.configuration.shouldDisplay }
  }

  private var synopsis: String {
    var text = ".SH SYNOPSIS\n.B awl\n[\\fIsource\\fR ...]\n"
    for command in commands.dropFirst() {
      let name = CommandReference.roff(command.configuration.commandName ?? "")
      text += ".br\n.B awl \(name)\n[\\fIoptions\\fR]\n"
    }
    return text
  }

  private func section(_ name: String, _ body: String) -> String { ".SH \(name)\n" + body }

  private func paragraphs(of configuration: CommandConfiguration) -> String {
    let texts = [configuration.abstract, configuration.discussion].filter { !$0.isEmpty }
    // The query language has its own section.
    let apart = Set(QueryReference.lines)
    let lines = texts.flatMap { $0.split(separator: "\n") }.filter { !apart.contains(String($0)) }
    var text = ""
    var isExample = false
    for line in lines {
      if line.hasPrefix("  ") {
        text += isExample ? "" : ".PP\n.nf\n"
        isExample = true
      } else {
        text += (isExample ? ".fi\n" : "") + ".PP\n"
        isExample = false
      }
      text += CommandReference.roff(String(line)) + "\n"
    }
    return text + (isExample ? ".fi\n" : "")
  }

  /// Returns the usage and options of a command's help, line by line, without the part printed by
  /// `paragraphs`.
  private func verbatim(_ help: String) -> String {
    let lines = help.split(separator: "\n", omittingEmptySubsequences: false)
    guard let usage = lines.firstIndex(where: { $0.hasPrefix("USAGE:") }) else { return "" }
    let shown = lines[usage...].map { CommandReference.roff(String($0)) }
    return ".PP\n.nf\n" + shown.joined(separator: "\n") + "\n.fi\n"
  }

  private static let places = """
    .SH FILES
    .TP
    .I ~/.local/share/awl/bookmarks.jsonl
    The bookmarks, one per line; may be a symbolic link into a dotfiles repository.
    .TP
    .I ~/.local/share/awl/follows.jsonl
    The followed sources.
    .TP
    .I ~/.local/share/awl/seen.jsonl
    How far each list has been seen, and entries marked seen or unseen individually.
    .TP
    .I ~/.cache/awl/
    The lists and clones; may be deleted, the next sync rebuilds them.
    .TP
    .I ~/.local/state/awl/awl.log
    Errors of the screen.
    .PP
    XDG_DATA_HOME, XDG_CACHE_HOME and XDG_STATE_HOME override these directories; \\fBawl paths\\fR prints
    the paths in use.
    .SH ENVIRONMENT
    .TP
    .B BROWSER
    Programs that open links, separated by colons; the first one that is installed is used.
    .TP
    .B NO_COLOR
    If set, awl uses no colours, only attributes such as bold.
    .TP
    .B ESCDELAY
    Milliseconds to wait after Escape for the rest of a key sequence; 25 by default. Above 100 the responses of
    the terminal are waited for as long.
    .SH EXIT STATUS
    0 done, 1 nothing matched, 2 usage or query, 3 network or git, 4 bad data or a refused link, 5 could not
    write, 130 interrupted.
    .SH EXAMPLES
    .TP
    .B awl follow trackawesomelist/trackawesomelist
    Follow all lists of Track Awesome List.
    .TP
    .B awl \\-\\-filter \\(aqkafka added:<1y\\(aq
    Browse the entries on Kafka added in the last year.
    .TP
    .B awl new \\-\\-since yesterday \\-\\-format markdown
    Print what was added since yesterday, in Markdown.
    .TP
    .B git clone \\-\\- "$(awl pick \\-\\-filter host:github.com)"
    Clone a repository picked on the screen.
    .SH SEE ALSO
    .BR awl (5),
    .BR awl\\-query (7),
    .BR git (1)

    """
}
