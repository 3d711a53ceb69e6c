// ListModel: lists, entries, days, bookmarks, and the catalog that holds all entries in columns.
// Imports: CProcessor.
// Start at: Catalog/Catalog.swift; Entries/Entry.swift has the parts of an entry.
