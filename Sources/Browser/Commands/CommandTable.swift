/// One row of the command table.
package struct CommandEntry: Sendable {
  package let command: Command
  package let group: CommandGroup
  /// The default keys, each a sequence: `["j", "Down", "C-n"]`.
  package let keys: [String]
  /// A sentence that describes it, without a full stop.
  package let help: String
  /// One or two words for the hint line; nil for a command without a hint.
  package let hint: String?

  package var name: String { command.rawValue }

  init(
    _ command: Command, _ group: CommandGroup, _ keys: [String], _ help: String,
    hint: String? = nil
  ) {
    self.command = command
    self.group = group
    self.keys = keys
    self.help = help
    self.hint = hint
  }
}

/// Every command once, in the order in which the help shows them.
package enum CommandTable {
  package static let entries: [CommandEntry] =
    move + panes + filter + select + open + bookmarks + go + sort + lists + page + savedFilters
    + pick
    + settings
    + other

  /// Returns the row of a command.
  package static func entry(of command: Command) -> CommandEntry? {
    entries.first { $0.command == command }
  }

  private static let move = [
    CommandEntry(.moveDown, .move, ["j", "Down", "C-n"], "Go down a row, or COUNT rows"),
    CommandEntry(.moveUp, .move, ["k", "Up", "C-p"], "Go up a row, or COUNT rows"),
    CommandEntry(.goTop, .move, ["g g", "Home"], "Go to the first row, or to row COUNT"),
    CommandEntry(.goBottom, .move, ["G", "End"], "Go to the last row, or to row COUNT"),
    CommandEntry(.halfPageDown, .move, ["C-d"], "Go down half a page"),
    CommandEntry(.halfPageUp, .move, ["C-u"], "Go up half a page"),
    CommandEntry(.pageDown, .move, ["C-f", "PgDn"], "Go down a page"),
    CommandEntry(.pageUp, .move, ["C-b", "PgUp"], "Go up a page"),
  ]

  private static let panes = [
    CommandEntry(
      .into, .panes, ["l", "Right", "Enter"],
      "Go in: open a heading, or to the entries, or to the detail",
      hint: "detail"),
    CommandEntry(
      .out, .panes, ["h", "Left"], "Go out: close a heading, or back to the previous pane",
      hint: "back"),
    CommandEntry(.nextPane, .panes, ["Tab"], "Focus the next pane", hint: "pane"),
    CommandEntry(.previousPane, .panes, ["S-Tab"], "Focus the previous pane"),
    CommandEntry(.detailDown, .panes, ["J"], "Scroll the detail down without leaving the entries"),
    CommandEntry(.detailUp, .panes, ["K"], "Scroll the detail up without leaving the entries"),
    CommandEntry(.zoom, .panes, ["+"], "Zoom the focused pane to the whole screen"),
    CommandEntry(.unzoom, .panes, ["_"], "Show all panes again"),
    CommandEntry(.toggleDetail, .panes, ["p"], "Hide the detail, and show it again"),
    CommandEntry(.moveDetail, .panes, ["P"], "Put the detail beside the entries, or below them"),
  ]

  private static let filter = [
    CommandEntry(
      .filter, .filter, ["/"],
      "Filter the entries while typing: Enter applies the filter, Tab completes, Up and Down move the "
        + "entries, C-p and C-n, or Up on an empty line, recall earlier filters",
      hint: "filter"),
    CommandEntry(
      .narrowRows, .filter, ["f"],
      "Narrow the rows of this pane while typing, closed ones too: Enter goes to the row, Esc shows "
        + "all again", hint: "find row"),
    CommandEntry(
      .goFilters, .filter, ["g f"],
      "Show the saved filters: Enter applies one to the library, d deletes it"),
    CommandEntry(.saveFilter, .filter, [], "Save the current filter under a name: :save NAME"),
    CommandEntry(
      .clear, .filter, ["Esc"],
      "Clear one layer: a count, a range, a zoom, the filter, the facets, then the marks",
      hint: "clear"),
    CommandEntry(
      .nextMatch, .filter, ["n"],
      "Go to the next match, in the detail or among the entries; without a filter, to the next new "
        + "entry"),
    CommandEntry(
      .previousMatch, .filter, ["N"],
      "Go to the previous match, in the detail or among the entries; without a filter, to the "
        + "previous new entry"),
  ]

  private static let select = [
    CommandEntry(
      .mark, .select, ["Space"],
      "Mark the entry, or remove its mark, and go down; commands then act on all marked entries",
      hint: "mark"),
    CommandEntry(
      .markRange, .select, ["V"], "Start a range of marked entries at the cursor, or end it"),
    CommandEntry(.markAll, .select, ["C-a"], "Mark all entries in view"),
  ]

  private static let open = [
    CommandEntry(
      .open, .open, ["o"], "Open the entry's link; with a count, the link of that number",
      hint: "open"),
    CommandEntry(.openWith, .open, ["O"], "Open the entry's link with an opener of your choice"),
    CommandEntry(.copyURL, .open, ["y y", "y u"], "Copy the URL"),
    CommandEntry(.copyTitle, .open, ["y t"], "Copy the title"),
    CommandEntry(.copyMarkdown, .open, ["y m"], "Copy a Markdown link"),
    CommandEntry(
      .pipe, .open, ["|"],
      "Pipe the entry, or all marked ones, as JSON Lines into a command and show its output; "
        + "a leading ! gives it the terminal"),
  ]

  private static let bookmarks = [
    CommandEntry(
      .bookmark, .bookmarks, ["b"], "Bookmark the entry, or remove its bookmark", hint: "save"),
    CommandEntry(
      .later, .bookmarks, ["s"], "Save the entry to read later, or remove it from that list"),
    CommandEntry(
      .tags, .bookmarks, ["t"],
      "Edit the tags of the bookmark: ml reading, or with commas ml infra, reading; Tab completes"),
    CommandEntry(
      .renameTag, .bookmarks, [],
      "Rename a tag in all bookmarks, or merge it into another: :tag-rename ml infra, mlops"),
    CommandEntry(.note, .bookmarks, ["e"], "Edit the note of the bookmark in one line"),
    CommandEntry(
      .editNote, .bookmarks, ["E"], "Edit the note of the bookmark in $VISUAL or $EDITOR"),
    CommandEntry(
      .takeURL, .bookmarks, ["T"],
      "Change the bookmark's URL to the list's new one"),
    CommandEntry(
      .toggleRead, .bookmarks, ["U"],
      "Mark the bookmark read or unread, or another entry seen or unseen"),
    CommandEntry(
      .markAllSeen, .bookmarks, ["A"], "Mark all new entries in view seen; asks above 200"),
    CommandEntry(.undo, .bookmarks, ["u"], "Undo the last change to bookmarks or seen marks"),
    CommandEntry(.redo, .bookmarks, ["C-r"], "Redo the last undone change"),
    CommandEntry(.importBookmarks, .bookmarks, [], "Import bookmarks from another program's file"),
    CommandEntry(
      .exportBookmarks, .bookmarks, [],
      "Export the bookmarks on the screen, or all, to a file; its name decides the format"),
  ]

  private static let go = [
    CommandEntry(
      .goHome, .go, ["g h"], "Go home: to the lists, or to the entries of the only list"),
    CommandEntry(.goBookmarks, .go, ["g b"], "Show the bookmarks", hint: "bookmarks"),
    CommandEntry(.goLater, .go, ["g l"], "Show the entries saved to read later"),
    CommandEntry(.goNew, .go, ["g n"], "Show what is new since the last visit", hint: "new"),
    CommandEntry(
      .goChanges, .go, ["g c"],
      "Show what was added, removed, edited, moved and restored since the last visit; Enter goes to "
        + "the entry"),
    CommandEntry(
      .goOtherList, .go, ["g o"], "Go to the same link in another list; a count chooses the list"),
    CommandEntry(
      .view, .go, ["v"], "Read the page of the list, at the entry; in a page, go back",
      hint: "page"),
    CommandEntry(
      .surprise, .go, ["g s"],
      "Surprise me: go to a random entry, none twice until all have been shown"),
    CommandEntry(
      .jumpBack, .go, ["C-o", "H"],
      "Go back to where you were: place, facet, filter, page or entry; with a count, that many steps"
    ),
    CommandEntry(.jumpForward, .go, ["L"], "Go forward again, after going back"),
    CommandEntry(
      .dateMode, .dates, ["w"], "Show dates by day, by ISO week, by month, by year", hint: "week"),
  ]

  private static let sort = [
    CommandEntry(
      .sortDate, .sort, [", d"], "Sort by date, newest first; in the lists pane by last addition"),
    CommandEntry(.sortDateReversed, .sort, [", D"], "Sort by date, oldest first"),
    CommandEntry(.sortName, .sort, [", n"], "Sort by title, A to Z; in the lists pane the lists"),
    CommandEntry(.sortNameReversed, .sort, [", N"], "Sort by title, Z to A"),
    CommandEntry(
      .sortStars, .sort, [", s"], "Sort by stars, most first; in the lists pane the lists"),
    CommandEntry(.sortStarsReversed, .sort, [", S"], "Sort by stars, fewest first"),
    CommandEntry(.sortRelevance, .sort, [", r"], "Sort by relevance, best match first"),
    CommandEntry(.sortRelevanceReversed, .sort, [", R"], "Sort by relevance, best match last"),
    CommandEntry(.sortList, .sort, [", l"], "Sort in the order of the list"),
    CommandEntry(.sortListReversed, .sort, [", L"], "Sort in the reverse order of the list"),
  ]

  private static let lists = [
    CommandEntry(.sync, .lists, ["r"], "Sync the selected list; without one, all lists"),
    CommandEntry(.syncAll, .lists, ["R"], "Sync all lists"),
    CommandEntry(.follow, .lists, [], "Follow a file, a folder, a git URL or owner/name"),
    CommandEntry(.unfollow, .lists, [], "Unfollow a source"),
    CommandEntry(
      .publish, .lists, [], "Write pages and feeds of the lists into a folder, as awl publish does"),
    CommandEntry(.copyFeed, .lists, ["y f"], "Copy the list's feed as a line for newsboat"),
  ]

  private static let page = [
    CommandEntry(
      .find, .page, ["/"],
      "Find text in the page while typing: Enter stays there, Esc goes back, n and N continue",
      hint: "find"),
    CommandEntry(.contents, .page, ["g O"], "Go to the contents of the page, and back"),
    CommandEntry(.nextLink, .page, ["Tab"], "Go to the next link", hint: "link"),
    CommandEntry(.previousLink, .page, ["S-Tab"], "Go to the previous link"),
    CommandEntry(
      .hints, .page, ["f"], "Label the links on the screen; type a label to follow its link",
      hint: "hints"),
    CommandEntry(.copyHint, .page, ["y f"], "Label the links on the screen, to copy one"),
    CommandEntry(.nextSection, .page, ["}"], "Go to the next section", hint: "section"),
    CommandEntry(.previousSection, .page, ["{"], "Go to the previous section"),
    CommandEntry(.scrollLeft, .page, ["z h"], "Scroll wide tables and code to the left"),
    CommandEntry(.scrollRight, .page, ["z l"], "Scroll wide tables and code to the right"),
    CommandEntry(.at, .page, [], "Show the page as of a day: :at 2024-05-01, :at 2w"),
    CommandEntry(.olderVersion, .page, ["[ v"], "Show the previous version of the page"),
    CommandEntry(.newerVersion, .page, ["] v"], "Show the next version of the page"),
    CommandEntry(
      .versionChanges, .page, ["g d"], "Show which entries this version of the page changed"),
    CommandEntry(
      .showRemoved, .page, ["z r"],
      "Show the entries that left the list where they were, or hide them again"),
  ]

  private static let savedFilters = [
    CommandEntry(.dropFilter, .savedFilters, ["d"], "Delete the saved filter; u restores it")
  ]

  private static let pick = [
    CommandEntry(
      .pick, .pick, ["Enter"], "Print the URL of the entry, or of all marked ones, and leave",
      hint: "pick"),
    CommandEntry(
      .markDown, .pick, ["Tab"],
      "Mark the entry, or remove its mark, and go down; also while typing", hint: "mark"),
    CommandEntry(
      .markUp, .pick, ["S-Tab"],
      "Mark the entry, or remove its mark, and go up; also while typing"),
  ]

  private static let settings = [
    CommandEntry(
      .set, .settings, [],
      "Change a setting: set NAME VALUE; NAME? shows its value, NAME& goes back to the default"),
    CommandEntry(
      .theme, .settings, [], "Change the theme: theme NAME, and Tab goes through them"),
    CommandEntry(.reload, .settings, [], "Read config.toml and the themes again"),
  ]

  private static let other = [
    CommandEntry(.help, .other, ["?", "F1"], "Show all commands; Enter runs one", hint: "help"),
    CommandEntry(
      .tutorial, .other, [], "Show the tutorial, with exercises; q leaves it"),
    CommandEntry(
      .messages, .other, ["g m"],
      "Show the messages of this run with their times"
    ),
    CommandEntry(.commandLine, .other, [":"], "Type a command by its name; Tab completes"),
    CommandEntry(.redraw, .other, ["C-l"], "Redraw the screen"),
    CommandEntry(.suspend, .other, ["C-z"], "Suspend awl; the shell's fg brings it back"),
    CommandEntry(.interrupt, .other, ["C-c"], "Cancel the prompt, then running work, else quit"),
    CommandEntry(.close, .other, ["q"], "Leave this view; at the root, quit", hint: "quit"),
    CommandEntry(.quit, .other, ["Q"], "Quit at once"),
  ]
}
