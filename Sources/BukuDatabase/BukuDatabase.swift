// BukuDatabase: reads buku's SQLite file.
// Imports: BookmarkFormats, ListModel, SQLiteDatabase.
// Start at: BukuFile.swift.
