extension SettingTable {
  /// What `date-language` takes: `auto` and the codes of ISO 639 of the languages that awl knows.
  static let dateLanguages = [
    "auto", "cs", "da", "de", "el", "en", "es", "fi", "fr", "hu", "it", "ja", "ko", "nb", "nl",
    "pl", "pt", "ru", "sv", "tr", "uk", "zh",
  ]

  static let look = [
    SettingEntry(
      .theme, .look, .text("the name of a theme"), .text("default"),
      "The colours: default uses the terminal's own sixteen; awl config themes lists the others"),
    SettingEntry(
      .borders, .look, .choice(["unicode", "ascii", "none"]), .text("unicode"),
      "How lines between panes are drawn; ascii is used if the locale is not UTF-8"),
    SettingEntry(
      .hints, .look, .flag, .flag(true),
      "Show the keys that matter in the last line; false gives the line to the panes"),
    SettingEntry(
      .plain, .look, .flag, .flag(false),
      "Text for screen readers and logs: one pane, no lines, no colours, words for symbols"),
    SettingEntry(
      .emoji, .look, .choice(["keep", "strip", "text"]), .text("keep"),
      "How emoji in lists are shown: text writes their names, as in :rocket:"),
    SettingEntry(
      .row, .look, .selection(["date", "stars", "marks", "lists", "description"]),
      .text("date stars marks lists description"),
      "What a row shows beside the title; a narrow row drops the last ones first"),
    SettingEntry(
      .dateFormat, .look, .choice(["iso", "age", "locale"]), .text("iso"),
      "How a row shows the day an entry was added: 2026-11-30, its age (3d), or as set by LC_TIME"
    ),
    SettingEntry(
      .dateLanguage, .look, .choice(dateLanguages), .text("en"),
      "The language of months and weekdays; auto takes that of LC_TIME, else English"),
    SettingEntry(
      .wrapWidth, .look, .integer(20...400), .integer(88),
      "The maximum width of prose in a list's page, in columns"),
    SettingEntry(
      .scrollOff, .look, .integer(0...50), .integer(3),
      "How many rows stay visible above and below the cursor"),
  ]

  static let panes = [
    SettingEntry(
      .panes, .panes, .selection(["lists", "categories", "tags", "dates"]),
      .text("lists categories tags dates"),
      "The panes on the left, from top to bottom; a pane that is not listed is hidden"),
    SettingEntry(
      .detail, .panes, .choice(["auto", "right", "below", "hidden"]), .text("auto"),
      "Where the detail is shown; auto puts it on the right of a wide screen, else below"),
    SettingEntry(
      .facetWidth, .panes, .extent([], 12...200), .integer(28),
      "The width of the panes on the left, on a screen of 100 columns or more"),
    SettingEntry(
      .facetLeast, .panes, .integer(8...200), .integer(12),
      "The minimum width of the panes on the left, in columns"),
    SettingEntry(
      .facetMost, .panes, .integer(12...200), .integer(80),
      "The maximum width of the panes on the left, in columns"),
    SettingEntry(
      .detailWidth, .panes, .extent(["auto"], 20...400), .text("auto"),
      "The width of a detail on the right; a percentage is of the space beside the left panes"),
    SettingEntry(
      .detailLeast, .panes, .integer(20...200), .integer(20),
      "The minimum width of a detail on the right, in columns"),
    SettingEntry(
      .detailMost, .panes, .integer(20...400), .integer(80),
      "The maximum width of a detail on the right, in columns"),
    SettingEntry(
      .detailHeight, .panes, .extent(["auto"], 3...200), .text("auto"),
      "The height of a detail below the entries; a percentage is of both together"),
    SettingEntry(
      .wideFrom, .panes, .integer(80...1_000), .integer(140),
      "The screen width, in columns, from which the detail gets its own column"),
    SettingEntry(
      .narrowBelow, .panes, .integer(24...400), .integer(60),
      "The screen width, in columns, below which only one pane is shown at a time"),
  ]

