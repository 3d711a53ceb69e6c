// BookmarkFormats: converts between bookmarks and other programs' files; pure.
// Imports: CCmarkGFM, CMarkupReader, JSONLines, ListModel, UserFiles.
// Start at: BookmarkFormat.swift; a format is one file.
