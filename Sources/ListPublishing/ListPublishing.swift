// ListPublishing: renders a catalog into pages, feeds and digests, as paths and bytes; pure.
// Imports: JSONLines, ListModel.
// Start at: Publication.swift.
