import Browser

extension ManualPage {
  /// The man page awl(5): the files that awl reads and writes.
  static var files: String {
    """
    .TH AWL 5 "" "awl \(Awl.version)" "File Formats"
    .SH NAME
    awl \\- the files that awl reads and writes
    .SH DESCRIPTION
    \\fBawl paths\\fR prints their paths, \\fBawl doctor\\fR checks them. The directories follow the
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
    Each line after it is one object. The files may be edited by hand, kept in a dotfiles repository
    and replaced by symbolic links. A line that cannot be read is reported with its number and kept; the
    other lines are not affected. Unknown members and lines are preserved. A file of a newer version is
    read and never written.
    .PP
    A change is made while holding a lock on a file next to the real one (.bookmarks.jsonl.lock). It is
    written to a new file, which is synced and renamed into place.
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
      "The bookmarks, one per line."
    ),
    ("~/.local/share/awl/follows.jsonl", "The followed sources, one per line."),
    ("~/.local/share/awl/seen.jsonl", "How far each list has been seen, one list per line."),
    (
      "~/.local/share/awl/*.jsonl.bak-DATE",
      "Backups: the last save of each of 7 days, 4 weeks and 12 months with changes."
    ),
    ("~/.local/share/awl/filters.jsonl", "The saved filters, one per line."),
    ("~/.local/state/awl/filter-history.jsonl", "The most recent filters."),
    ("~/.local/state/awl/session.json", "The position at which the screen was last quit."),
    ("~/.local/state/awl/undo.jsonl", "The changes of the last import, for awl bookmarks undo."),
    (
      "~/.local/state/awl/digests/NAME.jsonl",
      "The entries that awl new --since-last NAME has printed."
    ),
    ("~/.local/state/awl/awl.log", "Errors of the screen."),
    (
      "~/.cache/awl/",
      "The lists and clones; may be deleted, the next sync rebuilds them."
    ),
  ]

  private static let bookmarkMembers: [(written: String, meaning: String)] = [
    ("id", "The identifier of the bookmark, the same on all machines."),
    ("url, title, list, category, description, day, stars", "The entry as it was when bookmarked."),
    ("kept, later", "Whether it is bookmarked (b) and saved to read later (s)."),
    ("read", "When it was marked read; null if unread."),
    ("tags, note", "The tags, an array of strings, and the note."),
    ("added, changed", "Times in milliseconds since 1970 in UTC."),
  ]
}
