// SQLiteDatabase: connections, statements and rows of an SQLite file.
// Imports: CSQLite.
// Start at: Connection.swift.
