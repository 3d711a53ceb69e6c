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
      "What lines between panes are drawn with; ascii is used where the locale is not UTF-8"),
    SettingEntry(
      .hints, .look, .flag, .flag(true),
      "Show the keys that matter in the last line; false gives the line to the panes"),
    SettingEntry(
      .plain, .look, .flag, .flag(false),
      "Text for screen readers and logs: one pane, no lines, no colours, words for symbols"),
    SettingEntry(
      .emoji, .look, .choice(["keep", "strip", "text"]), .text("keep"),
      "What becomes of the emoji in lists: text writes their names, as in :rocket:"),
    SettingEntry(
      .row, .look, .selection(["date", "stars", "marks", "lists", "description"]),
      .text("date stars marks lists description"),
      "What a row shows beside the title; the last is dropped first as a row gets narrower"),
    SettingEntry(
      .dateFormat, .look, .choice(["iso", "age", "locale"]), .text("iso"),
      "How a row shows the day an entry was added: 2026-11-30, its age, as in 3d, or as LC_TIME says"
    ),
    SettingEntry(
      .dateLanguage, .look, .choice(dateLanguages), .text("en"),
      "The language of months and weekdays; auto takes that of LC_TIME, else English"),
    SettingEntry(
      .wrapWidth, .look, .integer(20...400), .integer(88),
      "The most columns of a line of prose in a list's page"),
    SettingEntry(
      .scrollOff, .look, .integer(0...50), .integer(3),
      "How many rows stay in sight above and below the cursor"),
  ]

  static let panes = [
    SettingEntry(
      .panes, .panes, .selection(["lists", "categories", "tags", "dates"]),
      .text("lists categories tags dates"),
      "The panes at the left, from top to bottom; one that is left out is not shown"),
    SettingEntry(
      .detail, .panes, .choice(["auto", "right", "below", "hidden"]), .text("auto"),
      "Where the detail is shown; auto puts it at the right of a wide screen, else below"),
    SettingEntry(
      .facetWidth, .panes, .extent([], 12...200), .integer(28),
      "The width of the panes at the left, on a screen of 100 columns or more"),
    SettingEntry(
      .facetLeast, .panes, .integer(8...200), .integer(12),
      "The fewest columns of the panes at the left, whatever the percentage"),
    SettingEntry(
      .facetMost, .panes, .integer(12...200), .integer(80),
      "The most columns of the panes at the left, whatever the percentage"),
    SettingEntry(
      .detailWidth, .panes, .extent(["auto"], 20...400), .text("auto"),
      "The width of a detail at the right; a percentage is of what the panes at the left leave"),
    SettingEntry(
      .detailLeast, .panes, .integer(20...200), .integer(20),
      "The fewest columns of a detail at the right"),
    SettingEntry(
      .detailMost, .panes, .integer(20...400), .integer(80),
      "The most columns of a detail at the right"),
    SettingEntry(
      .detailHeight, .panes, .extent(["auto"], 3...200), .text("auto"),
      "The height of a detail below the entries; a percentage is of both"),
    SettingEntry(
      .wideFrom, .panes, .integer(80...1_000), .integer(140),
      "The columns from which a screen is wide, so that the detail has a column of its own"),
    SettingEntry(
      .narrowBelow, .panes, .integer(24...400), .integer(60),
      "The columns below which one pane is shown at a time"),
  ]

  static let order = [
    SettingEntry(
      .sort, .order, .choice(["date", "name", "stars", "list"]), .text("date"),
      "How entries are sorted at the start"),
    SettingEntry(
      .categorySort, .order, .choice(["auto", "list", "name", "count", "newest"]), .text("auto"),
      "How categories are sorted, newest by the latest addition; auto takes count for several lists"
    ),
  ]

  static let start = [
    SettingEntry(
      .start, .start, .choice(["last", "home", "new", "changes", "bookmarks", "later"]),
      .text("last"), "What is shown first; last is where you were when you last quit"),
    SettingEntry(
      .restore, .start, .flag, .flag(true),
      "Take over from the last run where you were; false does what --no-restore does"),
    SettingEntry(
      .sync, .start, .wordOrInteger(["never"], 1...8_760), .text("never"),
      "Sync what you follow at the start if the last sync is older than so many hours"),
    SettingEntry(
      .syncFetches, .start, .integer(1...64), .integer(8),
      "How many sources a sync looks at side by side"),
    SettingEntry(
      .syncPerHost, .start, .integer(1...64), .integer(2),
      "How many of them may be on one host"),
  ]

  static let seen = [
    SettingEntry(
      .newDays, .seen, .integer(0...3_650), .integer(7),
      "The days whose entries count as new on the first visit of a list"),
    SettingEntry(
      .seenOnOpen, .seen, .flag, .flag(true),
      "Mark an entry seen when its link or its detail is opened"),
    SettingEntry(
      .seenOnQuit, .seen, .flag, .flag(true),
      "Count all that was new as seen at the end of a visit; false leaves that to A and U"),
  ]

  static let keys = [
    SettingEntry(
      .askOpen, .keys, .integer(1...1_000), .integer(10),
      "The most links that o opens at once without a question"),
    SettingEntry(
      .askSeen, .keys, .integer(0...1_000_000), .integer(200),
      "The most entries that A marks seen without a question"),
    SettingEntry(
      .keyPreset, .keys, .choice(["none", "newsboat", "tig", "emacs", "less"]), .text("none"),
      "The keys of another program, laid over the default ones"),
    SettingEntry(
      .keyDelay, .keys, .integer(0...5_000), .integer(300),
      "The milliseconds after which a key that begins a sequence shows what can follow"),
  ]

  static let terminal = [
    SettingEntry(
      .mouse, .terminal, .choice(["off", "wheel", "full"]), .text("wheel"),
      "What the mouse does: wheel scrolls the pane under it, full clicks and drags too, off nothing"
    ),
    SettingEntry(
      .title, .terminal, .flag, .flag(true),
      "Show the list in the window's title, where the terminal can restore the title afterwards"),
    SettingEntry(
      .hyperlinks, .terminal, .choice(["auto", "on", "off"]), .text("auto"),
      "Make URLs hyperlinks of the terminal (OSC 8); auto does where it is known to support them"),
    SettingEntry(
      .ambiguousWidth, .terminal, .integer(1...2), .integer(1),
      "The columns of East Asian ambiguous letters in the terminal; awl doctor measures them"),
    SettingEntry(
      .copyWith, .terminal,
      .choice(["auto", "osc52", "tmux", "wl-copy", "xclip", "xsel", "pbcopy", "clip.exe"]),
      .text("auto"),
      "What copies text: OSC 52 of the terminal, or a program; auto takes the first that fits"),
  ]

  static let publishing = [
    SettingEntry(
      .publishDirectory, .publishing, .text("a folder"), .text(""),
      "Where awl publish and :publish write when no folder is given"),
    SettingEntry(
      .publishURL, .publishing, .text("an address"), .text(""),
      "Where the published folder is served, as --url"),
    SettingEntry(
      .publishTitle, .publishing, .text("a title"), .text("Awesome List Updates"),
      "What the home page is called, as --title"),
    SettingEntry(
      .publishHTML, .publishing, .flag, .flag(false),
      "Write HTML pages instead of Markdown, as --html"),
    SettingEntry(
      .publishFeeds, .publishing, .flag, .flag(true),
      "Write feeds beside the pages; false does what --no-feeds does"),
    SettingEntry(
      .publishLimit, .publishing, .integer(0...100_000), .integer(100),
      "The most items of a list's feed, as --limit"),
  ]
}
