import ArgumentParser

/// `awl pick`: chooses entries on the screen, for other programs.
struct Pick: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "pick", abstract: "Choose entries on the screen and print their URLs.",
    discussion: """
      Type to filter; Enter prints the URL of the selected entry, or of all entries marked with Tab, \
      and quits. The screen is drawn on the terminal, even if standard output is redirected:

        xdg-open "$(awl pick)"
        awl pick --filter 'kafka go' >> urls
        tmux display-popup -E 'awl pick | tmux load-buffer -'

      Exit codes: 0 printed, 1 nothing matched, 2 usage or query, 4 unreadable page, 130 \
      cancelled (Esc, q, C-c).
      """)

  @OptionGroup var start: StartOptions

  func run() throws {
    let (shown, filter, list) = try start.shown()
    try BrowserSession(
      directories: directories(), catalog: shown.catalog, checked: shown.checked,
      notices: shown.notices,
      start: BrowserStart(
        pages: shown.paths, filter: filter, list: list, isPicking: true, isPlain: start.plain)
    ).run()
  }
}