  static let order = [
    SettingEntry(
      .sort, .order, .choice(["date", "name", "stars", "list"]), .text("date"),
      "How entries are sorted at the start"),
    SettingEntry(
      .categorySort, .order, .choice(["auto", "list", "name", "count", "newest"]), .text("auto"),
      "How categories are sorted; newest is by latest addition, auto is count for several lists"
    ),
  ]

  static let start = [
    SettingEntry(
      .start, .start, .choice(["last", "home", "new", "changes", "bookmarks", "later"]),
      .text("last"), "What awl shows first; last is where you last quit"),
    SettingEntry(
      .restore, .start, .flag, .flag(true),
      "Return to where you last quit; false does the same as --no-restore"),
    SettingEntry(
      .sync, .start, .wordOrInteger(["never"], 1...8_760), .text("never"),
      "Sync at the start if the last sync is older than this many hours"),
    SettingEntry(
      .syncFetches, .start, .integer(1...64), .integer(8),
      "How many sources a sync fetches at the same time"),
    SettingEntry(
      .syncPerHost, .start, .integer(1...64), .integer(2),
      "How many of them may be on the same host"),
  ]

  static let seen = [
    SettingEntry(
      .newDays, .seen, .integer(0...3_650), .integer(7),
      "How many days of entries count as new on the first visit to a list"),
    SettingEntry(
      .seenOnOpen, .seen, .flag, .flag(true),
      "Mark an entry seen when its link or its detail is opened"),
    SettingEntry(
      .seenOnQuit, .seen, .flag, .flag(true),
      "Mark all new entries seen at the end of a visit; false leaves that to A and U"),
  ]

  static let keys = [
    SettingEntry(
      .askOpen, .keys, .integer(1...1_000), .integer(10),
      "How many links o opens at once without asking"),
    SettingEntry(
      .askSeen, .keys, .integer(0...1_000_000), .integer(200),
      "How many entries A marks seen without asking"),
    SettingEntry(
      .keyPreset, .keys, .choice(["none", "newsboat", "tig", "emacs", "less"]), .text("none"),
      "The key bindings of another program, on top of the default ones"),
    SettingEntry(
      .keyDelay, .keys, .integer(0...5_000), .integer(300),
      "Milliseconds after which the keys that can continue a sequence are shown"),
  ]

  static let terminal = [
    SettingEntry(
      .mouse, .terminal, .choice(["off", "wheel", "full"]), .text("wheel"),
      "What the mouse does: wheel scrolls the pane under it, full also clicks and drags"
    ),
    SettingEntry(
      .title, .terminal, .flag, .flag(true),
      "Show the list in the window's title, if the terminal can restore it afterwards"),
    SettingEntry(
      .hyperlinks, .terminal, .choice(["auto", "on", "off"]), .text("auto"),
      "Make URLs terminal hyperlinks (OSC 8); auto does so in terminals known to support them"),
    SettingEntry(
      .ambiguousWidth, .terminal, .integer(1...2), .integer(1),
      "The width of East Asian ambiguous characters in the terminal; awl doctor measures it"),
    SettingEntry(
      .copyWith, .terminal,
      .choice(["auto", "osc52", "tmux", "wl-copy", "xclip", "xsel", "pbcopy", "clip.exe"]),
      .text("auto"),
      "How text is copied: by the terminal (OSC 52) or a program; auto takes the first that works"),
  ]

  static let publishing = [
    SettingEntry(
      .publishDirectory, .publishing, .text("a folder"), .text(""),
      "Where awl publish and :publish write if no folder is given"),
    SettingEntry(
      .publishURL, .publishing, .text("an address"), .text(""),
      "The URL of the published folder, as with --url"),
    SettingEntry(
      .publishTitle, .publishing, .text("a title"), .text("Awesome List Updates"),
      "The title of the home page, as with --title"),
    SettingEntry(
      .publishHTML, .publishing, .flag, .flag(false),
      "Write HTML pages instead of Markdown, as with --html"),
    SettingEntry(
      .publishFeeds, .publishing, .flag, .flag(true),
      "Write feeds next to the pages; false does the same as --no-feeds"),
    SettingEntry(
      .publishLimit, .publishing, .integer(0...100_000), .integer(100),
      "The maximum number of items in a list's feed, as with --limit"),
  ]
}
