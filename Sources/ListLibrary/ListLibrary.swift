// ListLibrary: the library on disk: catalog.sqlite, catalog.image, follows and syncs.
// Imports: CLinux, GitProcess, JSONLines, LightweightMarkup, ListHistory, ListMarkdown,
//   ListModel, ListSearch, SQLiteDatabase, UserFiles.
// Start at: Library.swift, then Syncing/.
