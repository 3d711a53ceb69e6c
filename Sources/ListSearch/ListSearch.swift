// ListSearch: the query language, matching, ranking and facet counts over a catalog.
// Imports: CLinux, CProcessor, ListModel, Shortcodes, Spelling.
// Start at: Searching/Searcher.swift for a search, Query/QueryParser.swift for the language.
