// UserFiles: the user's own files, saved durably and merged: bookmarks, follows, filters, seen.
// Imports: JSONLines, ListModel.
// Start at: DurableFile/DurableFile.swift, the save protocol; Bookmarks/BookmarkFile.swift.
