import ArgumentParser
import ListModel

/// `awl pick`: the screen to choose entries in, for other programs.
struct Pick: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Choose entries on the screen and print their URLs.",
    discussion: """
      Type to filter; Enter prints the URL of the entry under the cursor, or of all that Tab has \
      marked, and leaves. The screen is drawn on the terminal, whatever standard output is:

        xdg-open "$(awl pick)"
        awl pick --filter 'kafka go' >> urls
        tmux display-popup -E 'awl pick | tmux load-buffer -'

      Exit codes: 0 printed, 1 nothing matched, 2 usage or query, 4 unreadable page, 130 left \
      without a choice (Esc, q, C-c).
      """)

  @Argument(help: ArgumentHelp("Pages, READMEs, folders, or -.", valueName: "source"))
  var sources: [String] = []

  @Option(help: ArgumentHelp("Begin with this filter, as typed after /.", valueName: "words"))
  var filter = ""

  @Option(
    help: ArgumentHelp("Begin with this list: owner/name, or a part of it.", valueName: "list"))
  var list: String?

  func run() throws {
    try requireUnderstood(filter)
    let shown = try Shown(sources)
    let list = try list.map { try shown.catalog.list(named: $0) }
    try BrowserSession(
      directories: directories(), catalog: shown.catalog, checked: shown.checked,
      notices: shown.notices, start: BrowserStart(filter: filter, list: list, isPicking: true)
    ).run()
  }
}
