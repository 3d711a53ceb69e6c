import Browser

extension ManualPage {
  /// The man page awl(5): the files that awl reads and writes.
  static var files: String {
    """
    .TH AWL 5 "" "awl \(Awl.version)" "File Formats"
    .SH NAME
    awl \\- files of awl
    .SH DESCRIPTION
    \\fBawl paths\\fR prints where the files are, \\fBawl doctor\\fR checks them. The directories follow the
    XDG Base Directory Specification: XDG_DATA_HOME, XDG_STATE_HOME, XDG_CACHE_HOME and XDG_CONFIG_HOME
    move them.
    \(settings)\
    .SH FILES
    \(rows(places))\
    .SH FORMAT
    The files whose names end in .jsonl are JSON Lines in UTF\\-8. The first line is a header with the
    format and its version:
    .PP
    .nf
    {"format":"awl\\-bookmarks","version":1}
    .fi
    .PP
    Each line after it is one object. They may be edited by hand, kept in a repository of dotfiles and
    replaced by symbolic links. A line that cannot be read costs only itself: it is reported with its
    number and kept. Members and lines that this version does not know are carried through; a file of a
    newer version is read and never written.
    .PP
    A change is made under a lock on a file beside the real one (.bookmarks.jsonl.lock), written to a new
    file, synced and renamed into place.
    .SH BOOKMARKS
    \(rows(bookmarkMembers))\
    .SH SEE ALSO
    .BR awl (1),
    .BR awl\\-query (7)

    """
  }

  private static let places: [(written: String, meaning: String)] = [
    (
      "~/.local/share/awl/bookmarks.jsonl",
      "The bookmarks, one a line."
    ),
    ("~/.local/share/awl/follows.jsonl", "What is followed: one source a line."),
    ("~/.local/share/awl/seen.jsonl", "What of each list was seen: one list a line."),
    (
      "~/.local/share/awl/*.jsonl.bak-DATE",
      "Backups: the last save of each of 7 days, 4 weeks and 12 months with changes."
    ),
    ("~/.local/share/awl/filters.jsonl", "The saved filters, one a line."),
    ("~/.local/state/awl/filter-history.jsonl", "The filters typed last."),
    ("~/.local/state/awl/session.json", "Where the screen was when it was quit last."),
    ("~/.local/state/awl/undo.jsonl", "What the last import changed, for awl bookmarks undo."),
    ("~/.local/state/awl/digests/NAME.jsonl", "What awl new --since-last NAME has printed."),
    ("~/.local/state/awl/awl.log", "Errors while the screen was up."),
    (
      "~/.cache/awl/",
      "The lists and clones. It may be deleted; the next sync fetches them again."
    ),
  ]

  private static let bookmarkMembers: [(written: String, meaning: String)] = [
    ("id", "Identifies the bookmark across machines."),
    ("url, title, list, category, description, day, stars", "The entry when it was bookmarked."),
    ("kept, later", "Whether it is bookmarked (b) and to be read later (s)."),
    ("read", "When it was marked read; null if it was not."),
    ("tags, note", "The tags, an array of strings, and the note."),
    ("added, changed", "Times in milliseconds since 1970 in UTC."),
  ]
}
